import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import type { Article, Feed } from "../../lib/model.ts";
import { allowed } from "../support/allowed.ts";
import { badAnswers, portal } from "../support/badAnswers.ts";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, homeFeedOf, letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

const { bad, good, hangMs, hanging } = sized({
  short: { bad: 20, good: 5, hangMs: 2_000, hanging: 0 },
  whole: { bad: 100, good: 10, hangMs: 60_000, hanging: 30 },
});
/** Asked before the next alarm: on time. */
const ALARM_PERIOD_MS = 5 * 60_000;

/** Rows are read by their ids, so the bad ones are asked first. */
const idsOf = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind}${100 + i}`);
const BAD = idsOf("bad", bad);
const GOOD = idsOf("good", good);
const ALL = [...BAD, ...GOOD];

let server: FeedServer;
let browser: TestBrowser;
let page: Page;
let evaluate: Evaluate;

const documentOf = (id: string, count: number) => makeJsonFeed({ title: id, items: makeItems(count) });

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serve("/feed.json", { body: documentOf("home", 3), etag: true });
  server.serve("/portal", portal);
  browser = await openBrowser({ kind: "chromium", extensionDir: allowed(liveBuild("chromium")) });
  // A file of ours, so that no page of ours wakes the worker.
  page = await browser.openPage("manifest.json");
  evaluate = evaluateIn(page);
  await waitUntil(async () => (await homeFeedOf(evaluate)).lastFetchedAt !== null, { what: "the first load" });
  for (const id of ALL) server.serve(`/${id}`, { body: documentOf(id, 3), etag: true });
  const rows = ALL.map((id) => newFeed({ id, url: `${server.origin(id)}/${id}`, title: id, homeUrl: null }, 0));
  await putRows(evaluate, "feeds", rows);
  await fireAlarm(evaluate);
  const areFetched = async () =>
    (await feedsNow(ALL)).every(({ lastFetchedAt, lease }) => lastFetchedAt !== null && !lease);
  await waitUntil(areFetched, { what: "all feeds", withinMs: 110_000 });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const feedsNow = async (ids: string[]) => (await rowsOf<Feed>(evaluate, "feeds")).filter(({ id }) => ids.includes(id));

const articlesOfFeeds = async (ids: string[]): Promise<Article[]> =>
  (await articlesOf(evaluate)).filter(({ feedId }) => ids.includes(feedId));

/** Good feeds have two articles more from now on. All are due, and the alarm goes off: resolves to when. */
async function beginRound(): Promise<number> {
  for (const id of GOOD) server.serve(`/${id}`, { body: documentOf(id, 5), etag: true });
  await letTimePass(evaluate);
  server.clearLog();
  await fireAlarm(evaluate);
  return Date.now();
}

test(
  `${bad} hosts that behave badly change nothing of theirs, and ${good} good ones are on time`,
  { timeout: 600_000 },
  async () => {
    const answers = badAnswers(hangMs);
    BAD.forEach((id, i) => server.serve(`/${id}`, answers[i % answers.length] ?? {}));
    const [articles, feeds] = [await articlesOfFeeds(BAD), await feedsNow(BAD)];
    expect(articles).toHaveLength(3 * bad);
    expect(feeds.filter(({ validators }) => validators.etag === null)).toEqual([]);
    const startedAt = await beginRound();
    const areDone = async () =>
      (await feedsNow(ALL)).every(({ nextFetchAt, lease }) => nextFetchAt !== 0 && lease === null);
    await waitUntil(areDone, { what: "the end of the round", withinMs: 550_000 });

    const after = await feedsNow(ALL);
    const lateness = after
      .filter(({ id }) => GOOD.includes(id))
      .map((feed) => (feed.lastFetchedAt ?? Infinity) - startedAt);
    console.info(
      `${good} good feeds beside ${bad} bad ones, asked after ${lateness.map((ms) => `${ms} ms`).join(", ")}`,
    );
    expect(Math.max(...lateness)).toBeLessThan(ALARM_PERIOD_MS);
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(await articlesOfFeeds(GOOD)).toHaveLength(5 * good);
    expect(await articlesOfFeeds(BAD)).toEqual(articles);
    for (const before of feeds) {
      const now = after.find(({ id }) => id === before.id);
      expect(now?.trouble, before.id).not.toBeNull();
      expect(now?.validators, before.id).toEqual(before.validators);
      expect(now?.url, before.id).toBe(before.url);
      expect(now?.lostLeases, before.id).toBe(0);
    }
  },
);

/** In full size: it takes minutes. A worker that is watched, as here, is not ended by the browser: only the order and the time are tried. */
test.skipIf(hanging === 0)(
  `${hanging} hosts that hang before the good ones: the good ones are on time, and no lease is lost`,
  { timeout: 900_000 },
  async () => {
    const silent = BAD.slice(0, hanging);
    const paused = (await feedsNow(BAD.slice(hanging))).map((feed) => ({ ...feed, isPaused: true, nextFetchAt: 1 }));
    await putRows(evaluate, "feeds", paused);
    for (const id of silent) server.serve(`/${id}`, { headerDelayMs: 120_000 });
    const startedAt = await beginRound();
    const asked = () => GOOD.every((id) => server.log.some(({ path }) => path === `/${id}`));
    await waitUntil(asked, { what: "requests to the good feeds", withinMs: 2 * ALARM_PERIOD_MS });
    const delays = GOOD.map((id) => (server.log.find(({ path }) => path === `/${id}`)?.at ?? Infinity) - startedAt);
    const lost = (await feedsNow(silent)).filter(({ lostLeases }) => lostLeases > 0).length;
    console.info(`Behind ${hanging} that hang, good feeds are asked after ${delays.join(", ")} ms`);
    expect(Math.max(...delays)).toBeLessThan(ALARM_PERIOD_MS);
    expect(lost).toBe(0);
  },
);
