import { fold } from "./fold.ts";
import { firstInstant } from "./queryDates.ts";
import { splitQuery, type Token } from "./queryTokens.ts";
import { isPair, isSingle, termsOf } from "./terms.ts";

/** What is searched for: all clauses must hold. None at all asks for nothing, and finds nothing. */
export type Query = { clauses: Clause[] };

export type Clause = { not: boolean } & (Words | TagClause | FromClause | IsClause | TimeClause);

/**
 * Terms that stand side by side, or a single one. With `isPrefix` the last one is the beginning of a term: a word that
 * is still being typed, or one character of Chinese, Japanese or Korean, whose terms are pairs.
 */
export type Words = { kind: "words"; terms: string[]; isPhrase: boolean; isPrefix: boolean; inTitle: boolean };
/** Exactly this tag, as `foldTag` gives it. */
export type TagClause = { kind: "tag"; tag: string };
/** A feed that `isNamed` so. */
export type FromClause = { kind: "from"; name: string };
export type IsClause = { kind: "is"; view: "unread" | "starred" | "later" };
/** `sortAt` below `at`; or at least `at`, so that `after:2026-05 before:2026-06` is all of May. */
export type TimeClause = { kind: "before" | "after"; at: number };

/** What was not understood: `text`, as it was typed, was searched for as plain words. */
export type QueryProblem = {
  kind: "unclosedQuote" | "emptyFilter" | "badDate" | "unknownView" | "onlyNegatives" | "noWords";
  text: string;
};

type Parsed = { query: Query; problem: QueryProblem | null };

/** Reads what people type; `toLocalMidnight` is of `lib/refresh/zone.ts`. Of several problems the first is told. */
export function parseQuery(text: string, toLocalMidnight: (utcMidnight: number) => number): Parsed {
  const tokens = splitQuery(text.slice(0, LONGEST_QUERY));
  const read = tokens.map((token) => readToken(token, toLocalMidnight));
  const clauses = read.flatMap((each) => each.clauses);
  const problem = read.find((each) => each.problem !== null)?.problem ?? null;
  if (clauses.length === 0) return { query: { clauses }, problem: problem ?? nothingIn(text) };
  if (clauses.some(({ not }) => !not)) return { query: { clauses }, problem };
  return { query: { clauses: tokens.flatMap(plainly) }, problem: problem ?? { kind: "onlyNegatives", text } };
}

/** A tag as it is compared with others. */
export function foldTag(tag: string): string {
  return fold(tag)
    .replace(/^[\s#]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

type Read = { clauses: Clause[]; problem: QueryProblem | null };

function readToken(token: Token, toLocalMidnight: (utcMidnight: number) => number): Read {
  if (token.quote === "open") return misread(token, "unclosedQuote");
  switch (token.keyword) {
    case null:
      return understood(wordsIn(token));
    case "intitle":
      return filled(token, wordsIn(token));
    case "tag":
      return filled(token, readTag(token));
    case "from":
      return filled(token, readName(token));
    case "is":
      return readView(token);
    case "before":
    case "after":
      return readTime(token, token.keyword, firstInstant(token.value.trim(), toLocalMidnight));
  }
}

function readTag({ not, value }: Token): Clause[] {
  const tag = foldTag(value);
  return tag === "" ? [] : [{ not, kind: "tag", tag }];
}

function readName({ not, value }: Token): Clause[] {
  return termsOf(value).length === 0 ? [] : [{ not, kind: "from", name: value }];
}

function readView(token: Token): Read {
  const said = token.value.trim().toLowerCase();
  if (said === "") return misread(token, "emptyFilter");
  const view = VIEWS.find((each) => each === said);
  return view === undefined ? misread(token, "unknownView") : understood([{ not: token.not, kind: "is", view }]);
}

function readTime(token: Token, kind: "before" | "after", at: number | null): Read {
  if (!/\S/.test(token.value)) return misread(token, "emptyFilter");
  return at === null ? misread(token, "badDate") : understood([{ not: token.not, kind, at }]);
}

function wordsIn({ not, keyword, value, quote, isBeingTyped }: Token): Clause[] {
  // What has been typed of a word that is not wanted would shut out too much.
  const isOpen = isBeingTyped && quote === "none" && !not;
  return words(value, isOpen).map((found) => ({ ...found, not, inTitle: keyword === "intitle" }));
}

/** A misread piece, word by word. */
function plainly({ text, isBeingTyped }: Token): Clause[] {
  const pieces = text.split(/\s+/);
  return pieces.flatMap((piece, i) => words(piece, isBeingTyped && i === pieces.length - 1));
}

/** `e-mail`, `12:30` and runs of Chinese are one word to people and several terms: they must stand side by side. */
function words(text: string, isOpen: boolean): (Words & { not: false })[] {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined) return [];
  // A run in a text may go on where that of the query ends.
  if (isSingle(last) && isPair(terms.at(-2)) && terms.at(-2)?.endsWith(last)) terms.pop();
  const isPrefix = isSingle(terms.at(-1)) || (isOpen && !isPair(terms.at(-1)));
  return [{ not: false, kind: "words", terms, isPhrase: terms.length > 1, isPrefix, inTitle: false }];
}

const understood = (clauses: Clause[]): Read => ({ clauses, problem: null });

const filled = (token: Token, clauses: Clause[]): Read =>
  clauses.length > 0 ? understood(clauses) : misread(token, "emptyFilter");

const misread = (token: Token, kind: QueryProblem["kind"]): Read => ({
  clauses: plainly(token),
  problem: { kind, text: token.text },
});

const nothingIn = (text: string): QueryProblem | null => (/\S/.test(text) ? { kind: "noWords", text } : null);

const VIEWS = ["unread", "starred", "later"] as const;
/** UTF-16 units: more than a headline, less than a pasted page. */
const LONGEST_QUERY = 512;
