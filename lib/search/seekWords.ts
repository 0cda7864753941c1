import { SEPARATOR, traitsAt } from "./characters.ts";
import { fold } from "./fold.ts";
import { stands } from "./matches.ts";
import type { Words } from "./query.ts";
import { LONGEST_TERM, termsOf } from "./terms.ts";

/** `stands` among the terms of any text, which are made only where a pattern cannot rule the phrase out. */
export function seekWords(words: Words): (text: string) => boolean {
  const pattern = patternOf(words);
  return (text) => (pattern === null || pattern.test(spelled(text))) && stands(words, termsOf(text));
}

/**
 * What is met wherever the words stand side by side, and seldom elsewhere; null where there is no such thing: other
 * scripts may need no space between words, and what is cut is longer in the text.
 */
function patternOf({ terms }: Words): RegExp | null {
  const isPlain = terms.every((term) => /^[a-z0-9]+$/.test(term) && term.length < LONGEST_TERM - 1);
  return isPlain ? new RegExp(terms.join("[^a-z0-9]+"), "i") : null;
}

/** The text with its letters folded one by one. Case is left to the pattern, and what parts words is as it was. */
function spelled(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => SPELLED.get(character) ?? spell(character));
}

function spell(character: string): string {
  const spelling = traitsAt(character, 0) === SEPARATOR ? character : fold(character);
  SPELLED.set(character, spelling);
  return spelling;
}

const SPELLED = new Map<string, string>();
