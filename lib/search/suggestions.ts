import { fold } from "./fold.ts";
import { isNamed } from "./matches.ts";
import { foldTag } from "./query.ts";
import { QUOTE, splitQuery, type Token } from "./queryTokens.ts";
import { isSingle, termsOf } from "./terms.ts";

/** What there is to be suggested, with so many articles each. */
export type Suggestible = { tags: Tag[]; feeds: Source[] };
type Tag = { tag: string; count: number };
type Source = { id: string; title: string; count: number };

/** A tag or a source, and the whole query with it in place of what was being typed. */
export type Suggestion = { query: string; count: number } & (
  { kind: "tag"; tag: string } | { kind: "from"; feedId: string; title: string }
);

/** What the piece that is being typed may become: names that begin with it first, then those with more articles. */
export function suggestionsFor(typed: string, { tags, feeds }: Suggestible): Suggestion[] {
  const token = splitQuery(typed).at(-1);
  if (token === undefined || !asksForMore(token)) return [];
  const before = typed.slice(0, typed.length - token.text.length) + (token.not ? "-" : "");
  const offered = [
    ...(token.keyword === "from" ? [] : tags.flatMap((tag) => offerTag(tag, token))),
    ...(token.keyword === "tag" ? [] : feeds.flatMap((feed) => offerSource(feed, token))),
  ];
  return offered
    .sort((a, b) => placeOf(a, token) - placeOf(b, token) || b.count - a.count)
    .slice(0, MOST)
    .map((each) => ({ ...each, query: `${before}${each.query} ` }));
}

/** After a keyword anything will do, even nothing; a word of its own must have begun. */
function asksForMore({ keyword, value, quote, isBeingTyped }: Token): boolean {
  if (!isBeingTyped || quote === "closed") return false;
  if (keyword !== null) return keyword === "tag" || keyword === "from";
  const terms = termsOf(value);
  return quote === "none" && (terms.join("").length > 1 || isSingle(terms[0]));
}

function offerTag({ tag, count }: Tag, token: Token): Suggestion[] {
  // A quotation mark within cannot be written.
  if (QUOTE.test(tag) || !isMeant(tag, token)) return [];
  return [{ kind: "tag", tag, count, query: `tag:${/\s/.test(tag) ? `"${tag}"` : tag}` }];
}

function offerSource({ id, title, count }: Source, token: Token): Suggestion[] {
  // A title of signs alone cannot be asked for.
  if (termsOf(title).length === 0 || !isMeant(title, token)) return [];
  return [{ kind: "from", feedId: id, title, count, query: `from:"${title.replace(EVERY_QUOTE, " ").trim()}"` }];
}

/** What is written in full needs no suggestion. */
function isMeant(name: string, { keyword, value }: Token): boolean {
  if (keyword !== null && foldTag(value) === "") return true;
  return isNamed(name, value) && (keyword === null || foldTag(name) !== foldTag(value));
}

function placeOf(suggestion: Suggestion, { value }: Token): number {
  const name = suggestion.kind === "tag" ? suggestion.tag : suggestion.title;
  return fold(name).startsWith(foldTag(value)) ? 0 : 1;
}

const EVERY_QUOTE = new RegExp(QUOTE, "g");
const MOST = 8;
