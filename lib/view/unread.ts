import { countOf } from "../db/counters.ts";
import type { Db } from "../db/schema.ts";
import { watch } from "./live.ts";

/** Keeps the toolbar's number true while this page changes it; without a page the background does. */
export function watchUnread(db: Db, show: (count: number) => Promise<void>): void {
  watch(
    () => countOf(db, "unread"),
    (count) => void show(count),
  );
}
