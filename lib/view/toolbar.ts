import type { Db } from "../db/schema.ts";
import { readToolbar, type Toolbar } from "../db/toolbar.ts";
import { watch } from "./live.ts";

/** Keeps the toolbar's icon true while this page changes what it says; without a page the background does. */
export function watchToolbar(db: Db, now: () => number, show: (toolbar: Toolbar) => Promise<void>): void {
  let shown = "";
  watch(
    () => readToolbar(db, now()),
    (toolbar) => {
      // Sources change with each step of a refresh, whose own sign would be painted over.
      const fresh = JSON.stringify(toolbar);
      if (fresh !== shown) void show(toolbar);
      shown = fresh;
    },
  );
}
