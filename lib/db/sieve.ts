import { Dexie } from "dexie";
import { searchTextOf } from "../feed/searchText.ts";
import type { Article, View } from "../model.ts";
import { matches, type SearchDocument } from "../search/matches.ts";
import type { Plan, TitledFeed } from "../search/plan.ts";
import { getBodies } from "./bodies.ts";
import type { Db } from "./schema.ts";

/**
 * The ids that the views of a plan leave, as a test; null where a view is too large to be read as keys for one page: then
 * `siftRows` asks the rows.
 */
export async function readViews(db: Db, plan: Plan, most: number): Promise<((id: number) => boolean) | null> {
  const counters = await db.counters.bulkGet(plan.views.map(({ view }) => view));
  if (counters.some((counter) => (counter?.count ?? 0) > most)) return null;
  const views = await Promise.all(plan.views.map(async ({ view, not }) => ({ ids: await idsIn(db, view), not })));
  return (id) => views.every(({ ids, not }) => ids.has(id) !== not);
}

async function idsIn(db: Db, view: View): Promise<Set<number>> {
  return new Set(await db.articles.where("places").between([view], [view, Dexie.maxKey]).primaryKeys());
}

/** The articles of these hits that hold what the index does not know: their flags, and which words stand side by side. */
export async function siftRows(db: Db, ids: number[], asked: { plan: Plan; feeds: TitledFeed[] }): Promise<Article[]> {
  const { plan, feeds } = asked;
  const rows = (await db.articles.bulkGet(ids)).filter((row) => row !== undefined);
  const seen = rows.filter((row) => plan.views.every(({ view, not }) => (row[view] === 1) !== not));
  if (plan.phrases.length === 0) return seen;
  const titles = new Map(feeds.map(({ id, title }) => [id, title]));
  const query = { clauses: plan.phrases };
  const isSure = seen.map((row) => isWanted(plan) && matches(query, documentOf(row, { titles, text: "" })));
  const unsure = seen.filter((_, i) => !isSure[i]);
  const texts = await getBodies(db, unsure);
  const found = new Set(
    unsure.filter((row, i) => matches(query, documentOf(row, { titles, text: searchTextOf(texts[i] ?? null) }))),
  );
  return seen.filter((row, i) => isSure[i] || found.has(row));
}

/** What a phrase that is wanted is found in without the text, it is found in with the text. */
const isWanted = ({ phrases }: Plan): boolean => phrases.every(({ not }) => !not);

function documentOf(row: Article, { titles, text }: { titles: Map<string, string>; text: string }): SearchDocument {
  return { ...row, feedTitle: titles.get(row.feedId) ?? "", text };
}
