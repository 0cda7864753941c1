import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { listFeeds } from "../db/feeds.ts";
import { readState } from "../db/state.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import { live } from "./live.ts";
import { progressOf, type Progress } from "./refreshProgress.ts";

export type Feeds = {
  /** Null until they are read. */
  all: ReadonlySignal<Feed[] | null>;
  names: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Null while no refresh runs. */
  progress: ReadonlySignal<Progress | null>;
  refresh: (feedId: string | null) => Promise<void>;
};

type Deps = { db: Db; now: ReadonlySignal<number>; refreshNow: (feedId: string | null) => Promise<void> };

/** The followed sources and how their refresh is going. */
export function watchFeeds({ db, now, refreshNow }: Deps): Feeds {
  const all = live<Feed[] | null>(() => listFeeds(db), null);
  const run = live(() => readState(db, "refreshRun"), undefined);
  const isAsked = signal(false);

  async function refresh(feedId: string | null): Promise<void> {
    if (isAsked.peek()) return;
    isAsked.value = true;
    await refreshNow(feedId).finally(() => (isAsked.value = false));
  }

  const progress = computed(() => {
    const feeds = all.value ?? [];
    const running = progressOf(run.value, feeds, now.value);
    // The background needs a moment to begin; the click is answered at once.
    return running ?? (isAsked.value ? { done: 0, total: feeds.length } : null);
  });
  return { all, names: computed(() => namesOf(all.value ?? [])), progress, refresh };
}

const namesOf = (feeds: Feed[]) => new Map(feeds.map((feed) => [feed.id, feed.title]));
