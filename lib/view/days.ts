import { listPage } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import { endOfDay, startOfDay } from "./dates.ts";

/** The rows of one local day; `day` is its midnight. */
export type DayRows = { day: number; rows: Article[] };

/** `rows` are in the list's order, so the rows of a day stand together. */
export function byDay(rows: Article[]): DayRows[] {
  const days: DayRows[] = [];
  for (const row of rows) {
    const day = startOfDay(row.sortAt);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

const CHUNK = 500;

type DayOfList = { filter: Filter; day: number; throughId: number };

/** The unread articles of a day in a list, those included that are not loaded yet. */
export async function unreadOfDay(db: Db, { filter, day, throughId }: DayOfList): Promise<number[]> {
  const ids: number[] = [];
  let after = { sortAt: endOfDay(day), id: 0 };
  for (;;) {
    const rows = await listPage(db, filter, after, CHUNK);
    const ofDay = rows.filter((row) => row.sortAt >= day);
    ids.push(...ofDay.filter((row) => row.unread === 1 && row.id <= throughId).map((row) => row.id));
    const last = ofDay.at(-1);
    if (!last || ofDay.length < CHUNK) return ids;
    after = { sortAt: last.sortAt, id: last.id };
  }
}
