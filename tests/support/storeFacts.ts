import type { Evaluate } from "./browser.ts";

/** What one reading transaction saw of the store: all of it of the same moment, whoever writes meanwhile. */
export type StoreFacts = {
  feeds: {
    id: string;
    etag: string | null;
    trouble: string | null;
    leaseTakenAt: number | null;
    nextFetchAt: number;
  }[];
  /** `key`: its first. */
  articles: { id: number; key: string; title: string; unread: number; starred: number; later: number }[];
  /** Of each scope whose counter differs from what is counted. */
  drift: string[];
  /** First keys that several articles have. */
  doubled: string[];
  /** Keys of articles whose text is not where their row says. */
  textless: string[];
  /** Keys of articles whose flags and places say different things. */
  misplaced: string[];
  deleted: number;
};

const LEASE_MS = 120_000;

export async function readFacts(evaluate: Evaluate): Promise<StoreFacts> {
  // The page's code says in JSON what the type says here.
  return JSON.parse(await evaluate(readInPage, LEASE_MS)) as StoreFacts;
}

/** Runs in a page of the extension, past its own code. */
async function readInPage(leaseMs: number): Promise<string> {
  type Row = {
    id: number;
    keys: string[];
    title: string;
    unread: number;
    starred: number;
    later: number;
    places: [scope: string, sortAt: number, id: number][];
    body: { chunk: number; slot: number } | null;
  };
  type FeedRow = {
    id: string;
    validators: { etag: string | null };
    trouble: { kind: string } | null;
    lease: { until: number } | null;
    nextFetchAt: number;
  };
  const opened = indexedDB.open("foldline");
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
    opened.onupgradeneeded = () => opened.transaction?.abort();
  });
  const reading = db.transaction(["feeds", "articles", "counters", "bodies", "tombstones"]);
  const all = <T>(name: string) =>
    new Promise<T[]>((resolve, reject) => {
      const asked = reading.objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const [feeds, articles, counters, bodies, tombstones] = await Promise.all([
    all<FeedRow>("feeds"),
    all<Row>("articles"),
    all<{ scope: string; count: number }>("counters"),
    all<{ id: number; bodies: unknown[] }>("bodies"),
    all("tombstones"),
  ]);
  db.close();

  const counted = new Map<string, number>();
  for (const { places } of articles) {
    for (const [scope] of places) counted.set(scope, (counted.get(scope) ?? 0) + 1);
  }
  const noted = new Map(counters.map(({ scope, count }) => [scope, count]));
  const scopes = [...new Set([...counted.keys(), ...noted.keys()])];
  const texts = new Map(bodies.map((chunk) => [chunk.id, chunk.bodies]));
  const keyOf = ({ keys: [key = ""] }: Row) => key;
  const uses = new Map<string, number>();
  for (const article of articles) uses.set(keyOf(article), (uses.get(keyOf(article)) ?? 0) + 1);
  const isIn = ({ places }: Row, view: string) => places.some(([scope]) => scope === view || scope === `${view} !`);
  return JSON.stringify({
    feeds: feeds.map(({ id, validators, trouble, lease, nextFetchAt }) => ({
      id,
      etag: validators.etag,
      trouble: trouble?.kind ?? null,
      leaseTakenAt: lease && lease.until - leaseMs,
      nextFetchAt,
    })),
    articles: articles.map((article) => ({
      id: article.id,
      key: keyOf(article),
      title: article.title,
      unread: article.unread,
      starred: article.starred,
      later: article.later,
    })),
    drift: scopes
      .filter((scope) => counted.get(scope) !== noted.get(scope))
      .map((scope) => `${scope}: ${noted.get(scope) ?? 0} noted, ${counted.get(scope) ?? 0} counted`),
    doubled: [...uses].filter(([, times]) => times > 1).map(([key]) => key),
    textless: articles.filter(({ body }) => body && !texts.get(body.chunk)?.[body.slot]).map(keyOf),
    misplaced: articles
      .filter((row) => (["unread", "starred", "later"] as const).some((flag) => isIn(row, flag) !== (row[flag] === 1)))
      .map(keyOf),
    deleted: tombstones.length,
  });
}
