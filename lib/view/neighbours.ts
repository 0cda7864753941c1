import type { Article } from "../model.ts";

export type Step = 1 | -1;

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
const isAfter = (row: Article, other: Article): boolean =>
  row.sortAt < other.sortAt || (row.sortAt === other.sortAt && row.id < other.id);
