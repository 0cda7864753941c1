import { ensureHomeFeed, type NewFeed } from "./feeds.ts";
import type { Db } from "./schema.ts";

/** Numbers that go on, so that no old one is given twice, and what hosts asked of this installation. */
const LASTING = ["nextArticleId", "nextChunkId", "nextSegmentId", "installation", "hostPauses", "backupSavedAt"];

/** What a restored backup replaces: all but the snapshots and the ledger of requests. Inside a transaction over all stores. */
export async function clearStores(db: Db): Promise<void> {
  const { feeds, articles, bodies, images, counters, tombstones, revisions, segments, segmentBlocks } = db;
  const stores = [feeds, articles, bodies, images, counters, tombstones, revisions, segments, segmentBlocks];
  await Promise.all([...stores, db.positions, db.tags].map((store) => store.clear()));
  await db.state.where("key").noneOf(LASTING).delete();
}

/** As on the first day, at once or not at all: nothing is left but the home feed, unread. */
export async function eraseEverything(db: Db, home: Omit<NewFeed, "id">, now: number): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    await Promise.all(db.tables.map((store) => store.clear()));
    await ensureHomeFeed(db, home, now);
  });
}
