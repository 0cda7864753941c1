import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, homeFeedOf, letTimePass, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const KILLS = 20;
/** How long the headers take, and then the body; reading and storing come on top. */
const SLOWNESS_MS = 200;
/** Reaches from the first moment of a refresh into the storing of what it brought. */
const A_REFRESH_MS = 2 * SLOWNESS_MS + 50;
const WORDS = "All the words of a long and winding article. ".repeat(120);

let server: FeedServer;
let browser: TestBrowser;
let watch: Page;
let served: string[] = [];
let etag = "";

/** Grows by forty articles a round, and takes its time: the headers, then the body. */
const serve = (count: number) => {
  const items = makeItems(count, () => ({ html: `<p>${WORDS}</p>` }));
  const body = makeJsonFeed({ items });
  served = items.map((_, i) => `home g:article-${count - i}`).sort();
  etag = `"${count}"`;
  server.serve("/feed.json", { body, headers: { etag }, headerDelayMs: SLOWNESS_MS, delayMs: SLOWNESS_MS });
};

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  serve(40);
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
  watch = await browser.openPage("options.html");
  await waitUntil(async () => (await articlesOf(evaluateIn(watch))).length === 40, { what: "the first load" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const storedGuids = async () => (await articlesOf(evaluateIn(watch))).map((article) => article.keys[0]).sort();

test(`a worker stopped at ${KILLS} random moments of a refresh loses and doubles nothing`, async () => {
  const look = evaluateIn(watch);
  let inside = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    serve(40 + kill * 40);
    const before = await storedGuids();
    await letTimePass(look);
    await fireAlarm(look);
    await waitUntil(async () => (await homeFeedOf(look)).lease !== null, { what: "a refresh under way" });
    await pause(Math.random() * A_REFRESH_MS);
    await browser.stopWorker();

    // All or nothing: either the round before, or this one with its validators.
    const feed = await homeFeedOf(look);
    const after = await storedGuids();
    if (feed.lease !== null) inside++;
    expect(after).toEqual(feed.validators.etag === etag ? served : before);

    const refreshed = await refreshByAlarm(look);
    expect(refreshed.trouble).toBeNull();
    expect(await storedGuids()).toEqual(served);
    expect(refreshed.validators.etag).toBe(etag);
  }
  expect(inside).toBeGreaterThanOrEqual(15);

  const articles = await articlesOf(look);
  const counters = await rowsOf<{ scope: string; count: number }>(look, "counters");
  expect(counters.find((counter) => counter.scope === "unread")?.count).toBe(articles.length);
  const chunks = await rowsOf<{ id: number; bodies: unknown[] }>(look, "bodies");
  const bodies = new Map(chunks.map((chunk) => [chunk.id, chunk.bodies]));
  expect(articles.filter(({ body }) => body === null || !bodies.get(body.chunk)?.[body.slot])).toEqual([]);
}, 240_000);
