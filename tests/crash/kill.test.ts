import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import { allowed } from "../support/allowed.ts";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { serveGrowingFeeds, type GrowingFeed } from "../support/growingFeeds.ts";
import { killBrowser } from "../support/killBrowser.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeRandom } from "../support/makeRandom.ts";
import { evaluateIn } from "../support/reading.ts";
import { readFacts, type StoreFacts } from "../support/storeFacts.ts";
import { starFirst } from "../support/starring.ts";
import { fireAlarm, letTimePass, putRows } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

const KILLS = sized({ short: 3, whole: 200 });
/** How long the headers take, and then the body; reading and storing come on top. */
const SLOWNESS = { headerDelayMs: 80, delayMs: 80 };
/** Requests and answers of a refresh, one after another: of three feeds, then of what pictures they brought. */
const SIGNS = 12;
/** From one of them into what it leads to. */
const INTO_IT_MS = 200;
const A_ROUND_MS = 60_000;

const profileDir = mkdtempSync(join(tmpdir(), "foldline-killed-"));
const extensionDir = allowed(liveBuild("chromium"));
const random = makeRandom(20);
/** Ids of articles whose star was seen. */
const starred = new Set<number>();
let server: FeedServer;
let feeds: GrowingFeed[];
let browser: TestBrowser;
let page: Page;
let look: Evaluate;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  feeds = serveGrowingFeeds(server, () => SLOWNESS);
  await start();
  await waitUntil(async () => (await readFacts(look)).articles.length === 40, { what: "the first load" });
  const followed = feeds.filter(({ id }) => id !== "home");
  await putRows(
    look,
    "feeds",
    followed.map(({ id, url }) => newFeed({ id, url, title: id, homeUrl: null }, Date.now())),
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  for (const folder of [profileDir, extensionDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

test(
  `a browser killed at ${KILLS} moments of a refresh loses, doubles and miscounts nothing`,
  async () => {
    let inside = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      server.clearLog();
      await letTimePass(look);
      await fireAlarm(look);
      const starring = starFirst(page).then(
        (id) => void starred.add(id),
        () => undefined,
      );
      await waitForSigns(Math.floor(random() * SIGNS));
      await pause(random() * INTO_IT_MS);
      const killedAt = Date.now();
      await killBrowser(browser);
      await starring;

      await start();
      const facts = await readFacts(look);
      expect(faultsOf(facts), `after kill ${kill}`).toEqual([]);
      if (facts.feeds.some(({ leaseTakenAt }) => leaseTakenAt !== null && leaseTakenAt <= killedAt)) inside++;
    }
    console.log(`${KILLS} kills, ${inside} of them while a feed was held; ${starred.size} stars seen and kept`);
    // Else the moments were no moments of a refresh.
    expect(inside).toBeGreaterThanOrEqual(KILLS / 4);
    expect(starred.size).toBeGreaterThan(0);
  },
  60_000 + KILLS * A_ROUND_MS,
);

test("and in the end everything that was served is there", async () => {
  // A feed that lost three leases in a row is put off once, and asked again after that.
  await refreshAll();
  await refreshAll();
  const facts = await readFacts(look);
  expect(faultsOf(facts)).toEqual([]);
  expect(facts.feeds.map(({ id, etag, trouble }) => ({ id, etag, trouble })).sort(byId)).toEqual(
    feeds.map(({ id, etag }) => ({ id, etag: etag(), trouble: null })).sort(byId),
  );
}, 120_000);

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** The store opens, since the product's own page shows its rows. */
async function start(): Promise<void> {
  browser = await openBrowser({ kind: "chromium", extensionDir, profileDir });
  page = await browser.openPage("sidepanel.html#/all");
  await page.waitForSelector(".row button.star");
  look = evaluateIn(page);
}

/** So much of a refresh has been seen by the server; or as much as there was to see. */
async function waitForSigns(count: number): Promise<void> {
  const signs = () => server.log.length + server.log.filter(({ status }) => status > 0).length;
  await waitUntil(() => signs() >= count, { what: `${count} signs`, withinMs: 5_000 }).catch(() => undefined);
}

async function refreshAll(): Promise<void> {
  await letTimePass(look);
  await fireAlarm(look);
  const isDone = async () =>
    (await readFacts(look)).feeds.every(({ nextFetchAt, leaseTakenAt }) => nextFetchAt > 0 && leaseTakenAt === null);
  await waitUntil(isDone, { what: "a refresh of all feeds", withinMs: 60_000 });
}

/** Everything in which the store is not what its validators, and the reader, say that it is. */
function faultsOf(facts: StoreFacts): string[] {
  const { articles, drift, doubled, textless, misplaced } = facts;
  const titles = new Map(articles.map(({ key, title }) => [key, title]));
  const posted = new Map(
    facts.feeds.flatMap(({ id, etag }) => [...(feeds.find((feed) => feed.id === id)?.postedAt(etag) ?? [])]),
  );
  const isStarred = new Map(articles.map((article) => [article.id, article.starred === 1]));
  return [
    ...drift.map((scope) => `counter of ${scope}`),
    ...doubled.map((key) => `doubled: ${key}`),
    ...textless.map((key) => `without its text: ${key}`),
    ...misplaced.map((key) => `in the wrong lists: ${key}`),
    ...[...posted.keys()].filter((key) => !titles.has(key)).map((key) => `lost: ${key}`),
    ...[...titles.keys()].filter((key) => !posted.has(key)).map((key) => `without its validators: ${key}`),
    ...[...posted].filter(([key, title]) => titles.has(key) && titles.get(key) !== title).map(([key]) => `old: ${key}`),
    ...[...starred].filter((id) => !isStarred.get(id)).map((id) => `lost its star: ${id}`),
  ];
}
