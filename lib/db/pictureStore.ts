import { Dexie } from "dexie";
import type { Article, StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/** Stores a picture that was fetched. Resolves to the bytes of all pictures with it. */
export function storePicture(db: Db, image: StoredImage, now: number): Promise<number> {
  return db.transaction("rw", db.images, db.state, async () => {
    const bytes = bytesOf(image);
    const present = await db.images.get(image.url);
    // It has been queued for more articles, or deleted with its article, since it was asked for.
    if (!present) return weigh(db, 0);
    await db.images.put({ ...present, ...image, ...sharedBy(present), ...(bytes > 0 && { bytes, readAt: now }) });
    if (bytes > 0) await clearState(db, "storageFull");
    return weigh(db, bytes - (present.bytes ?? 0));
  });
}

const sharedBy = ({ isShared }: StoredImage): Pick<StoredImage, "isShared"> => (isShared ? { isShared } : {});

const bytesOf = ({ full, thumb }: StoredImage): number => (full?.size ?? 0) + (thumb?.size ?? 0);

const NOTED_EVERY_MS = 24 * 3_600_000;

/** Notes that the article of a picture was read. Written once a day, so that reading costs no writes. */
export async function noteRead(db: Db, url: string, now: number): Promise<void> {
  const image = await db.images.get(url);
  if (image?.readAt === undefined || Math.abs(now - image.readAt) < NOTED_EVERY_MS) return;
  await db.images.update(url, { readAt: now });
}

/**
 * Takes away the pictures that were read longest ago, until the rest is no more than this. Those of starred and later
 * articles stay. Resolves to the bytes that were freed.
 */
export function evictPictures(db: Db, downTo: number): Promise<number> {
  // One transaction: what is starred meanwhile must not lose its picture.
  return db.transaction("rw", db.images, db.articles, db.state, async () => {
    let left = (await readState(db, "pictureBytes")) ?? 0;
    if (left <= downTo) return 0;
    const kept = await keptPictures(db);
    const before = left;
    const evicted: StoredImage[] = [];
    const oldest = db.images.orderBy("readAt").until(() => left <= downTo);
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
      for (const { hero } of rows) if (hero) kept.add(hero.url);
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
export async function dropPictures(db: Db, articles: Pick<Article, "id" | "hero">[]): Promise<void> {
  const ids = new Map(articles.flatMap(({ id, hero }) => (hero ? [[hero.url, id] as const] : [])));
  if (ids.size === 0) return;
  const images = await db.images.bulkGet([...ids.keys()]);
  const gone = images.filter(
    (image) => image !== undefined && !image.isShared && image.articleId === ids.get(image.url),
  );
  await db.images.bulkDelete(gone.flatMap((image) => image?.url ?? []));
  await weigh(db, -gone.reduce((sum, image) => sum + (image?.bytes ?? 0), 0));
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
