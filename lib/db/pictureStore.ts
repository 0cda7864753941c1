import { Dexie } from "dexie";
import type { Article, StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/**
 * Stores a picture that was fetched; its large size once for all addresses that it was found at. Resolves to the bytes of
 * all pictures with it.
 */
export function storePicture(db: Db, fetched: StoredImage, now: number): Promise<number> {
  return db.transaction("rw", db.images, db.state, async () => {
    const present = await db.images.get(fetched.url);
    // It has been queued for more articles, or deleted with its article, since it was asked for.
    if (!present) return weigh(db, 0);
    const { sameAs: _, ...image } = { ...present, ...fetched, ...heldBy(present) };
    const twin = await twinOf(db, image);
    const stored = twin ? { ...image, full: null, sameAs: twin.url } : image;
    const bytes = bytesOf(stored);
    await db.images.put({ ...stored, ...(bytes > 0 && { bytes, readAt: now }) });
    if (bytes > 0) await clearState(db, "storageFull");
    return weigh(db, bytes - (present.bytes ?? 0));
  });
}

/** What other rows say of it meanwhile. */
const heldBy = ({ isShared, articleId }: StoredImage): Partial<StoredImage> => ({
  ...(isShared && { isShared }),
  ...(articleId !== undefined && { articleId }),
});

async function twinOf(db: Db, { url, hash }: StoredImage): Promise<StoredImage | undefined> {
  if (hash === undefined) return undefined;
  return (await db.images.where("hash").equals(hash).toArray()).find((other) => other.full && other.url !== url);
}

const bytesOf = ({ full, thumb }: StoredImage): number => (full?.size ?? 0) + (thumb?.size ?? 0);

/**
 * Takes away the pictures that were read longest ago, and before `readBefore`, until the rest is no more than this. Those
 * of starred and later articles stay. Resolves to the bytes that were freed.
 */
export function evictPictures(db: Db, downTo: number, readBefore = Infinity): Promise<number> {
  // One transaction: what is starred meanwhile must not lose its picture.
  return db.transaction("rw", db.images, db.articles, db.state, async () => {
    let left = (await readState(db, "pictureBytes")) ?? 0;
    if (left <= downTo) return 0;
    const kept = await keptPictures(db);
    const before = left;
    const evicted: StoredImage[] = [];
    const oldest = db.images
      .where("readAt")
      .below(readBefore)
      .until(() => left <= downTo);
    await oldest.each((image) => {
      if (kept.has(image.url) || left <= downTo) return;
      evicted.push(image);
      left -= image.bytes ?? 0;
    });
    await db.images.bulkPut(evicted.map(withoutPicture));
    await weigh(db, left - before);
    return before - left;
  });
}

function withoutPicture({ bytes: _, readAt: __, ...image }: StoredImage): StoredImage {
  return { ...image, full: null, thumb: null };
}

const PAGE = 200;

/** The pictures of all starred and later articles. */
async function keptPictures(db: Db): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const view of ["starred", "later"]) {
    let lower: unknown[] = [view];
    for (;;) {
      const rows = await db.articles.where("places").between(lower, [view, Dexie.maxKey], false).limit(PAGE).toArray();
      const heroes = rows.flatMap(({ hero }) => hero?.url ?? []);
      const ids = rows.map(({ id }) => id);
      const images = [
        ...(await db.images.bulkGet(heroes)),
        ...(await db.images.where("articleId").anyOf(ids).toArray()),
      ];
      for (const image of images) if (image) kept.add(image.sameAs ?? image.url).add(image.url);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      lower = [view, last.sortAt, last.id];
    }
  }
  return kept;
}

/**
 * Deletes the pictures that were stored for these articles and that nobody else has asked for. Must run inside the
 * transaction that deletes the articles.
 */
export async function dropPictures(db: Db, articles: Pick<Article, "id">[]): Promise<void> {
  const ids = articles.map(({ id }) => id);
  const gone = (await db.images.where("articleId").anyOf(ids).toArray()).filter(({ isShared }) => !isShared);
  await db.images.bulkDelete(gone.map(({ url }) => url));
  let freed = 0;
  for (const image of gone) freed += (image.bytes ?? 0) - (await bequeath(db, image));
  await weigh(db, -freed);
}

/** What other rows show as well is theirs. Resolves to its bytes. */
async function bequeath(db: Db, { url, hash, full, readAt = 0 }: StoredImage): Promise<number> {
  if (!full || hash === undefined) return 0;
  const heirs = (await db.images.where("hash").equals(hash).toArray()).filter(({ sameAs }) => sameAs === url);
  const [first, ...others] = heirs;
  if (!first) return 0;
  const { sameAs: _, ...heir } = first;
  const bytes = (heir.bytes ?? 0) + full.size;
  await db.images.put({ ...heir, full, bytes, readAt: Math.max(readAt, heir.readAt ?? 0) });
  await db.images.bulkPut(others.map((other) => ({ ...other, sameAs: heir.url })));
  return full.size;
}

const WEIGHED_AT_ONCE = 50;

/** Weighs what earlier versions stored: such pictures count as the oldest. One read where all are. */
export async function weighOldPictures(db: Db): Promise<void> {
  while ((await readState(db, "weighedThrough")) !== null) await weighSome(db);
}

function weighSome(db: Db): Promise<void> {
  return db.transaction("rw", db.images, db.state, async () => {
    const after = (await readState(db, "weighedThrough")) ?? "";
    const images = await db.images.where("url").above(after).limit(WEIGHED_AT_ONCE).toArray();
    const old = images.filter((image) => image.full !== null && image.bytes === undefined);
    await db.images.bulkPut(old.map((image) => ({ ...image, bytes: bytesOf(image), readAt: 0 })));
    await weigh(
      db,
      old.reduce((sum, image) => sum + bytesOf(image), 0),
    );
    const last = images.length < WEIGHED_AT_ONCE ? null : (images.at(-1)?.url ?? null);
    await writeState(db, "weighedThrough", last);
  });
}

/** The sum is written in the transaction of the rows that it counts. */
async function weigh(db: Db, change: number): Promise<number> {
  const bytes = ((await readState(db, "pictureBytes")) ?? 0) + change;
  if (change !== 0) await writeState(db, "pictureBytes", bytes);
  return bytes;
}
