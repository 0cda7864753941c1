import type { Lookup } from "./termBlocks.ts";

/** Which of a segment's blocks, from `start` to before `end`, can hold a term, by the first term of each. */
export function blockRange(firsts: string[], { term, isPrefix }: Lookup): { start: number; end: number } {
  const behind = firstBehind(firsts, term);
  let end = behind;
  while (isPrefix && firsts[end]?.startsWith(term)) end++;
  return { start: Math.max(0, behind - 1), end };
}

/** The first block whose first term sorts behind this one. */
function firstBehind(firsts: string[], term: string): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? "") <= term) low = middle + 1;
    else high = middle;
  }
  return low;
}
