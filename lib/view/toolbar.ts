import { effect, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import { readToolbar, type BadgeChoice, type Toolbar } from "../db/toolbar.ts";
import { watch } from "./live.ts";

export type ToolbarDeps = {
  db: Db;
  now: () => number;
  /** Null until it is read. */
  badge: ReadonlySignal<BadgeChoice | null>;
  show: (toolbar: Toolbar) => Promise<void>;
};

/** Keeps the toolbar's icon true while this page changes what it says; without a page the background does. */
export function watchToolbar({ db, now, badge, show }: ToolbarDeps): void {
  let shown = "";
  effect(() => {
    const choice = badge.value;
    if (choice === null) return;
    return watch(
      () => readToolbar(db, now(), choice),
      (toolbar) => {
        // Sources change with each step of a refresh, whose own sign would be painted over.
        const fresh = JSON.stringify(toolbar);
        if (fresh !== shown) void show(toolbar);
        shown = fresh;
      },
    );
  });
}
