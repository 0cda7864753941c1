import type { Article } from "../model.ts";
import { hiddenScope, scopesOf } from "./places.ts";
import type { Db } from "./schema.ts";

/** Article counts by scope name (see `scopeOf`); a scope without articles is absent. */
export type Counts = ReadonlyMap<string, number>;

/** All articles, those of muted tags too. */
export const countStored = (counts: Counts): number => (counts.get("all") ?? 0) + (counts.get(hiddenScope("all")) ?? 0);

export async function readCounts(db: Db): Promise<Counts> {
  const rows = await db.counters.toArray();
  return new Map(rows.map((row) => [row.scope, row.count]));
}

export async function countOf(db: Db, scope: string): Promise<number> {
  return (await db.counters.get(scope))?.count ?? 0;
}

/** The change that replacing `before` by `after` makes to the counters; null stands for "no such row". */
export type CountDelta = Map<string, number>;

export function addToDelta(delta: CountDelta, before: Article | null, after: Article | null): void {
  for (const scope of before ? scopesOf(before) : []) delta.set(scope, (delta.get(scope) ?? 0) - 1);
  for (const scope of after ? scopesOf(after) : []) delta.set(scope, (delta.get(scope) ?? 0) + 1);
}

/** Must run inside the transaction that writes the rows. */
export async function applyDelta(db: Db, delta: CountDelta): Promise<void> {
  const scopes = [...delta].filter(([, change]) => change !== 0).map(([scope]) => scope);
  if (scopes.length === 0) return;
  const stored = await db.counters.bulkGet(scopes);
  const rows = scopes.map((scope, i) => ({ scope, count: (stored[i]?.count ?? 0) + (delta.get(scope) ?? 0) }));
  await db.counters.bulkPut(rows.filter((row) => row.count > 0));
  await db.counters.bulkDelete(rows.filter((row) => row.count <= 0).map((row) => row.scope));
}

/** Counts the rows themselves. Slow: for tests and repair. */
export async function recount(db: Db): Promise<Counts> {
  const counts = new Map<string, number>();
  await db.articles.each((article) => {
    for (const scope of scopesOf(article)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  });
  return counts;
}
