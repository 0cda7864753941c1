import { matchesByMyers } from "./myers.ts";

/** A place of two sequences: what was taken out there and what was put in, and what follows that both have. */
export type Segment<Item> = { out: readonly Item[]; put: readonly Item[]; same: [earlier: Item, later: Item][] };

/** Steps that comparisons may still take together: what is not compared when they are used up counts as replaced. */
export type Effort = { steps: number };

/** A part of both: `a` from `from` to `to`, `b` from `start` to `end`. */
export type Part = { from: number; to: number; start: number; end: number };

/**
 * How one sequence became another; two items are the same that have the same key.
 *
 * Items that both have exactly once, in the same order, hold the two together (Bram Cohen's patience diff); what lies
 * between them is compared step by step. So a long text that was changed throughout costs little more than reading it.
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  { keyOf, effort }: { keyOf: (item: Item) => string; effort: Effort },
): Segment<Item>[] {
  const numbers = new Map<string, number>();
  const a = before.map((item) => numberIn(numbers, keyOf(item)));
  const b = after.map((item) => numberIn(numbers, keyOf(item)));
  /** Where in `b` each of `a` is again; -1 where it was taken out. */
  const partners = new Int32Array(a.length).fill(-1);
  // A stack and no recursion: the parts of a long text may lie deep.
  const waiting: Part[] = [{ from: 0, to: a.length, start: 0, end: b.length }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const inner = matchEnds(part, { a, b, partners });
    const { from, to, start, end } = inner;
    if (from === to || start === end || effort.steps <= 0) continue;
    effort.steps -= to - from + end - start;
    const anchors = inOrder(sharedOnce(a, b, inner));
    const matches = anchors.length > 0 ? anchors : matchesByMyers(a, b, { ...inner, effort });
    for (const [i, j] of matches) partners[i] = j;
    if (anchors.length > 0) for (const next of partsBetween(anchors, inner)) waiting.push(next);
  }
  return segmentsOf(before, after, partners);
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

type Matching = { a: readonly number[]; b: readonly number[]; partners: Int32Array };

/** Matches what both begin and end with; answers the part between. */
function matchEnds({ from, to, start, end }: Part, { a, b, partners }: Matching): Part {
  while (from < to && start < end && a[from] === b[start]) partners[from++] = start++;
  while (from < to && start < end && a[to - 1] === b[end - 1]) partners[--to] = --end;
  return { from, to, start, end };
}

type Match = [i: number, j: number];

function sharedOnce(a: readonly number[], b: readonly number[], { from, to, start, end }: Part): Match[] {
  const inA = onceIn(a, from, to);
  const inB = onceIn(b, start, end);
  const shared: Match[] = [];
  for (const [value, i] of inA) {
    const j = inB.get(value) ?? -1;
    if (i >= 0 && j >= 0) shared.push([i, j]);
  }
  return shared;
}

/** Where each value stands, in the order of first sight; -1 for one that stands there twice. */
function onceIn(sequence: readonly number[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const value = sequence[i] ?? 0;
    places.set(value, places.has(value) ? -1 : i);
  }
  return places;
}

/** The most of these matches that can hold together: the longest run whose second numbers rise as the first ones do. */
function inOrder(matches: Match[]): Match[] {
  /** The last match of the run of each length that ends earliest. */
  const ends: number[] = [];
  const before = new Int32Array(matches.length);
  for (const [index, [, j]] of matches.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((matches[ends[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const run: Match[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(matches[index] ?? [0, 0]);
  return run.reverse();
}

function partsBetween(anchors: Match[], { from, to, start, end }: Part): Part[] {
  const parts: Part[] = [];
  let [i, j] = [from, start];
  for (const [nextI, nextJ] of [...anchors, [to, end] as const]) {
    parts.push({ from: i, to: nextI, start: j, end: nextJ });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return parts;
}

function segmentsOf<Item>(before: readonly Item[], after: readonly Item[], partners: Int32Array): Segment<Item>[] {
  const segments: Segment<Item>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const out = before.slice(i, (i = endOf(i, before.length, (at) => partners[at] === -1)));
    const put = after.slice(j, (j = partners[i] ?? after.length));
    const end = endOf(i, before.length, (at) => partners[at] === j + at - i);
    // Both are as long: each has its partner.
    const same = before.slice(i, end).map((item, n): [Item, Item] => [item, after[j + n] ?? item]);
    segments.push({ out, put, same });
    [i, j] = [end, j + same.length];
  }
  return segments;
}

/** The first place from here on for which it does not hold. */
function endOf(from: number, to: number, holds: (at: number) => boolean): number {
  let at = from;
  while (at < to && holds(at)) at++;
  return at;
}
