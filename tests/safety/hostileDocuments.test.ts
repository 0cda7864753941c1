import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import type { Feed, StoredImage } from "../../lib/model.ts";
import { allowed } from "../support/allowed.ts";
import { bombs } from "../support/bombs.ts";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { watchCost } from "../support/processCost.ts";
import { evaluateIn } from "../support/reading.ts";
import { fireAlarm, homeFeedOf, letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

/** Of waiting for the network, and then of work. */
const MOST_MS = 25_000;
const MOST_CPU_MS = 3_000;
const MOST_MEGABYTES = 150;
const NEIGHBOURS = ["a", "b", "c"];

/** Those that are over within a second or two. */
const QUICK = new Set([
  ...["gzip, a thousand to one", "redirects without end", "a billion laughs", "deep nesting", "a feed between NULs"],
  ...["a picture of 900 megapixels", "a picture of 5,000 frames"],
]);
const chosen = bombs.filter(({ what }) => sized({ short: QUICK.has(what), whole: true }));
const figures: object[] = [];

let server: FeedServer;
let browser: TestBrowser;
let page: Page;
let evaluate: Evaluate;
let meter: Awaited<ReturnType<typeof watchCost>>;
let round = 0;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serve("/feed.json", { body: makeJsonFeed({ items: makeItems(5) }), etag: true });
  server.serve("/good.json", () => ({ body: makeJsonFeed({ items: makeItems(5 + round) }) }));
  browser = await openBrowser({ kind: "chromium", extensionDir: allowed(liveBuild("chromium")) });
  page = await browser.openPage("manifest.json");
  evaluate = evaluateIn(page);
  await waitUntil(async () => (await homeFeedOf(evaluate)).lastFetchedAt !== null, { what: "the first load" });
  await putRows(
    evaluate,
    "feeds",
    NEIGHBOURS.map((name) => follow(name, `${server.origin(name)}/good.json`)),
  );
  meter = await watchCost(browser);
});
afterAll(async () => {
  console.table(figures);
  await browser.close();
  await server.stop();
});

const follow = (id: string, url: string): Feed => newFeed({ id, url, title: id, homeUrl: null }, 0);

const feedsNow = () => rowsOf<Feed>(evaluate, "feeds");

/** Nothing of the extension holds or waits for a turn: the round, its pictures and what follows are over. */
const isIdle = async (): Promise<boolean> =>
  evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return held.length + pending.length === 0;
  });

test.each(chosen)(
  "$what: an end within the limits, and its neighbours are refreshed",
  { timeout: 90_000 },
  async (bomb) => {
    round++;
    server.serve("/bomb", bomb.answer(server.origin("h")));
    bomb.beside?.(server);
    // Its first: lanes and order give it every chance to be in the way.
    await putRows(evaluate, "feeds", [follow("0", `${server.origin("h")}/bomb`)]);
    await letTimePass(evaluate);
    meter.reset();
    const startedAt = Date.now();
    await fireAlarm(evaluate);
    const isOver = async () => {
      const feeds = await feedsNow();
      return feeds.every(({ nextFetchAt, lease }) => nextFetchAt > 0 && lease === null) && (await isIdle());
    };
    await waitUntil(isOver, { what: "the end of the round", withinMs: 80_000 });
    const isAsked = () => bomb.picture === undefined || server.log.some(({ path }) => path === bomb.picture);
    // Between two turns nobody holds one.
    await waitUntil(isAsked, { what: "the picture", withinMs: 10_000 });
    await waitUntil(isIdle, { what: "what follows a picture" });
    const { cpuMs, extraMegabytes } = meter.cost();
    const feeds = await feedsNow();
    const said = feeds.find(({ id }) => id === "0")?.trouble?.kind ?? "read";
    const seconds = (Date.now() - startedAt) / 1_000;
    figures.push({ bomb: bomb.what, said, seconds: seconds.toFixed(1), cpuMs, extraMegabytes });

    for (const name of NEIGHBOURS) {
      const neighbour = feeds.find(({ id }) => id === name);
      expect(neighbour?.trouble, name).toBeNull();
      expect(neighbour?.lastFetchedAt, name).toBeGreaterThanOrEqual(startedAt);
      expect(neighbour?.brought, name).toBeGreaterThan(0);
    }
    expect(feeds.find(({ id }) => id === "0")?.lostLeases).toBe(0);
    if (bomb.picture !== undefined) {
      expect(server.log.filter(({ path }) => path === bomb.picture)).toHaveLength(1);
      expect((await rowsOf<StoredImage>(evaluate, "images")).filter(({ wanted }) => wanted === 1)).toEqual([]);
    }
    expect(seconds * 1_000).toBeLessThan(MOST_MS + cpuMs);
    expect(cpuMs).toBeLessThan(MOST_CPU_MS);
    expect(extraMegabytes).toBeLessThan(MOST_MEGABYTES);
  },
);
