import type { StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";

export function getImage(db: Db, url: string): Promise<StoredImage | undefined> {
  return db.images.get(url);
}

export async function getImages(db: Db, urls: string[]): Promise<StoredImage[]> {
  const rows = await db.images.bulkGet(urls);
  return rows.filter((row) => row !== undefined);
}

/** The addresses in the queue of the picture fetcher. */
export function wantedImages(db: Db): Promise<string[]> {
  return db.images.where("wanted").equals(1).primaryKeys();
}

export async function changeImage(db: Db, url: string, change: Pick<StoredImage, "wanted" | "tries">): Promise<void> {
  await db.images.update(url, change);
}
