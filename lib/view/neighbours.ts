import type { Cursor } from "../db/articles.ts";
import { nearestIn } from "../db/lists.ts";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import type { List } from "./list.ts";

export type Step = 1 | -1;

/** The row before or after an article, wherever in the list it stands: its page may be let go, or not be read yet. */
export async function findNeighbour(db: Db, list: List, { from, by }: Walk): Promise<Article | null> {
  const [shown, pages] = [list.shown.peek(), list.pages.peek()];
  const at = pages.findIndex(({ ids, last }) => ids.includes(from.id) || (last && isAfter(last, from)));
  if (at < 0 && shown) return nearestIn(db, { filter: shown.filter, from, by, throughId: shown.throughId });
  const near = pages.slice(Math.max(0, at + Math.min(by, 0)), at + Math.max(by, 0) + 1);
  const found = neighbourOf((await Promise.all(near.map(list.rowsOf))).flat(), from, by);
  const isAtEnd = found === null && by === 1 && at === pages.length - 1;
  if (!isAtEnd || !list.hasMore.peek()) return found;
  await list.loadMore();
  return neighbourOf(list.rows.peek(), from, by);
}

export async function firstOf(list: List): Promise<Article | null> {
  const [page] = list.pages.peek();
  return page ? ((await list.rowsOf(page))[0] ?? null) : null;
}

export async function lastOf(list: List): Promise<Article | null> {
  const page = list.pages.peek().findLast(({ ids }) => ids.length > 0);
  return page ? ((await list.rowsOf(page)).at(-1) ?? null) : null;
}

type Walk = { from: Article; by: Step };

/**
 * The row before or after an article in a list. An article that is not among the rows has its place between them all
 * the same: the list may have been made before it was opened from elsewhere.
 */
export function neighbourOf(rows: Article[], from: Article, by: Step): Article | null {
  const at = rows.findIndex((row) => row.id === from.id);
  if (at >= 0) return rows[at + by] ?? null;
  return (by === 1 ? rows.find((row) => isAfter(row, from)) : rows.findLast((row) => isAfter(from, row))) ?? null;
}

/** Lists run from new to old; ties of time fall to the id. */
export const isAfter = (row: Cursor, other: Cursor): boolean =>
  row.sortAt < other.sortAt || (row.sortAt === other.sortAt && row.id < other.id);
