import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article, Revision } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { readFrozen, type FrozenDatabase } from "../support/frozenDatabase.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf, homeFeedOf, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

/** What goes into a browser is JSON, and so without pictures. */
const frozen: FrozenDatabase = JSON.parse(
  JSON.stringify(readFrozen("v1"), (_key, value) => (value instanceof Blob ? null : value)),
);
const HOME_ARTICLES = 7;

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("articles over the years in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;

  const serve = (html: string) => {
    const items = makeItems(3, (number) => (number === 2 ? { html, tags: ["World"] } : { html: "<p>Text</p>" }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
  };

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    serve("<p>The council has voted for the bridge.</p>");
    browser = await openBrowser({ kind, extensionDir: build });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("a database of version 1 is opened, with every article and flag, and goes on", async () => {
    const page = await browser.openPage("options.html");
    const evaluate = evaluateIn(page);
    await waitUntil(async () => (await articlesOf(evaluate)).length === 3, { what: "the first load" });
    // The background may have work left, and open the store anew between its deletion and this.
    const { url } = await homeFeedOf(evaluate);
    const isThawed = () =>
      evaluate(thaw, frozen, url).then(
        () => true,
        () => false,
      );
    await waitUntil(isThawed, { what: "the old database in place of today's" });
    expect(await articlesOf(evaluate)).toEqual(rowsIn("articles"));
    await page.close();

    // Any page opens the store, and with it brings it to today's version.
    const reader = await browser.openPage("reader.html");
    await waitUntil(async () => (await storesIn(evaluateIn(reader))).includes("tombstones"), {
      what: "the new stores",
    });
    expect(await articlesOf(evaluateIn(reader))).toEqual(rowsIn("articles"));
    await refreshByAlarm(evaluateIn(reader), { withinMs: 60_000 });
    const articles = await articlesOf(evaluateIn(reader));
    expect(articles.filter(({ feedId }) => feedId === "home")).toHaveLength(HOME_ARTICLES + 3);
    const owned = ({ id, unread, starred, later, sortAt }: Article) => ({ id, unread, starred, later, sortAt });
    expect(articles.slice(0, 12).map(owned)).toEqual(rowsIn<Article>("articles").map(owned));
    const listed = () => headlinesIn(evaluateIn(reader));
    await waitUntil(async () => (await listed()).includes("News 6, corrected"), { what: "the list" });
    // Those that arrived since wait behind their pill.
    expect(await listed()).toHaveLength(12);
    await reader.close();
  });

  test("an article that its publisher rewrites keeps flags, place and what it said, and says when it was updated", async () => {
    const page = await browser.openPage("options.html");
    const evaluate = evaluateIn(page);
    const edited = async () => (await articlesOf(evaluate)).find((article) => article.title === "Article 2");
    const before = await edited();
    if (!before) throw new Error("no article");
    serve("<p>The council has voted against the bridge, after a second count of all the votes.</p>");
    await refreshByAlarm(evaluate, { withinMs: 60_000 });
    const after = await edited();
    expect(after).toMatchObject({ id: before.id, unread: before.unread, sortAt: before.sortAt });
    expect(after?.revisedAt).toBeGreaterThan(0);
    expect(await rowsOf<Revision>(evaluate, "revisions")).toMatchObject([
      { articleId: before.id, body: { source: "<p>The council has voted for the bridge.</p>" } },
    ]);
    const reader = await browser.openPage(`reader.html#/article/${before.id}`);
    const byline = () => evaluateIn(reader)(() => document.querySelector(".art .by")?.textContent ?? "");
    await waitUntil(async () => (await byline()).includes("Updated"), { what: "the by-line" });
    expect(await byline()).toMatch(/Updated \d{1,2}:\d{2}/);
  });
});

function rowsIn<Row>(name: string): Row[] {
  // The fixture holds what version 1 stored: its rows are those of the model, as far as they go.
  return frozen.stores.find((store) => store.name === name)?.rows as Row[];
}

const storesIn = (evaluate: TestBrowser["evaluateInBackground"]): Promise<string[]> =>
  evaluate(async () => {
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const names = [...opened.result.objectStoreNames];
    opened.result.close();
    return names;
  });

/** Runs in a page of the extension: puts the database of version 1 in the place of today's. */
async function thaw({ version, stores }: FrozenDatabase, homeUrl: string): Promise<void> {
  const ended = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // Open connections of the extension close by themselves when they are asked to.
  await ended(indexedDB.deleteDatabase("foldline"));
  const request = indexedDB.open("foldline", version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes) store.createIndex(index, path, options);
      for (const row of rows) store.put(row);
      // The build's home site has an address of its own.
      if (name === "feeds") store.put({ ...rows.find((row) => row["id"] === "home"), url: homeUrl });
    }
  };
  (await ended(request)).close();
}
