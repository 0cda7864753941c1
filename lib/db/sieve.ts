import { Dexie } from "dexie";
import type { Article, View } from "../model.ts";
import type { Plan, TitledFeed } from "../search/plan.ts";
import { hiddenScope } from "./places.ts";
import { withPhrases } from "./phrases.ts";
import type { Db } from "./schema.ts";

/** `sortAt` between both. */
export type Span = { from: number; to: number };

/**
 * The ids that the views of a plan leave, as a test that holds within the span; null where there are none, and where one
 * is too large to be read as keys for one page: then `siftRows` asks the rows.
 */
export async function readViews(
  db: Db,
  plan: Plan,
  { most, ...span }: Span & { most: number },
): Promise<((id: number) => boolean) | null> {
  if (plan.views.length === 0) return null;
  const counters = await db.counters.bulkGet(plan.views.flatMap(({ view }) => scopesOf(view)));
  if (counters.some((counter) => (counter?.count ?? 0) > most)) return null;
  const views = await Promise.all(plan.views.map(async ({ view, not }) => ({ ids: await idsIn(db, view, span), not })));
  return (id) => views.every(({ ids, not }) => ids.has(id) !== not);
}

async function idsIn(db: Db, view: View, { from, to }: Span): Promise<Set<number>> {
  if (from > to) return new Set();
  const keysIn = (scope: string) =>
    db.articles.where("places").between([scope, from], [scope, to, Dexie.maxKey]).primaryKeys();
  return new Set((await Promise.all(scopesOf(view).map(keysIn))).flat());
}

/** What a muted tag keeps out of the list is found. */
const scopesOf = (view: View): string[] => [view, hiddenScope(view)];

/** The articles of these hits that hold what the index does not know: their flags, and which words stand side by side. */
export async function siftRows(db: Db, ids: number[], asked: { plan: Plan; feeds: TitledFeed[] }): Promise<Article[]> {
  const rows = await readRows(db, ids);
  const seen = rows.filter((row) => asked.plan.views.every(({ view, not }) => (row[view] === 1) !== not));
  return withPhrases(db, seen, asked);
}

/** In the order of the ids. */
async function readRows(db: Db, ids: number[]): Promise<Article[]> {
  const least = ids.reduce((least, id) => Math.min(least, id), Infinity);
  const most = ids.reduce((most, id) => Math.max(most, id), 0);
  // One request for a range costs a fifth of one for each row.
  if (most - least >= 2 * ids.length) return (await db.articles.bulkGet(ids)).filter((row) => row !== undefined);
  const range = await db.articles.where(":id").between(least, most, true, true).toArray();
  const rows = new Map(range.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}
