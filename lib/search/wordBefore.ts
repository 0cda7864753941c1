import { hashOf } from "./termTable.ts";

/**
 * What stands before a term in a document, as far as a byte can tell: of a term that is there once, eight bits of the
 * hash of the term before it; of one that is there more often, which of eight kinds of hashes stand before it. It rules
 * out most of what has all words of a phrase, and not the phrase; it never rules out what has it.
 */
export type Before = number;

/** Nothing need stand before the first term of a text: any byte will do. */
export const NO_WORD: Before = 0;

export const beforeOf = (hash: number): Before => hash >>> 24;

/** The byte of a posting of `count` occurrences when one more is found. */
export const withOneMore = (before: Before, count: number, next: Before): Before =>
  (count === 1 ? kindOf(before) : before) | kindOf(next);

/** Whether this term may stand before one that is there `count` times. */
export const mayStandBefore = (term: Before, before: Before, count: number): boolean =>
  count === 1 ? before === term : (before & kindOf(term)) !== 0;

export const beforeOfTerm = (term: string): Before => beforeOf(hashOf(term, 0, term.length));

const kindOf = (before: Before): number => 1 << (before & 7);
