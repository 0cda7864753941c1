import { getBodies } from "../../lib/db/bodies.ts";
import { readChoices } from "../../lib/db/choices.ts";
import type { Db } from "../../lib/db/schema.ts";
import { openSearch } from "../../lib/db/search.ts";
import { searchTextOf } from "../../lib/feed/searchText.ts";
import { matches } from "../../lib/search/matches.ts";
import type { Query } from "../../lib/search/query.ts";
import { NOW } from "./rows.ts";

/** All pages of what the index finds, each id as often as it is shown. */
export async function found(
  db: Db,
  query: Query,
): Promise<{ ids: number[]; total: number | null; isDamaged: boolean }> {
  const search = openSearch(db, query, { feeds: await db.feeds.toArray(), choices: await readChoices(db), now: NOW });
  const ids: number[] = [];
  for (;;) {
    const page = await search.next();
    ids.push(...page.articles.map(({ id }) => id));
    if (!page.isLast) continue;
    const total = page.total ?? (await search.count(() => true));
    return { ids: ids.sort((a, b) => a - b), total, isDamaged: page.isDamaged };
  }
}

/** What a query means, by looking at every row. */
export async function scanned(db: Db, query: Query): Promise<number[]> {
  const articles = await db.articles.toArray();
  const texts = await getBodies(db, articles);
  const titles = new Map((await db.feeds.toArray()).map(({ id, title }) => [id, title]));
  const hits = articles.filter((article, i) =>
    matches(query, {
      ...article,
      tagNames: article.tags,
      feedTitle: titles.get(article.feedId) ?? "",
      text: searchTextOf(texts[i] ?? null),
    }),
  );
  return hits.map(({ id }) => id);
}
