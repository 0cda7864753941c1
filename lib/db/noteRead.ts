import type { Article, StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";

const NOTED_EVERY_MS = 24 * 3_600_000;

/** Notes that the article of these pictures was read. Written once a day, so that reading costs no writes. */
export async function noteRead(db: Db, { id, hero }: Pick<Article, "id" | "hero">, now: number): Promise<void> {
  const own = await db.images.where("articleId").equals(id).primaryKeys();
  const images = await db.images.bulkGet([...new Set([...own, ...(hero ? [hero.url] : [])])]);
  const isNew = ({ readAt = now }: StoredImage) => Math.abs(now - readAt) >= NOTED_EVERY_MS;
  const noted = images.flatMap((image) => (image && isNew(image) ? [image.url, image.sameAs ?? []].flat() : []));
  for (const url of noted) await db.images.update(url, { readAt: now });
}
