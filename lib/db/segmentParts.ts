import type { DocumentTable } from "../search/buildSegment.ts";
import { blockRange } from "../search/blockRange.ts";
import { newPostings, readPostings, type Postings } from "../search/postings.ts";
import { findEntries, type Entry, type Lookup } from "../search/termBlocks.ts";
import { readTable, tableKeys } from "./documentTable.ts";
import type { Db, Segment, SegmentBlock } from "./schema.ts";
import type { SegmentCache } from "./segmentCache.ts";

/** Of a segment: where the postings of what is looked up lie, as far as they can be read. */
export type Lookups = {
  segment: Segment;
  postings: (lookup: Lookup) => Postings;
  frequencyOf: (lookup: Lookup) => number;
  isDamaged: boolean;
};

type Key = [segment: number, n: number];
type Place = { block: Uint8Array; entry: Entry };

/** Reads all blocks of these segments that the lookups need, at once. */
export async function readLookups(db: Db, segments: Segment[], lookups: Lookup[]): Promise<Lookups[]> {
  const keys = segments.flatMap((segment) => keysOf(segment, lookups));
  const blocks = await readBlocks(db, keys);
  return segments.map((segment) => {
    const places = new Map(lookups.map((lookup) => [lookup, placesIn(segment, lookup, blocks)]));
    return {
      segment,
      postings: (lookup) => postingsAt(places.get(lookup) ?? []),
      frequencyOf: (lookup) => (places.get(lookup) ?? []).reduce((sum, { entry }) => sum + entry.documents, 0),
      isDamaged: [...places.values()].includes(null),
    };
  });
}

/** The tables of these segments; null where one cannot be read. Kept, since a page needs them again and again. */
export async function readTables(
  db: Db,
  { tables }: SegmentCache,
  segments: Segment[],
): Promise<(DocumentTable | null)[]> {
  const missing = segments.filter(({ id }) => !tables.has(id));
  const blocks = await readBlocks(
    db,
    missing.flatMap(({ id, documents }) => tableKeys(id, documents)),
  );
  for (const { id, documents } of missing) {
    const own = tableKeys(id, documents).map(([, n]) => blocks.get(id)?.get(n));
    const table = readTable(own, documents);
    if (table !== null) tables.set(id, table);
  }
  return segments.map(({ id }) => tables.get(id) ?? null);
}

/** How many blocks of a segment the lookups need. */
export function blocksNeeded({ firsts }: Segment, lookups: Lookup[]): number {
  return lookups.reduce((sum, lookup) => {
    const { start, end } = blockRange(firsts, lookup);
    return sum + end - start;
  }, 0);
}

function keysOf({ id, firsts }: Segment, lookups: Lookup[]): Key[] {
  const needed = new Set<number>();
  for (const lookup of lookups) {
    const { start, end } = blockRange(firsts, lookup);
    for (let n = start; n < end; n++) needed.add(n);
  }
  return [...needed].map((n) => [id, n]);
}

type Blocks = Map<number, Map<number, SegmentBlock>>;

async function readBlocks(db: Db, keys: Key[]): Promise<Blocks> {
  const blocks: Blocks = new Map();
  if (keys.length === 0) return blocks;
  for (const block of await db.segmentBlocks.bulkGet(keys)) {
    if (!block) continue;
    const ofSegment = blocks.get(block.segment) ?? new Map<number, SegmentBlock>();
    blocks.set(block.segment, ofSegment.set(block.n, block));
  }
  return blocks;
}

/** Null where a block is missing or damaged. */
function placesIn({ id, firsts }: Segment, lookup: Lookup, blocks: Blocks): Place[] | null {
  const places: Place[] = [];
  const { start, end } = blockRange(firsts, lookup);
  for (let n = start; n < end; n++) {
    const block = blocks.get(id)?.get(n)?.bytes;
    const entries = block && findEntries(block, lookup);
    if (!block || !entries) return null;
    for (const entry of entries) places.push({ block, entry });
  }
  return places;
}

/** All in one, term by term: one letter begins thousands of terms. */
function postingsAt(places: Place[]): Postings {
  // A posting takes two bytes or more.
  const postings = newPostings(places.reduce((room, { entry }) => room + ((entry.end - entry.start) >> 1), 0));
  for (const { block, entry } of places) readPostings(block, entry, postings);
  return postings;
}
