import { computed, type ReadonlySignal } from "@preact/signals";
import { readCounts, type Counts } from "../db/counters.ts";
import { followFeed, listFeeds } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import { createFollow, type Follow } from "./follow.ts";
import { live } from "./live.ts";
import { sourcesOf, type Source } from "./sources.ts";

export type Options = {
  /** Null until they are read. */
  sources: ReadonlySignal<Source[] | null>;
  articleCount: ReadonlySignal<number>;
  now: ReadonlySignal<number>;
  follow: Follow;
  tryNow: (source: Source) => Promise<void>;
  /** Must be called first thing in the click: the browser asks the person. */
  allow: (source: Source) => Promise<void>;
};

export type OptionsDeps = {
  db: Db;
  now: ReadonlySignal<number>;
  locale: string;
  askToFetch: (url: string) => Promise<boolean>;
  refreshNow: (feedId: string) => Promise<void>;
};

export function createOptions({ db, now, locale, askToFetch, refreshNow }: OptionsDeps): Options {
  const feeds = live<Feed[] | null>(() => listFeeds(db), null);
  const counts = live<Counts>(() => readCounts(db), new Map());
  const tryNow = ({ id }: Source) => refreshNow(id);
  return {
    sources: computed(() => feeds.value && sourcesOf(feeds.value, counts.value, { now: now.value, locale })),
    articleCount: computed(() => counts.value.get("all") ?? 0),
    now,
    tryNow,
    allow: async (source) => {
      if (await askToFetch(source.url)) await tryNow(source);
    },
    follow: createFollow({
      feeds: () => feeds.peek() ?? [],
      askToFetch,
      // Its document has a better name; until that is here, the host is one.
      follow: (url) => followFeed(db, { url, title: new URL(url).hostname, homeUrl: null }, now.peek()),
      refreshNow,
    }),
  };
}
