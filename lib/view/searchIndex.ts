import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { indexingProgress, rebuildIndex } from "../db/indexing.ts";
import type { Db } from "../db/schema.ts";
import { live } from "./live.ts";

export type SearchIndex = {
  /** How much of what waits is indexed, from 0 to 1; null where nothing waits. */
  progress: ReadonlySignal<number | null>;
  /** An index that was asked for here has been made. */
  isRebuilt: ReadonlySignal<boolean>;
  rebuild: () => Promise<void>;
};

/** The background makes the index; `refreshDue` has it begin now. Without it, it begins with the next alarm. */
export function watchSearchIndex(db: Db, refreshDue: () => Promise<void>): SearchIndex {
  const progress = live<number | null>(() => indexingProgress(db), null);
  const isRebuilt = signal(false);
  let isAsked = false;
  let wasGoing = false;

  effect(() => {
    const isGoing = progress.value !== null;
    if (isAsked && wasGoing && !isGoing) isRebuilt.value = true;
    wasGoing = isGoing;
  });

  async function rebuild(): Promise<void> {
    isRebuilt.value = false;
    isAsked = true;
    await rebuildIndex(db);
    await refreshDue();
  }

  return { progress, isRebuilt, rebuild };
}
