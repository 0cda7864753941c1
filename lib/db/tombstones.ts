import { Dexie } from "dexie";
import { hashText } from "../feed/hash.ts";
import type { Article, Tombstone } from "../model.ts";
import type { Db } from "./schema.ts";

/** How long a deleted article is remembered after its feed was last seen to list it. */
const REMEMBERED_MS = 180 * 24 * 3_600_000;

/** Must run inside the transaction that deletes the articles. */
export async function bury(db: Db, articles: Article[], now: number): Promise<void> {
  const rows = articles.map(({ feedId, keys, title }): Omit<Tombstone, "id"> => ({
    ...{ feedId, keys: keys.map(hashText), titleHash: hashText(title), seenAt: now },
  }));
  // The `++id` of the schema fills in the id that the row type asks for.
  await db.tombstones.bulkAdd(rows as Tombstone[]);
}

/** The tombstones that share a key with a document of this feed. */
export function findBuried(db: Db, keys: string[]): Promise<Tombstone[]> {
  return db.tombstones.where("keys").anyOf(keys.map(hashText)).distinct().toArray();
}

/** Written at most so often per tombstone, so that an unchanged feed costs no writes. */
const SEEN_EVERY_MS = 24 * 3_600_000;
/** Forgotten in one refresh; the rest have time. */
const FORGOTTEN_AT_ONCE = 200;

/** Notes which of a feed's dead its document still lists, and forgets those that it has long not listed. */
export async function tendTombstones(
  db: Db,
  feedId: string,
  listed: { buried: Tombstone[]; now: number },
): Promise<void> {
  const { buried, now } = listed;
  const stale = buried.filter(({ seenAt }) => now - seenAt >= SEEN_EVERY_MS);
  await db.tombstones.bulkPut(stale.map((tombstone) => ({ ...tombstone, seenAt: now })));
  const forgotten = db.tombstones
    .where("[feedId+seenAt]")
    .between([feedId, Dexie.minKey], [feedId, now - REMEMBERED_MS], true, false);
  await db.tombstones.bulkDelete(await forgotten.limit(FORGOTTEN_AT_ONCE).primaryKeys());
}
