import type { DocumentTable } from "../search/buildSegment.ts";
import type { Db, Segment } from "./schema.ts";

/** What a page knows of the index. Segments never change, so that those read once need not be read again. */
export type SegmentCache = {
  segments: Map<number, Segment>;
  tables: Map<number, DocumentTable>;
  /** By article: the order below which segments have nothing to say of it. */
  voids: Map<number, number>;
};

const caches = new WeakMap<Db, SegmentCache>();

/** Must run inside a transaction that reads segments. Forgets those that are gone. */
export async function readSegments(db: Db): Promise<SegmentCache> {
  const cache = caches.get(db) ?? { segments: new Map(), tables: new Map(), voids: new Map() };
  caches.set(db, cache);
  const ids = await db.segments.toCollection().primaryKeys();
  const missing = ids.filter((id) => !cache.segments.has(id));
  const gone = cache.segments.size + missing.length > ids.length;
  if (missing.length === 0 && !gone) return cache;
  // The first time, all of them are missing: one request brings them.
  const read = missing.length === ids.length ? await db.segments.toArray() : await db.segments.bulkGet(missing);
  for (const segment of read) if (segment) cache.segments.set(segment.id, segment);
  if (gone) forgetGone(cache, new Set(ids));
  cache.voids = voidsOf(cache.segments.values());
  return cache;
}

function forgetGone({ segments, tables }: SegmentCache, present: Set<number>): void {
  for (const id of [...segments.keys()].filter((id) => !present.has(id))) {
    segments.delete(id);
    tables.delete(id);
  }
}

function voidsOf(segments: Iterable<Segment>): Map<number, number> {
  const voids = new Map<number, number>();
  for (const { voided, order } of segments) {
    for (const id of voided) if ((voids.get(id) ?? 0) < order) voids.set(id, order);
  }
  return voids;
}
