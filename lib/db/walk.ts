import type { Criterion, Plan } from "../search/plan.ts";
import type { Collection } from "../search/rank.ts";
import { noHits, scoreSegment, type Hits } from "../search/scoreSegment.ts";
import type { Lookup } from "../search/termBlocks.ts";
import type { Db, Segment } from "./schema.ts";
import { readSegments, type SegmentCache } from "./segmentCache.ts";
import { blocksNeeded, readLookups, readTables, type Lookups } from "./segmentParts.ts";

/** A way through the index, the newest segments first. */
export type Walk = {
  /** Hits after which a step may end. */
  enough: number;
  isDone: boolean;
  isDamaged: boolean;
  /** Hits so far. */
  found: number;
  /** Segments that have been read. */
  read: Set<number>;
  /** Articles that have been found, while segments may still be merged before the rest is read. */
  seen: Set<number>;
};

export const startWalk = (enough: number): Walk => ({
  ...{ enough, isDone: false, isDamaged: false, found: 0, read: new Set(), seen: new Set() },
});

/** Blocks that are read at once: with this many, most queries are answered whole. */
const BLOCKS_AT_ONCE = 32;

type Asked = { plan: Plan; now: number };

/** The hits of the next segments. Must run inside a transaction that reads segments and their blocks. */
export async function readOn(db: Db, walk: Walk, { plan, now }: Asked): Promise<Hits> {
  const cache = await readSegments(db);
  const all = [...cache.segments.values()];
  const left = all.filter(({ id }) => !walk.read.has(id)).sort((a, b) => b.newestAt - a.newestAt || b.order - a.order);
  const lookups = plan.criteria.flatMap(({ words, labels }) => [...words, ...labels]);
  const read = await readLookups(db, firstOf(left, lookups), lookups);
  const ranking = { ...collectionOf(read), now, frequencyOf: frequenciesOf(read, lookups) };
  const hits = noHits();
  for (let start = 0; start < read.length && hits.ids.length < walk.enough;) {
    const part = read.slice(start, start + countOfNext(read.slice(start), plan, walk.enough));
    await addPart(db, { cache, walk, part, hits }, (each) => scoreSegment(plan, each, ranking));
    start += part.length;
  }
  walk.isDone = left.every(({ id }) => walk.read.has(id));
  walk.found += hits.ids.length;
  if (!walk.isDone) for (const id of hits.ids) walk.seen.add(id);
  return hits;
}

type Progress = { cache: SegmentCache; walk: Walk; part: Lookups[]; hits: Hits };

async function addPart(
  db: Db,
  { cache, walk, part, hits }: Progress,
  score: (part: Parameters<typeof scoreSegment>[1]) => Hits,
): Promise<void> {
  const tables = await readTables(
    db,
    cache,
    part.map(({ segment }) => segment),
  );
  for (const [i, { segment, postings, isDamaged }] of part.entries()) {
    const documents = tables[i] ?? null;
    walk.read.add(segment.id);
    walk.isDamaged ||= isDamaged || documents === null;
    const isVoid = (id: number) => (cache.voids.get(id) ?? 0) > segment.order;
    if (documents) addHits(hits, score({ documents, postings, isVoid }), walk.seen);
  }
}

function collectionOf(read: Lookups[]): Collection {
  const documents = read.reduce((sum, { segment }) => sum + segment.documents, 0);
  const terms = read.reduce((sum, { segment }) => sum + segment.terms, 0);
  return { documents, averageLength: terms / Math.max(1, documents) };
}

function frequenciesOf(read: Lookups[], lookups: Lookup[]): (lookup: Lookup) => number {
  const sums = new Map(
    lookups.map((each) => [each, read.reduce((sum, { frequencyOf }) => sum + frequencyOf(each), 0)]),
  );
  return (lookup) => sums.get(lookup) ?? 0;
}

/** So many of the next segments as may have enough hits: the tables of others need not be read. */
function countOfNext(read: Lookups[], plan: Plan, enough: number): number {
  let most = 0;
  const last = read.findIndex((each) => (most += mostHits(each, plan)) >= enough);
  return last < 0 ? read.length : last + 1;
}

function mostHits({ segment, frequencyOf }: Lookups, { criteria }: Plan): number {
  const sum = (lookups: Lookup[]) => lookups.reduce((total, lookup) => total + frequencyOf(lookup), 0);
  const most = ({ words, labels }: Criterion) =>
    sum(labels) + (words.length > 0 ? Math.min(...words.map(frequencyOf)) : 0);
  return Math.min(segment.documents, ...criteria.filter(({ not }) => !not).map(most));
}

function firstOf(segments: Segment[], lookups: Lookup[]): Segment[] {
  let blocks = 0;
  const end = segments.findIndex((segment, i) => {
    blocks += blocksNeeded(segment, lookups);
    return i > 0 && blocks > BLOCKS_AT_ONCE;
  });
  return end < 0 ? segments : segments.slice(0, end);
}

function addHits(hits: Hits, more: Hits, seen: Set<number>): void {
  for (const [i, id] of more.ids.entries()) {
    if (seen.has(id)) continue;
    hits.ids.push(id);
    hits.sortAts.push(more.sortAts[i] ?? 0);
    hits.scores.push(more.scores[i] ?? 0);
  }
}
