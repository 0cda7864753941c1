import { getBodies } from "../../lib/db/bodies.ts";
import { readCounts, recount } from "../../lib/db/counters.ts";
import { recordOf } from "../../lib/db/feedRecord.ts";
import type { Db } from "../../lib/db/schema.ts";

/** All that a store holds, without what depends on when and in which order it was written: numbers, addresses, times of fetching. */
export async function canonical(db: Db) {
  const [articles, feeds, tags, tombstones, positions, counts] = await Promise.all([
    db.articles.toArray(),
    db.feeds.toArray(),
    db.tags.toArray(),
    db.tombstones.toArray(),
    db.positions.toArray(),
    readCounts(db),
  ]);
  const texts = await getBodies(db, articles);
  const keyOf = new Map(articles.map(({ id, keys }) => [id, keys[0] ?? ""]));
  return {
    articles: articles
      .map(({ id: _, body: __, places, ...article }, i) => ({
        ...article,
        text: texts[i],
        scopes: places.map(([scope]) => scope).sort(),
      }))
      .sort((a, b) => (byKey(a) < byKey(b) ? -1 : 1)),
    // Ties of time keep their order.
    order: (await db.articles.where("places").between(["all"], ["all", []]).toArray()).map(byKey),
    feeds: feeds.map(recordOf),
    tags,
    tombstones: tombstones.map(({ id: _, ...rest }) => rest).sort((a, b) => (byKey(a) < byKey(b) ? -1 : 1)),
    positions: positions
      .map(({ articleId, ...position }) => ({ ...position, key: keyOf.get(articleId) ?? "" }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    counts: sortedCounts(counts),
    recounted: sortedCounts(await recount(db)),
  };
}

const byKey = ({ keys }: { keys: string[] }): string => keys[0] ?? "";
const sortedCounts = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
