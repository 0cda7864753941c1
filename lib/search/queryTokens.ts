export type Keyword = (typeof KEYWORDS)[number];

/** A piece of a query as it was typed: `-from:"The Guardian"`. */
export type Token = {
  not: boolean;
  keyword: Keyword | null;
  /** Without its quotes. */
  value: string;
  quote: "none" | "closed" | "open";
  /** All of it, minus and quotes too. */
  text: string;
  /** Nothing follows it, not even a space: it may go on. */
  isBeingTyped: boolean;
};

/** An open quote reaches to the end. A colon after anything but a keyword is part of a word: `12:30`. */
export function splitQuery(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while ((at = skipSpace(text, at)) < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const not = text[start] === "-" && /^\S/.test(text.slice(start + 1));
  const named = start + (not ? 1 : 0);
  const name = KEYWORD.exec(text.slice(named, named + LONGEST_KEYWORD));
  const keyword = KEYWORDS.find((each) => each === name?.[1]?.toLowerCase()) ?? null;
  const from = named + (name?.[0].length ?? 0);
  const isQuoted = QUOTE.test(text.charAt(from));
  const { to, end } = isQuoted ? endOfQuotation(text, from + 1) : endOfWord(text, from);
  return {
    not,
    keyword,
    value: text.slice(isQuoted ? from + 1 : from, to),
    quote: !isQuoted ? "none" : to < end ? "closed" : "open",
    text: text.slice(start, end),
    isBeingTyped: end === text.length,
  };
}

function skipSpace(text: string, from: number): number {
  const at = text.slice(from).search(/\S/);
  return at < 0 ? text.length : from + at;
}

function endOfQuotation(text: string, from: number): { to: number; end: number } {
  const length = text.slice(from).search(QUOTE);
  return length < 0 ? { to: text.length, end: text.length } : { to: from + length, end: from + length + 1 };
}

function endOfWord(text: string, from: number): { to: number; end: number } {
  const length = text.slice(from).search(/\s/);
  const end = length < 0 ? text.length : from + length;
  return { to: end, end };
}

const KEYWORDS = ["tag", "from", "is", "before", "after", "intitle"] as const;
/** The wide colon is what a Chinese or Japanese keyboard gives. */
const KEYWORD = /^(tag|from|is|before|after|intitle)[:：]/i;
const LONGEST_KEYWORD = 8;
/** Straight, typographic and wide: which one opens and which one closes differs by language. */
export const QUOTE = /["“”„‟«»＂]/;
