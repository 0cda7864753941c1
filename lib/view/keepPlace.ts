import { effect } from "@preact/signals";
import type { List, Shown } from "./list.ts";
import type { Moving } from "./moving.ts";

type Place = Pick<Moving, "selectedId" | "focusWish">;

/** When the list becomes another one, the selected row stays selected where it is in both, and focus stays in the list. */
export function keepPlace(list: List, { selectedId, focusWish }: Place): void {
  let before: { shown: Shown; ids: number[] } | null = null;
  effect(() => {
    const shown = list.shown.value;
    const last = before;
    const rows = list.rows.peek();
    before = shown && { shown, ids: rows.map((row) => row.id) };
    if (!shown || !last) return;
    const kept = rows.find((row) => row.id === selectedId.peek());
    // Where rows only came, nothing has lost its focus.
    const hasAll = last.ids.every((id) => rows.some((row) => row.id === id));
    if (shown.filter === last.shown.filter && (kept || hasAll)) return;
    selectedId.value = kept?.id ?? null;
    focusWish.value = { on: "rows", id: (kept ?? rows[0])?.id ?? null };
  });
}
