import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { dueFeeds, newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { createBackground, type BackgroundDeps } from "../../../lib/refresh/background.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeJsonFeed } from "../../support/makers.ts";
import { makeRandom } from "../../support/makeRandom.ts";
import { fetchManyHosts } from "../../support/manyHosts.ts";
import { makeDb } from "../../support/rows.ts";

/**
 * Six feeds over real HTTP, asked by an alarm every five minutes of true time, on a machine whose clock is set wrong
 * and right again. Servers tell the true time. The worker is started anew for each alarm, as browsers do.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2025, 5, 1, 12);
const FEEDS = 6;
const LISTED = 5;

let server: FeedServer;
let db: Db;
let trueTime: number;
/** By how much our clock is ahead. */
let ahead: number;
/** By how much the servers' is. */
let serversAhead: number;
let listedSince: number;
let deps: BackgroundDeps;
const asked = new Map<string, number[]>();

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(async () => {
  db = makeDb();
  [trueTime, ahead, serversAhead, listedSince] = [START, 0, 0, 1];
  asked.clear();
  const now = () => trueTime + ahead;
  const send = fetchManyHosts(server);
  deps = {
    ...calmWorld(db, now),
    random: makeRandom(3),
    fetch: (url, init) => {
      asked.set(url, [...(asked.get(url) ?? []), trueTime]);
      return send(url, init);
    },
    home: { url: urlOf(0), title: "Home", homeUrl: null },
    inTurn: (_name, work) => work(),
    alone: (_name, work) => work(),
    shrink: async () => null,
    settings: async () => ({
      ...{ notifications: false, quietHours: false, quietFrom: 0, quietUntil: 0 },
      ...{ keepReadDays: 7, keepPerFeed: null, pictureMegabytes: 1, badge: "unread" },
    }),
    isReaderVisible: async () => false,
    notice: { show: async () => undefined, showing: async () => [], clear: async () => undefined },
    badge: { showToolbar: async () => undefined, showBusy: async () => undefined },
    safetyCopy: { keep: async () => undefined, read: async () => [] },
    openNoticed: async () => undefined,
  };
  for (let i = 0; i < FEEDS; i++) {
    server.serve(`/h${i}.example/feed`, () => ({ body: documentNow(i), headers: { date: dateNow() } }));
    if (i > 0) await db.feeds.put(newFeed({ id: `f${i}`, url: urlOf(i), title: `F${i}`, homeUrl: null }, START));
  }
});

const urlOf = (i: number) => `http://h${i}.example/feed`;
const dateNow = () => new Date(trueTime + serversAhead).toUTCString();

/** Only the newest are listed, so that others may go when they are old. Every second feed dates its posts, one in twelve hours. */
function documentNow(feed: number): string {
  const items = makeItems(LISTED, (n) => {
    const number = listedSince + n;
    const publishedAt = feed % 2 === 0 ? null : new Date(START - (11 - number) * 12 * HOUR).toISOString();
    return { id: `${feed}-${number}`, title: `Post ${number}`, url: null, publishedAt };
  });
  return makeJsonFeed({ title: `Feed ${feed}`, items });
}

const alarm = () => createBackground(deps).refreshDue();

/** So many alarms, five minutes of true time apart. Those at which nothing is due change nothing and are passed over. */
async function live(ms: number): Promise<void> {
  for (const end = trueTime + ms; trueTime < end; trueTime += 5 * MINUTE) {
    if ((await dueFeeds(db, deps.now())).length > 0) await alarm();
  }
}

/** Five posts of each feed that are read and not listed any more. */
async function readAndMoveOn(): Promise<number> {
  await live(HOUR);
  const ids = await db.articles.toCollection().primaryKeys();
  await setFlags(db, ids, { unread: 0 });
  listedSince += LISTED;
  await live(2 * HOUR);
  expect(await db.articles.count()).toBe(2 * LISTED * FEEDS);
  return await db.articles.count();
}

/** The most requests to one of these feeds in any hour of true time between the two. */
const mostInAnHour = (from: number, until: number, urls = [...asked.keys()]) =>
  Math.max(
    ...urls.flatMap((url) => {
      const times = (asked.get(url) ?? []).filter((at) => at >= from && at < until);
      return times.map((at) => times.filter((other) => other >= at && other < at + HOUR).length);
    }),
  );

const requestsAt = (at: number) => [...asked.values()].map((times) => times.filter((each) => each === at).length);

const JUMPS: [string, number][] = [
  ["an hour ahead", HOUR],
  ["an hour behind", -HOUR],
  ["a day ahead", DAY],
  ["a day behind", -DAY],
  ["a year ahead", 365 * DAY],
  ["a year behind", -365 * DAY],
];

/** The clock is set wrong for four hours and right again. Resolves to when it was. */
async function setWrong(jump: number): Promise<{ wrongAt: number; rightAt: number }> {
  const wrongAt = trueTime;
  ahead = jump;
  await live(4 * HOUR);
  const rightAt = trueTime;
  ahead = 0;
  await live(4 * HOUR);
  return { wrongAt, rightAt };
}

const DATED = [1, 3, 5].map(urlOf);
const UNDATED = [0, 2, 4].map(urlOf);

/** Held against the rule; the rest is said below. */
const paced = (jump: number) => (jump === -365 * DAY ? UNDATED : [...UNDATED, ...DATED]);

describe.each(JUMPS)("a clock that is set %s, and right again four hours later", (_what, jump) => {
  test("each feed is asked, twice an hour at most and once more at a jump, and nothing is deleted", async () => {
    const count = await readAndMoveOn();
    const { wrongAt, rightAt } = await setWrong(jump);
    for (const [url, times] of asked) {
      expect(times.filter((at) => at >= wrongAt && at < rightAt).length, url).toBeGreaterThan(0);
      expect(times.filter((at) => at >= rightAt).length, url).toBeGreaterThan(0);
      expect(new Set(times).size, url).toBe(times.length);
    }
    const [wrong, right] = [wrongAt + 5 * MINUTE, rightAt + 5 * MINUTE];
    expect(mostInAnHour(wrong, rightAt, paced(jump))).toBeLessThanOrEqual(2);
    expect(mostInAnHour(right, trueTime, paced(jump))).toBeLessThanOrEqual(2);
    expect(mostInAnHour(wrongAt - HOUR, trueTime, paced(jump))).toBeLessThanOrEqual(3);
    expect(await db.articles.count()).toBe(count);
    expect(await db.feeds.filter((feed) => feed.trouble !== null).count()).toBe(0);
  });
});

test("a clock that is set a year behind is no reason to ask a feed with dates more than twice an hour", async () => {
  await readAndMoveOn();
  const { wrongAt, rightAt } = await setWrong(-365 * DAY);
  expect(mostInAnHour(wrongAt + 5 * MINUTE, rightAt, DATED)).toBeLessThanOrEqual(2);
});

test("after eight hours asleep each feed is asked once, and no more than twice in the hour after", async () => {
  const count = await readAndMoveOn();
  trueTime += 8 * HOUR;
  const woken = trueTime;
  await alarm();
  expect(requestsAt(woken)).toEqual(Array(FEEDS).fill(1));
  trueTime += 5 * MINUTE;
  await live(6 * HOUR);
  expect(mostInAnHour(woken, trueTime)).toBeLessThanOrEqual(2);
  expect(await db.articles.count()).toBe(count);
});

test("a night of clocks that go back and forth by an hour is no reason to ask more", async () => {
  await readAndMoveOn();
  const since = trueTime;
  for (let i = 0; i < 12; i++) {
    ahead = i % 2 === 0 ? HOUR : 0;
    await live(HOUR);
  }
  const perFeed = [...asked.values()].map((times) => times.filter((at) => at >= since).length);
  expect(Math.max(...perFeed)).toBeLessThanOrEqual(2 * 12);
  expect(Math.min(...perFeed)).toBeGreaterThan(0);
});

describe("a clock that is a year ahead while a server is as well", () => {
  test("deletes nothing where one server alone says so", async () => {
    const count = await readAndMoveOn();
    ahead = 365 * DAY;
    server.serve("/h3.example/feed", () => ({
      body: documentNow(3),
      headers: { date: new Date(trueTime + ahead).toUTCString() },
    }));
    await live(DAY);
    expect(await db.articles.count()).toBe(count);
  });

  test("deletes what is old where all say so: then it is the year", async () => {
    const count = await readAndMoveOn();
    ahead = serversAhead = 365 * DAY;
    await live(DAY);
    expect(await db.articles.count()).toBe(count / 2);
  });
});
