import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { RefreshRun } from "../db/state.ts";
import type { Feed } from "../model.ts";
import { progressOf, type Progress } from "./refreshProgress.ts";

export type Refreshing = {
  /** Null while no refresh runs. */
  progress: ReadonlySignal<Progress | null>;
  /** All feeds, or one. Asking again while that refresh runs changes nothing. */
  refresh: (feedId: string | null) => Promise<void>;
};

type Deps = {
  feeds: ReadonlySignal<Feed[]>;
  run: ReadonlySignal<RefreshRun | null | undefined>;
  now: ReadonlySignal<number>;
  refreshNow: (feedId: string | null) => Promise<void>;
};

/** A refresh as a page asks for it and sees it go on. */
export function createRefreshing({ feeds, run, now, refreshNow }: Deps): Refreshing {
  /** The wait for the background's answer, and the run there was before. */
  const asked = signal<{ before: number | undefined } | null>(null);

  const progress = computed(() => {
    const running = progressOf(run.value, feeds.value, now.value);
    // The background needs a moment to begin, and the click is answered at once. From then on only the rows count: the
    // answer may come long after the last of them.
    const isBeginning = asked.value !== null && asked.value.before === run.value?.startedAt;
    return running ?? (isBeginning ? { done: 0, total: Math.max(1, feeds.value.length) } : null);
  });

  async function refresh(feedId: string | null): Promise<void> {
    if (asked.peek() && progress.peek()) return;
    const mine = { before: run.peek()?.startedAt };
    asked.value = mine;
    await refreshNow(feedId).finally(() => {
      if (asked.peek() === mine) asked.value = null;
    });
  }

  return { progress, refresh };
}
