import { align, type Effort } from "./align.ts";
import { fold } from "./fold.ts";
import { isWord, tokensOf } from "./words.ts";

type Text = { text: string };
/** An earlier block and what became of it; null where there is none. */
export type Pair<Block> = [earlier: Block | null, later: Block | null];

/**
 * Pairs the blocks that were taken out at a place with those that were put in there, in order: those that begin alike
 * first, then so that as much as possible is alike. What has no partner stands between, the earlier ones first.
 */
export function* pairBlocks<Block extends Text>(
  out: readonly Block[],
  put: readonly Block[],
  effort: Effort,
): Generator<Pair<Block>> {
  for (const segment of align(out, put, { keyOf: ({ text }) => beginningOf(text), effort })) {
    for (const [some, others] of inChunks(segment.out, segment.put)) yield* pairAlike(some, others, effort);
    yield* segment.same;
  }
}

/** Few blocks of a text begin with the same words. */
const beginningOf = (text: string): string => fold(text.slice(0, 60)).slice(0, 24);

/** So many blocks are each compared with as many others. */
const CHUNK = 40;

/** Where many blocks in a row found no partner, those in the same part of both are compared. */
function inChunks<Block>(out: readonly Block[], put: readonly Block[]): [readonly Block[], readonly Block[]][] {
  const count = Math.ceil(Math.max(out.length, put.length) / CHUNK);
  const partOf = (blocks: readonly Block[], n: number) =>
    blocks.slice(Math.round((n * blocks.length) / count), Math.round(((n + 1) * blocks.length) / count));
  return Array.from({ length: count }, (_, n) => [partOf(out, n), partOf(put, n)]);
}

function pairAlike<Block extends Text>(out: readonly Block[], put: readonly Block[], effort: Effort): Pair<Block>[] {
  const pairs: Pair<Block>[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...bestMatches(out, put, effort), [out.length, put.length] as const]) {
    pairs.push(...out.slice(i, nextI).map((block): Pair<Block> => [block, null]));
    pairs.push(...put.slice(j, nextJ).map((block): Pair<Block> => [null, block]));
    const [earlier, later] = [out[nextI], put[nextJ]];
    if (earlier && later) pairs.push([earlier, later]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return pairs;
}

/** Matches in order whose likenesses have the largest sum: as the longest common subsequence is found, by a table. */
function bestMatches(out: readonly Text[], put: readonly Text[], effort: Effort): [number, number][] {
  const [height, width] = [out.length, put.length];
  const [earlier, later] = [out, put].map((blocks) => (height * width === 0 ? [] : blocks.map(bagOf)));
  const alike = (earlier ?? []).map((a) => (later ?? []).map((b) => likenessOf(a, b, effort)));
  // The best sum of what follows: one row and one column more than there are blocks.
  const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number): number => (alike[i]?.[j] ?? 0) && (alike[i]?.[j] ?? 0) + at(i + 1, j + 1);
  for (let i = height - 1; i >= 0; i--) {
    const row = best[i] ?? new Float64Array();
    for (let j = width - 1; j >= 0; j--) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  }
  const matches: [number, number][] = [];
  for (let i = 0, j = 0; i < height && j < width;) {
    if (paired(i, j) > 0 && paired(i, j) === at(i, j)) matches.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return matches;
}

type Bag = { counts: Map<string, number>; size: number };

/** Enough words to know a block by. */
const MOST_WORDS = 80;

function bagOf({ text }: Text): Bag {
  const counts = new Map<string, number>();
  const words = tokensOf(text.slice(0, 12 * MOST_WORDS))
    .filter(isWord)
    .slice(0, MOST_WORDS);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Of their words, how many two blocks share at least if one came of the other. */
const ALIKE = 0.4;

/** 0 to 1; 0 for what is less than alike, or when the effort is used up. */
function likenessOf(a: Bag, b: Bag, effort: Effort): number {
  effort.steps -= a.counts.size;
  if (effort.steps <= 0) return 0;
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
  const likeness = (2 * shared) / Math.max(1, a.size + b.size);
  return likeness < ALIKE ? 0 : likeness;
}
