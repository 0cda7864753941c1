import { getBodies } from "./bodies.ts";
import { buryBlocks, dropDeadBlocks } from "./deadSegments.ts";
import { mergeOn } from "./mergeSegments.ts";
import type { Db } from "./schema.ts";
import { indexTables, startIndexDraft, takeSegmentId } from "./searchIndex.ts";
import { clearState, readState, writeState, type Indexing } from "./state.ts";

/**
 * All that the index still has to have done: articles of old indexed, segments merged, what is left of merged ones
 * deleted. In small transactions; a worker killed between any two is followed by one that goes on.
 */
export async function tendIndex(db: Db): Promise<void> {
  let hasRebuilt = false;
  for (;;) {
    const hasIndexed = await indexOn(db);
    const step = await mergeOn(db);
    if (step === "damaged") {
      // What is damaged as soon as it is made is not mended by making it again and again.
      if (hasRebuilt) return;
      hasRebuilt = true;
      await rebuildIndex(db);
    }
    const hasDropped = await dropDeadBlocks(db);
    if (!hasIndexed && step === "nothing" && !hasDropped) return;
  }
}

/**
 * Asks for the index to be made anew from the articles: `tendIndex` does it, and until it has, the old one is searched.
 * Asked twice, it begins again.
 */
export function rebuildIndex(db: Db): Promise<void> {
  return db.transaction("rw", indexTables(db), async () => {
    const merge = await readState(db, "merge");
    if (merge) await buryBlocks(db, [merge.segment]);
    await clearState(db, "merge");
    const below = (await readState(db, "nextArticleId")) ?? 1;
    await writeState(db, "indexing", { below, of: below, replaces: await takeSegmentId(db) });
  });
}

/** How much of the articles of old is in the index, from 0 to 1; null where there is nothing to do. */
export async function indexingProgress(db: Db): Promise<number | null> {
  const indexing = await readState(db, "indexing");
  return indexing ? 1 - indexing.below / indexing.of : null;
}

/** Articles that are indexed at once: they make a segment. */
const ARTICLES_AT_ONCE = 100;

/** Indexes some articles that are not yet, the newest first; false where there are none. */
async function indexOn(db: Db): Promise<boolean> {
  if (!(await readState(db, "indexing"))) return false;
  return db.transaction("rw", [db.articles, db.bodies, ...indexTables(db)], async () => {
    const indexing = await readState(db, "indexing");
    if (!indexing) return false;
    const articles = await db.articles.where("id").below(indexing.below).reverse().limit(ARTICLES_AT_ONCE).toArray();
    const texts = await getBodies(db, articles);
    const index = startIndexDraft();
    for (const [i, article] of [...articles.entries()].reverse()) index.add(article, texts[i] ?? null);
    await index.write(
      db,
      await alreadyIndexed(
        db,
        articles.map(({ id }) => id),
      ),
    );
    const last = articles.at(-1);
    if (last && articles.length === ARTICLES_AT_ONCE) await writeState(db, "indexing", { ...indexing, below: last.id });
    else await finishIndexing(db, indexing);
    return true;
  });
}

/** Those that other segments may name: an article that was changed before its turn, all of them where the index is made anew. */
async function alreadyIndexed(db: Db, ids: number[]): Promise<number[]> {
  const ranges = (await db.segments.toArray()).map((segment) => segment.ids);
  return ids.filter((id) => ranges.some(([least, greatest]) => id >= least && id <= greatest));
}

async function finishIndexing(db: Db, { replaces }: Indexing): Promise<void> {
  if (replaces !== null) {
    const replaced = await db.segments.filter(({ order }) => order < replaces).primaryKeys();
    await db.segments.bulkDelete(replaced);
    await buryBlocks(db, replaced);
  }
  await clearState(db, "indexing");
}
