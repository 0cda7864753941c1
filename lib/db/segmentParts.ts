import { blockRange } from "../search/blockRange.ts";
import { newPostings, readPostings, type Postings } from "../search/postings.ts";
import type { SegmentPart } from "../search/scoreSegment.ts";
import { findEntries, type Entry, type Lookup } from "../search/termBlocks.ts";
import { readTable, tableKeys } from "./documentTable.ts";
import type { Db, Segment, SegmentBlock } from "./schema.ts";
import type { SegmentCache } from "./segmentCache.ts";

/** What of some segments a query needs, as far as it can be read. */
export type Parts = { parts: SegmentPart[]; frequencyOf: (lookup: Lookup) => number; isDamaged: boolean };

type Key = [segment: number, n: number];
type Place = { block: Uint8Array; entry: Entry };

/** Reads all blocks of these segments that the lookups need, at once. */
export async function readParts(
  db: Db,
  cache: SegmentCache,
  asked: { segments: Segment[]; lookups: Lookup[] },
): Promise<Parts> {
  const { segments, lookups } = asked;
  const blocks = await readBlocks(
    db,
    segments.flatMap((segment) => keysOf(segment, lookups, cache)),
  );
  const frequencies = new Map<Lookup, number>();
  const parts: SegmentPart[] = [];
  let isDamaged = false;
  for (const segment of segments) {
    const table = cache.tables.get(segment.id) ?? keepTable(cache, segment, blocks);
    const places = new Map(lookups.map((lookup) => [lookup, placesIn(segment, lookup, blocks)]));
    if (table === null || [...places.values()].includes(null)) isDamaged = true;
    if (table === null) continue;
    for (const [lookup, found] of places) {
      const documents = (found ?? []).reduce((sum, { entry }) => sum + entry.documents, 0);
      frequencies.set(lookup, (frequencies.get(lookup) ?? 0) + documents);
    }
    parts.push({
      documents: table,
      postings: (lookup) => (places.get(lookup) ?? []).map(postingsAt),
      isVoid: (id) => (cache.voids.get(id) ?? 0) > segment.order,
    });
  }
  return { parts, frequencyOf: (lookup) => frequencies.get(lookup) ?? 0, isDamaged };
}

/** How many blocks of a segment the lookups need. */
export function blocksNeeded({ firsts }: Segment, lookups: Lookup[]): number {
  return lookups.reduce((sum, lookup) => {
    const { start, end } = blockRange(firsts, lookup);
    return sum + end - start;
  }, 0);
}

function keysOf({ id, firsts, documents }: Segment, lookups: Lookup[], { tables }: SegmentCache): Key[] {
  const needed = new Set<number>();
  for (const lookup of lookups) {
    const { start, end } = blockRange(firsts, lookup);
    for (let n = start; n < end; n++) needed.add(n);
  }
  const keys = [...needed].map((n): Key => [id, n]);
  return tables.has(id) ? keys : [...keys, ...tableKeys(id, documents)];
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

function keepTable({ tables }: SegmentCache, { id, documents }: Segment, blocks: Blocks) {
  const table = readTable(
    tableKeys(id, documents).map(([, n]) => blocks.get(id)?.get(n)),
    documents,
  );
  if (table !== null) tables.set(id, table);
  return table;
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

function postingsAt({ block, entry }: Place): Postings {
  const postings = newPostings(entry.end - entry.start);
  readPostings(block, entry, postings);
  return postings;
}
