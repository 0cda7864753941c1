import type { Plan } from "../search/plan.ts";
import { scoreSegment, type Hits } from "../search/scoreSegment.ts";
import type { Lookup } from "../search/termBlocks.ts";
import type { Db, Segment } from "./schema.ts";
import { readSegments } from "./segmentCache.ts";
import { blocksNeeded, readParts } from "./segmentParts.ts";

/** A way through the index, the newest segments first. */
export type Walk = {
  isDone: boolean;
  isDamaged: boolean;
  /** Hits so far. */
  found: number;
  /** Segments that have been read. */
  read: Set<number>;
  /** Articles that have been found, while segments may still be merged before the rest is read. */
  seen: Set<number>;
};

export const startWalk = (): Walk => ({ isDone: false, isDamaged: false, found: 0, read: new Set(), seen: new Set() });

/** Blocks that are read at once: with this many, most queries are answered whole. */
const BLOCKS_AT_ONCE = 64;

/** The hits of the next segments. Must run inside a transaction that reads segments and their blocks. */
export async function readOn(db: Db, walk: Walk, { plan, now }: { plan: Plan; now: number }): Promise<Hits> {
  const cache = await readSegments(db);
  const all = [...cache.segments.values()];
  const left = all.filter(({ id }) => !walk.read.has(id)).sort((a, b) => b.newestAt - a.newestAt || b.order - a.order);
  const lookups = plan.criteria.flatMap((criterion) => [...criterion.words, ...criterion.labels]);
  const segments = firstOf(left, lookups);
  const { parts, frequencyOf, isDamaged } = await readParts(db, cache, { segments, lookups });
  const documents = segments.reduce((sum, each) => sum + each.documents, 0);
  const terms = segments.reduce((sum, each) => sum + each.terms, 0);
  const ranking = { documents, averageLength: terms / Math.max(1, documents), now, frequencyOf };
  const hits: Hits = { ids: [], scores: [] };
  for (const part of parts) addHits(hits, scoreSegment(plan, part, ranking), walk.seen);
  for (const { id } of segments) walk.read.add(id);
  walk.isDone = segments.length === left.length;
  walk.isDamaged ||= isDamaged;
  walk.found += hits.ids.length;
  if (!walk.isDone) for (const id of hits.ids) walk.seen.add(id);
  return hits;
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
    hits.scores.push(more.scores[i] ?? 0);
  }
}
