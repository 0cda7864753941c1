import type { Article } from "../model.ts";
import { startOfDay } from "./dates.ts";

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
