import type { Article, StoredImage } from "../model.ts";
import type { Db } from "./schema.ts";

/** A first load may hold thousands of articles; nobody is asked for thousands of pictures at once. */
const PICTURES_AT_ONCE = 100;

/** Queues the pictures of the newest, and notes which pictures several articles show. Inside the articles' transaction. */
export async function queueImages(db: Db, articles: Article[]): Promise<void> {
  const newest = articles.filter(({ hero }) => hero !== null).sort((a, b) => b.sortAt - a.sortAt);
  const askers = new Map<string, Article[]>();
  for (const article of newest) {
    const url = article.hero?.url ?? "";
    askers.set(url, [...(askers.get(url) ?? []), article]);
  }
  const urls = [...askers.keys()];
  const present = await db.images.bulkGet(urls);
  const known = present.flatMap((image) => (image && becomesShared(image, askers.get(image.url)) ? [image] : []));
  await db.images.bulkPut(known.map((image) => ({ ...image, isShared: true as const })));
  const missing = urls.slice(0, PICTURES_AT_ONCE).filter((_, i) => present[i] === undefined);
  await db.images.bulkAdd(missing.map((url) => wantedImage(url, askers.get(url) ?? [])));
}

const becomesShared = (image: StoredImage, askers: Article[] = []): boolean =>
  !image.isShared && askers.some(({ id }) => id !== image.articleId);

function wantedImage(url: string, [first, ...others]: Article[]): StoredImage {
  return {
    url,
    feedId: first?.feedId ?? "",
    ...(first && { articleId: first.id }),
    ...(others.length > 0 && { isShared: true as const }),
    wanted: 1,
    tries: 0,
    full: null,
    thumb: null,
    width: 0,
    height: 0,
  };
}
