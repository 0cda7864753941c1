import { effect } from "@preact/signals";
import type { Article } from "../model.ts";
import type { List, ListTop, Shown } from "./list.ts";
import type { Moving } from "./moving.ts";
import { isAfter } from "./neighbours.ts";

type Place = Pick<Moving, "selectedId" | "focusWish">;

/** When the list becomes another one, the selected row stays selected where it is in both, and focus stays in the list. */
export function keepPlace(list: List, { selectedId, focusWish }: Place): void {
  let before: { shown: Shown; rows: Article[] } | null = null;
  effect(() => {
    const shown = list.shown.value;
    const last = before;
    const rows = list.rows.peek();
    before = shown && { shown, rows };
    // Gone back to, a list is where it was left, and the keys go on from there.
    const left = shown?.start ? firstWhole(rows, shown.start) : null;
    if (left !== null) selectedId.value = left;
    if (!shown || !last) return;
    const selected = selectedId.peek();
    const kept = selected !== null && list.has(selected) ? selected : null;
    // Where rows only came, nothing has lost its focus.
    const hasAll = last.rows.every((row) => list.has(row.id) || isBehind(row, list));
    if (shown.filter === last.shown.filter && (kept !== null || hasAll)) return;
    selectedId.value = kept;
    focusWish.value = { on: "rows", id: kept ?? rows[0]?.id ?? null };
  });
}

/** Whether it may be of a page that is not read yet. */
function isBehind(row: Article, list: List): boolean {
  const end = list.pages.peek().at(-1);
  return end?.isEnd === false && end.last !== null && isAfter(row, end.last);
}

/** The first row that is wholly in sight. */
function firstWhole(rows: Article[], { id, offset }: ListTop): number | null {
  const at = rows.findIndex((row) => row.id === id);
  return (rows[offset < 0 ? at + 1 : at] ?? rows[at])?.id ?? null;
}
