import type { Article } from "../model.ts";
import { dropBodies } from "./bodies.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { dropPictures } from "./pictureStore.ts";
import type { Db } from "./schema.ts";
import { indexTables, voidArticles } from "./searchIndex.ts";
import { bury } from "./tombstones.ts";

/** Small enough that no transaction blocks a page for long. */
const CHUNK = 500;

/**
 * Deletes articles with their texts, revisions and positions, and remembers them, so that a feed that still lists them does not
 * bring them back. Pictures go with the only article that showed them.
 */
export function deleteArticles(db: Db, ids: number[], now: number): Promise<void> {
  return deleteWhere(db, ids, { now, mayGo: () => true });
}

type Condition = { now: number; mayGo: (article: Article) => boolean };

/** The same of those of which the condition holds in the moment of their deletion. */
export async function deleteWhere(db: Db, given: number[], condition: Condition): Promise<void> {
  const ids = [...new Set(given)]; // a row met twice would be counted twice
  for (let start = 0; start < ids.length; start += CHUNK) {
    await deleteChunk(db, ids.slice(start, start + CHUNK), condition);
  }
}

function deleteChunk(db: Db, ids: number[], { now, mayGo }: Condition): Promise<void> {
  const { articles: rows, bodies, revisions, positions, counters, tombstones, images, state } = db;
  const tables = [rows, bodies, revisions, positions, counters, tombstones, images, state, ...indexTables(db)];
  return db.transaction("rw", tables, async () => {
    const stored = await db.articles.bulkGet(ids);
    const articles = stored.filter((row) => row !== undefined).filter(mayGo);
    const delta: CountDelta = new Map();
    for (const article of articles) addToDelta(delta, article, null);
    await removeArticles(db, articles);
    await applyDelta(db, delta);
    await bury(db, articles, now);
    await dropPictures(db, articles);
  });
}

/** Leaves the counters to the caller, whose transaction this must run in. */
export async function removeArticles(db: Db, articles: Article[]): Promise<void> {
  const ids = articles.map((article) => article.id);
  await db.articles.bulkDelete(ids);
  await dropBodies(db, articles);
  await db.revisions.where("articleId").anyOf(ids).delete();
  await db.positions.bulkDelete(ids);
  await voidArticles(db, ids);
}
