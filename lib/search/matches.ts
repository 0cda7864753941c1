import type { Flags } from "../model.ts";
import { foldTag, type Clause, type Query, type Words } from "./query.ts";
import { termsOf } from "./terms.ts";

/** An article as search sees it. `text` is that of its body, repaired as it is for reading. */
export type SearchDocument = Flags & {
  id: number;
  sortAt: number;
  title: string;
  summary: string;
  authors: string[];
  /** As its publisher gives them. */
  tags: string[];
  /** What its tags go by: their own names, and those that the reader gave them. */
  tagNames: string[];
  feedId: string;
  feedTitle: string;
  text: string;
};

/** The plain meaning of a query, which the index must agree with. A query without clauses finds nothing. */
export function matches({ clauses }: Query, document: SearchDocument): boolean {
  const terms = fieldsOf(document);
  return clauses.length > 0 && clauses.every((clause) => holds(clause, document, terms) !== clause.not);
}

/** Each word of the name is in the title, the last one perhaps as a beginning. */
export function isNamed(title: string, name: string): boolean {
  const known = termsOf(title);
  const asked = termsOf(name);
  const last = asked.pop();
  if (last === undefined) return false;
  return asked.every((term) => known.includes(term)) && known.some((term) => term.startsWith(last));
}

/** Whether the terms of a clause stand, side by side, in those of a field from there on. */
export function standsAt({ terms, isPrefix }: Words, field: string[], at: number): boolean {
  const last = terms.length - 1;
  return terms.every((term, i) => {
    const found = field[at + i];
    return found !== undefined && (isPrefix && i === last ? found.startsWith(term) : found === term);
  });
}

type Fields = { title: () => string[]; all: () => string[][] };

function holds(clause: Clause, document: SearchDocument, fields: Fields): boolean {
  switch (clause.kind) {
    case "words":
      return clause.inTitle ? stands(clause, fields.title()) : fields.all().some((field) => stands(clause, field));
    case "tag":
      return document.tagNames.some((tag) => foldTag(tag) === clause.tag);
    case "from":
      return isNamed(document.feedTitle, clause.name);
    case "is":
      return document[clause.view] === 1;
    case "before":
      return document.sortAt < clause.at;
    case "after":
      return document.sortAt >= clause.at;
  }
}

/** Whether the terms of a clause stand side by side somewhere in those of a field. */
export function stands(words: Words, field: string[]): boolean {
  return field.some((_, at) => standsAt(words, field, at));
}

/** The terms of each field, found when they are asked for and once: a phrase does not go from one field to the next. */
function fieldsOf({ title, summary, authors, tags, feedTitle, text }: SearchDocument): Fields {
  let all: string[][] | null = null;
  return {
    title: () => termsOf(title),
    all: () => (all ??= [title, summary, ...authors, ...tags, feedTitle, text].map(termsOf)),
  };
}
