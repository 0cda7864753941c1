import { computed, type ReadonlySignal } from "@preact/signals";
import { listFeeds } from "../db/feeds.ts";
import type { FirstPaint } from "../db/firstPaint.ts";
import { stopRefresh } from "../db/refreshRun.ts";
import { readState, type RefreshRun } from "../db/state.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import { live } from "./live.ts";
import { createRefreshing, type Refreshing } from "./refreshing.ts";

export type Feeds = Refreshing & {
  /** Null until they are read. */
  all: ReadonlySignal<Feed[] | null>;
  names: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The refresh that runs or ran last. */
  run: ReadonlySignal<RefreshRun | null | undefined>;
  /** Ends it before it asks another source. */
  stop: () => void;
};

type Deps = {
  db: Db;
  now: ReadonlySignal<number>;
  refreshNow: (feedId: string | null) => Promise<void>;
  first: Pick<FirstPaint, "feeds" | "run"> | null;
};

/** The followed sources and how their refresh is going. */
export function watchFeeds({ db, now, refreshNow, first }: Deps): Feeds {
  const all = live<Feed[] | null>(() => listFeeds(db), first?.feeds ?? null);
  const run = live(() => readState(db, "refreshRun"), first?.run ?? undefined);
  const feeds = computed(() => all.value ?? []);
  const stop = () => {
    const running = run.peek();
    if (running) void stopRefresh(db, running.startedAt, now.peek());
  };
  return {
    all,
    names: computed(() => namesOf(feeds.value)),
    run,
    stop,
    ...createRefreshing({ feeds, run, now, refreshNow }),
  };
}

const namesOf = (feeds: Feed[]) => new Map(feeds.map((feed) => [feed.id, feed.title]));
