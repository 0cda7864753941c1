import type { Article, Feed } from "../../lib/model.ts";
import type { Evaluate } from "./browser.ts";
import { waitUntil } from "./waitUntil.ts";

/** Looks into the extension's store, past its own code, from whatever page or worker `evaluate` runs in. */

export async function rowsOf<Row>(evaluate: Evaluate, table: string): Promise<Row[]> {
  const json = await evaluate(async (name) => {
    const opened = indexedDB.open("foldline");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
      // The extension makes its store itself: not there yet is an answer.
      opened.onupgradeneeded = () => opened.transaction?.abort();
    }).catch(() => null);
    if (!db) return "[]";
    const asked = db.transaction(name).objectStore(name).getAll();
    await new Promise((resolve, reject) => {
      asked.onsuccess = resolve;
      asked.onerror = () => reject(asked.error);
    });
    db.close();
    return JSON.stringify(asked.result);
  }, table);
  // The store's tables hold what lib/model.ts says; the caller names the table's row.
  return JSON.parse(json) as Row[];
}

/** Pages that are open already do not hear of it. */
export async function putRows(evaluate: Evaluate, table: string, rows: object[]): Promise<void> {
  await evaluate(
    async (name, given) => {
      const opened = indexedDB.open("foldline");
      await new Promise((resolve) => (opened.onsuccess = resolve));
      const transaction = opened.result.transaction(name, "readwrite");
      for (const row of given) transaction.objectStore(name).put(row);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      opened.result.close();
    },
    table,
    rows,
  );
}

export const articlesOf = (evaluate: Evaluate): Promise<Article[]> => rowsOf<Article>(evaluate, "articles");

export async function homeFeedOf(evaluate: Evaluate): Promise<Feed> {
  return await waitUntil(async () => (await rowsOf<Feed>(evaluate, "feeds")).find((feed) => feed.id === "home"), {
    what: "the home feed's row",
  });
}

/** As if so much time had passed for this feed: it is due, and a lost lease has run out. */
export async function letTimePass(evaluate: Evaluate): Promise<void> {
  await evaluate(async () => {
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const writing = opened.result.transaction("feeds", "readwrite");
    const feeds = writing.objectStore("feeds");
    const asked = feeds.getAll();
    asked.onsuccess = () => {
      for (const feed of asked.result) {
        const lease = feed.lease && { ...feed.lease, until: 0 };
        feeds.put({ ...feed, nextFetchAt: 0, lastTriedAt: null, lease });
      }
    };
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    });
    opened.result.close();
  });
}

/** The refresh alarm goes off now; it keeps its period. */
export async function fireAlarm(evaluate: Evaluate): Promise<void> {
  await evaluate(() => chrome.alarms.create("refresh", { when: Date.now() + 1, periodInMinutes: 5 }));
}

/** The next refresh by the alarm, to its end: resolves to the home feed's row. */
export async function refreshByAlarm(evaluate: Evaluate, { withinMs = 30_000 } = {}): Promise<Feed> {
  await letTimePass(evaluate);
  await fireAlarm(evaluate);
  return await waitUntil(
    async () => {
      const feed = await homeFeedOf(evaluate);
      return feed.nextFetchAt > 0 && feed.lease === null ? feed : null;
    },
    { what: "a refresh by the alarm", withinMs },
  );
}
