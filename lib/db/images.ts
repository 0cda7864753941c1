import type { StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";

/** Its large size only where it is not stored under another address as well: see `getImages`. */
export function getImage(db: Db, url: string): Promise<StoredImage | undefined> {
  return db.images.get(url);
}

export async function getImages(db: Db, urls: string[]): Promise<StoredImage[]> {
  const rows = (await db.images.bulkGet(urls)).filter((row) => row !== undefined);
  const elsewhere = rows.flatMap(({ sameAs }) => sameAs ?? []);
  if (elsewhere.length === 0) return rows;
  const owners = new Map((await db.images.bulkGet(elsewhere)).map((owner) => [owner?.url, owner]));
  return rows.map((row) => {
    const owner = owners.get(row.sameAs);
    // Fetched anew, it may be another picture by now.
    return owner && owner.hash === row.hash ? { ...row, full: owner.full } : row;
  });
}

/** The queue of the picture fetcher, those of the newest articles first. */
export async function wantedImages(db: Db): Promise<StoredImage[]> {
  const images = await db.images.where("wanted").equals(1).toArray();
  const articles = await db.articles.bulkGet([...new Set(images.map(({ articleId = 0 }) => articleId))]);
  const sortAt = new Map(articles.map((article) => [article?.id, article?.sortAt ?? 0]));
  const timeOf = ({ articleId }: StoredImage) => sortAt.get(articleId) ?? 0;
  return images.sort((a, b) => timeOf(b) - timeOf(a));
}

export async function changeImage(db: Db, url: string, change: Pick<StoredImage, "wanted" | "tries">): Promise<void> {
  await db.images.update(url, change);
}
