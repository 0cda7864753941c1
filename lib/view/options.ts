import { computed, type ReadonlySignal } from "@preact/signals";
import { countStored, readCounts, type Counts } from "../db/counters.ts";
import { listFeeds } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import { findFeeds } from "../refresh/findFeeds.ts";
import { followFound } from "../refresh/followFound.ts";
import { previewOf } from "../refresh/preview.ts";
import type { RefreshDeps } from "../refresh/refresh.ts";
import type { Asked } from "./asked.ts";
import { examine, type Examine } from "./doctor.ts";
import { createFollow, presentAt, type Follow } from "./follow.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { live } from "./live.ts";
import { createSourceActs, type SourceActs } from "./sourceActs.ts";
import { sourcesOf, type Source } from "./sources.ts";

export type Options = {
  /** Null until they are read. */
  sources: ReadonlySignal<Source[] | null>;
  articleCount: ReadonlySignal<number>;
  now: ReadonlySignal<number>;
  follow: Follow;
  acts: SourceActs;
  examine: Examine;
  ledger: Ledger;
  tryNow: (source: Source) => Promise<void>;
  /** Must be called first thing in the click: the browser asks the person. */
  allow: (source: Source) => Promise<void>;
  openSite: (url: string) => void;
};

export type OptionsDeps = {
  db: Db;
  now: ReadonlySignal<number>;
  locale: string;
  asked: Asked | null;
  askToFetch: (url: string) => Promise<boolean>;
  askToFetchAll: (urls: string[]) => Promise<boolean>;
  refreshNow: (feedId: string) => Promise<void>;
  openSite: (url: string) => Promise<void>;
  network: Omit<RefreshDeps, "db">;
};

export function createOptions(deps: OptionsDeps): Options {
  const { db, now, locale, asked, askToFetch, askToFetchAll, refreshNow, openSite, network } = deps;
  const feeds = live<Feed[] | null>(() => listFeeds(db), null);
  const counts = live<Counts>(() => readCounts(db), new Map());
  const tryNow = ({ id }: Source) => refreshNow(id);
  const sources = computed(() => feeds.value && sourcesOf(feeds.value, counts.value, { now: now.value, locale }));
  return {
    sources,
    acts: createSourceActs({ ...network, db, sources }),
    articleCount: computed(() => countStored(counts.value)),
    examine: (feedId, show) => examine(db, feedId, show),
    ledger: createLedger(db),
    now,
    tryNow,
    allow: async (source) => {
      if (await askToFetch(source.url)) await tryNow(source);
    },
    openSite: (url) => void openSite(url),
    follow: createFollow({
      feeds,
      asked,
      askToFetch,
      askToFetchAll,
      isPrivate: network.isPrivate,
      find: (target) =>
        findFeeds(target, { ...network, db, isFollowed: (url) => presentAt(url, feeds.peek()) !== null }),
      preview: (found) => previewOf(found, network.now()),
      follow: (wished) => followFound({ ...network, db }, wished),
      refreshNow,
    }),
  };
}
