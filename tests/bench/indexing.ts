import { getBodies } from "../../lib/db/bodies.ts";
import { tendIndex } from "../../lib/db/indexing.ts";
import type { Db } from "../../lib/db/schema.ts";
import { indexTables, startIndexDraft } from "../../lib/db/searchIndex.ts";
import { searchTextOf } from "../../lib/feed/searchText.ts";
import type { Article, Body } from "../../lib/model.ts";
import { eachTermPlace } from "../../lib/search/terms.ts";

/** The newest articles as they are indexed anew: every fifth to the last word. */
export type Unindexed = { article: Article; text: Body | null }[];

export async function readUnindexed(db: Db, count: number): Promise<Unindexed> {
  await Promise.all([db.segments.clear(), db.segmentBlocks.clear()]);
  const articles = await db.articles.orderBy("id").reverse().limit(count).toArray();
  const texts = await getBodies(db, articles);
  const textOf = (id: number, i: number) => (id % 5 === 0 ? (texts[i] ?? null) : null);
  return articles.map((article, i) => ({ article, text: textOf(article.id, i) })).reverse();
}

/** In transactions of 200, and merged. */
export async function indexAnew(db: Db, documents: Unindexed): Promise<void> {
  for (let at = 0; at < documents.length; at += 200) {
    const draft = startIndexDraft();
    for (const { article, text } of documents.slice(at, at + 200)) draft.add(article, text);
    await db.transaction("rw", indexTables(db), async () => draft.write(db, []));
  }
  await tendIndex(db);
}

/** Finds all their words and keeps none: the least that any index of ours can cost. */
export function findWords(documents: Unindexed): number {
  let found = 0;
  for (const { article, text } of documents) {
    for (const each of [article.title, article.summary, searchTextOf(text)]) eachTermPlace(each, () => void found++);
  }
  return found;
}
