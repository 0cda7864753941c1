import { listPage } from "../../lib/db/articles.ts";
import { readCounts } from "../../lib/db/counters.ts";
import { claimFeed, newFeed } from "../../lib/db/feeds.ts";
import { ingest, type Harvest } from "../../lib/db/ingest.ts";
import { openSearch } from "../../lib/db/search.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import { itemsWithKeys } from "../../lib/feed/identity.ts";
import { readFeed } from "../../lib/feed/read.ts";
import { merge } from "../../lib/refresh/merge.ts";
import { refresh, type RefreshDeps } from "../../lib/refresh/refresh.ts";
import { localNoon } from "../../lib/refresh/zone.ts";
import { parseQuery } from "../../lib/search/query.ts";
import { hostOf, SITE_TAGS } from "./articles.ts";
import { countReads, openFloor, putAgain, putAsOne, type Puts, recordPuts, withoutPlaces } from "./bareStore.ts";
import { findWords, indexAnew, readUnindexed } from "./indexing.ts";
import { finishSeed, seed, type SeedPlan } from "./seed.ts";

/** What runs as the extension's worker: the product's own refresh, and what it is measured beside. */
export type StoreBench = typeof storeBench;

/** The local server's feeds, each asked for at its own host. */
export type Source = { port: number; feeds: number };

const db = openDatabase();

const storeBench = {
  seed: (part: { plan: SeedPlan; slice: number }) => seed(db, part),
  finishSeed: () => finishSeed(db),

  /** Follows the feeds, all of them due. */
  follow: async (source: Source): Promise<void> => {
    const rows = urlsOf(source).map((url, i) => newFeed({ id: `new-${i}`, url, title: "", homeUrl: null }, Date.now()));
    await db.feeds.bulkPut(rows);
  },

  refresh: () => timed(() => refresh(deps, "due")),

  refreshAndCount: async () => {
    const before = await db.articles.count();
    const ms = await timed(() => refresh(deps, "due"));
    return { ms, articles: (await db.articles.count()) - before };
  },

  /** Notes from now on what is put together with articles. */
  record: (): void => void (recorded = recordPuts()),
  recorded: (feed: number): string => JSON.stringify(recorded[feed]),

  /** Readies what `putRecorded` and `putFloor` put; `leavePlacesOut` leaves the same rows in no list. */
  loadRecorded: async ({ port, feeds }: Source): Promise<void> => {
    await db.open();
    const urls = Array.from({ length: feeds }, (_, i) => `http://a.feeds.test:${port}/recorded/${i}`);
    recorded = await Promise.all(urls.map((url) => fetch(url).then((answer) => answer.json())));
  },

  /** Six feeds at once, each fetched first where a source is named. */
  putRecorded: (source: Source | null) => {
    const urls = source ? urlsOf(source) : [];
    return timed(() =>
      sixAtOnce(recorded, async (puts, i) => {
        const url = urls[i];
        if (url !== undefined) await (await fetch(url, { cache: "no-store" })).arrayBuffer();
        await putAgain(db.backendDB(), puts);
      }),
    );
  },

  leavePlacesOut: (): void => void (recorded = recorded.map(withoutPlaces)),

  putFloor: async () => {
    const floor = await openFloor();
    return timed(() => sixAtOnce(recorded, (puts) => putAsOne(floor, puts)));
  },

  /** Fetching and reading alone; `storeRead` is storing alone. */
  readSource: (source: Source) => timed(async () => void (harvests = await Promise.all(urlsOf(source).map(harvestOf)))),
  storeRead: () => timed(() => sixAtOnce(harvests, async (harvest) => void (await ingest(db, harvest)))),

  /** The feeds may be asked again, as if their time had come. */
  makeDue: async (): Promise<void> => void (await db.feeds.toCollection().modify({ nextFetchAt: 0 })),

  /** The least that asking "anything new?" costs. */
  askOnly: async (source: Source) => {
    const etags = (await db.feeds.toArray()).map((feed) => feed.validators.etag ?? "");
    return timed(() =>
      sixAtOnce(urlsOf(source), async (url, i) => {
        await fetch(url, { cache: "no-store", headers: { "If-None-Match": etags[i] ?? "" } });
      }),
    );
  },

  /** Transactions since `record` in which articles were put. */
  countRecorded: () => recorded.length,

  /** Milliseconds of each search to its first page, and how many articles were on the last one. */
  search: async (text: string, times: number): Promise<{ all: number[]; found: number }> => {
    await db.open();
    const feeds = (await db.feeds.toArray()).map(({ id, title }) => ({ id, title }));
    const all: number[] = [];
    let found = 0;
    for (let i = 0; i < times; i++) {
      const query = parseQuery(text, localNoon).query;
      all.push(
        await timed(async () => {
          found = (await openSearch(db, query, { feeds, choices: new Map(), now: Date.now() }).next()).articles.length;
        }),
      );
    }
    return { all, found };
  },

  /** Milliseconds to index the newest `count` articles anew, and to find their words alone. */
  buildIndex: async (count: number): Promise<{ ms: number; wordsMs: number }> => {
    const documents = await readUnindexed(db, count);
    const wordsMs = await timed(async () => void findWords(documents));
    return { ms: await timed(() => indexAnew(db, documents)), wordsMs };
  },

  /** Milliseconds that the first page of a tag takes, on average. */
  listTag: async (times: number) => {
    const ms = await timed(async () => {
      for (let i = 0; i < times; i++) {
        const rows = await listPage(db, { view: "all", tag: SITE_TAGS[i % 6] ?? "", feedId: null }, null, 50);
        if (rows.length !== 50) throw new Error("a page is not full");
      }
    });
    return ms / times;
  },

  /** Of all counts of the chips and sources, each time. */
  readCounts: async (times: number) => {
    const all: number[] = [];
    let size = 0;
    const reads = countReads();
    for (let i = 0; i < times; i++) all.push(await timed(async () => void (size = (await readCounts(db)).size)));
    return { all, size, reads: reads() / times };
  },
};

let recorded: Puts[] = [];
let harvests: Harvest[] = [];

const deps: RefreshDeps = {
  db,
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  isOnline: () => true,
  mayFetch: () => Promise.resolve(true),
  isPrivate: () => false,
  random: () => 0.5,
  localNoon,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const urlsOf = ({ port, feeds }: Source): string[] =>
  Array.from({ length: feeds }, (_, i) => `http://${hostOf(i)}:${port}/feeds/${i}`);

async function harvestOf(url: string, i: number): Promise<Harvest> {
  const now = Date.now();
  const answer = await fetch(url);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const document = readFeed(bytes, { url, contentType: answer.headers.get("content-type"), now });
  const claimed = await claimFeed(db, `new-${i}`, { id: `lease-${i}`, now, isWanted: () => true });
  if (document.kind !== "feed" || !claimed) throw new Error(`${url}: nothing to store`);
  const items = itemsWithKeys(claimed.id, document.items);
  return {
    claimed,
    now,
    keys: items.flatMap((each) => each.keys),
    merge: (known) => merge(items, known, { feed: claimed, now, isFirstLoad: true, localNoon }),
    feed: { lastFetchedAt: now },
  };
}

/** In milliseconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function sixAtOnce<Job>(jobs: Job[], work: (job: Job, i: number) => Promise<void>): Promise<void> {
  const left = jobs.entries();
  const lane = async () => {
    for (const [i, job] of left) await work(job, i);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}

Object.assign(self, { storeBench });
