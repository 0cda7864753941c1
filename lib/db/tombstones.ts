import { Dexie } from "dexie";
import { hashText } from "../feed/hash.ts";
import type { Article, Tombstone } from "../model.ts";
import type { Db } from "./schema.ts";

/** How long a deleted article is remembered after its feed was last seen to list it. */
const REMEMBERED_MS = 180 * 24 * 3_600_000;

/** Must run inside the transaction that deletes the articles. */
export async function bury(db: Db, articles: Article[], now: number): Promise<void> {
  const rows = articles.map(({ feedId, ...article }): Omit<Tombstone, "id"> => ({
    feedId,
    ...inscribed(article),
    seenAt: now,
  }));
  // The `++id` of the schema fills in the id that the row type asks for.
  await db.tombstones.bulkAdd(rows as Tombstone[]);
}

/** What a tombstone says of its article: hashes, so that it stays small. */
export function inscribed({ keys, title }: Pick<Article, "keys" | "title">): Pick<Tombstone, "keys" | "titleHash"> {
  return { keys: keys.map(hashText), titleHash: hashText(title) };
}

/** The tombstones that share a key with a document of this feed. */
export function findBuried(db: Db, keys: string[]): Promise<Tombstone[]> {
  return db.tombstones.where("keys").anyOf(keys.map(hashText)).distinct().toArray();
}

/** Written at most so often per tombstone, so that an unchanged feed costs no writes. */
const SEEN_EVERY_MS = 24 * 3_600_000;
/** Of an article whose guid changes with every fetch. */
const KEYS_KEPT = 8;

/** A tombstone whose article is listed still, as it is to be written; null where it may stay as it is. */
export function seenAgain(
  tombstone: Tombstone,
  item: Pick<Tombstone, "keys" | "titleHash">,
  now: number,
): Tombstone | null {
  const keys = [...new Set([...item.keys, ...tombstone.keys])].slice(0, KEYS_KEPT);
  const isSame = tombstone.titleHash === item.titleHash && item.keys.every((key) => tombstone.keys.includes(key));
  if (isSame && now - tombstone.seenAt < SEEN_EVERY_MS) return null;
  return { ...tombstone, keys, titleHash: item.titleHash, seenAt: now };
}

/** Forgotten in one refresh; the rest have time. */
const FORGOTTEN_AT_ONCE = 200;

/** Forgets those of a feed's dead that it has long not listed. */
export async function forgetBuried(db: Db, feedId: string, now: number): Promise<void> {
  const unlisted = db.tombstones
    .where("[feedId+seenAt]")
    .between([feedId, Dexie.minKey], [feedId, now - REMEMBERED_MS], true, false);
  await db.tombstones.bulkDelete(await unlisted.limit(FORGOTTEN_AT_ONCE).primaryKeys());
}
