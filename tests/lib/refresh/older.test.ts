import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listPage, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { HOME_FEED, newFeed } from "../../../lib/db/feeds.ts";
import { LEASE_MS } from "../../../lib/db/lease.ts";
import { retain } from "../../../lib/db/retention.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { loadOlder } from "../../../lib/refresh/older.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeDb } from "../../support/rows.ts";

const START = Date.UTC(2025, 5, 1, 12);
const MINUTE = 60_000;

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(async () => {
  server.clearLog();
  db = makeDb();
  clock = START;
  deps = calmWorld(db, () => clock);
  serve("/feed", [6, 5], "/feed?page=2");
  serve("/feed?page=2", [5, 4, 3], "/feed?page=3");
  serve("/feed?page=3", [2, 1], null);
  await db.feeds.put(newFeed({ id: HOME_FEED, url: at("/feed"), title: "A feed", homeUrl: null }, clock));
  await refresh(deps, "due");
});

const at = (path: string) => `${server.localOrigin}${path}`;

/** A page of a JSON Feed with the articles of these days of May; a day of 0 is an article without a date. */
function serve(path: string, days: number[], next_url: string | null): void {
  const items = days.map((day) => ({
    id: `n${day}`,
    title: `Day ${day}`,
    content_text: `Text of ${day}`,
    ...(day > 0 && { date_published: new Date(Date.UTC(2025, 4, day)).toISOString() }),
  }));
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: "A feed",
    next_url: next_url ?? undefined,
    items,
  };
  server.serve(path, { body: JSON.stringify(document), etag: true });
}

const load = () => loadOlder(deps, HOME_FEED);
const articles = () => listPage(db, { view: "all", tag: null, feedId: null }, null, 99);
const titles = async () => (await articles()).map(({ title }) => title);
const row = async () => {
  const feed = await db.feeds.get(HOME_FEED);
  if (!feed) throw new Error("no feed");
  return feed;
};
const paths = () => server.log.map(({ path }) => path);

describe("three pages", () => {
  test("are read one for each request of a person, to the end, and fall behind what is there", async () => {
    expect(await titles()).toEqual(["Day 6", "Day 5"]);
    await load();
    expect(await titles()).toEqual(["Day 6", "Day 5", "Day 4", "Day 3"]);
    expect((await row()).older?.url).toBe(at("/feed?page=3"));
    await load();
    expect(await titles()).toEqual(["Day 6", "Day 5", "Day 4", "Day 3", "Day 2", "Day 1"]);
    expect((await row()).older).toMatchObject({ url: null, trouble: null });
    await load();
    expect(paths()).toEqual(["/feed", "/feed?page=2", "/feed?page=3"]);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("bring no news, and leave flags, validators and schedule of the feed as they are", async () => {
    await setFlags(db, [1], { unread: 0, starred: 1 });
    const before = await row();
    clock += 10 * MINUTE;
    await load();
    expect(await db.state.get("arrivals")).toBeUndefined();
    expect((await articles()).find(({ title }) => title === "Day 5")).toMatchObject({ unread: 0, starred: 1 });
    const { older, ...rest } = await row();
    expect({ ...rest, older: before.older }).toEqual(before);
    expect(older?.url).not.toBe(before.older?.url);
  });

  test("are never asked for by the alarm, and asked for without validators", async () => {
    for (let hours = 0; hours < 48; hours++) {
      clock += 60 * MINUTE;
      await refresh(deps, "due");
    }
    expect(new Set(paths())).toEqual(new Set(["/feed"]));
    await load();
    expect(server.log.at(-1)?.headers).not.toHaveProperty("if-none-match");
  });

  test("begin where the feed says, until somebody has begun: then a refresh does not lead back to the start", async () => {
    serve("/feed", [7, 6, 5], "/feed?page=two");
    clock += 60 * MINUTE;
    await refresh(deps, "due");
    expect((await row()).older?.url).toBe(at("/feed?page=two"));
    serve("/feed?page=two", [4, 3], "/feed?page=3");
    await load();
    serve("/feed", [8, 7, 6], "/feed?page=2");
    clock += 60 * MINUTE;
    await refresh(deps, "due");
    expect((await row()).older?.url).toBe(at("/feed?page=3"));
  });

  test("articles without a date stand behind the others, in their order", async () => {
    serve("/feed?page=2", [0], null);
    clock += MINUTE;
    await load();
    expect(await titles()).toEqual(["Day 6", "Day 5", "Day 0"]);
  });
});

describe("articles that retention took", () => {
  const DAY = 24 * 60 * MINUTE;
  const week = { keepReadDays: 7, keepPerFeed: 2 };

  /** Read long ago, and deleted since. */
  async function taken(): Promise<void> {
    await load();
    await setFlags(db, [3, 4], { unread: 0 });
    clock += 40 * DAY;
    await retain(db, week, { now: clock, everyMs: DAY });
    expect(await titles()).toEqual(["Day 6", "Day 5"]);
    await db.feeds.update(HOME_FEED, { older: { url: at("/feed?page=2"), read: [], trouble: null } });
  }

  test("do not come back with a refresh that lists them still", async () => {
    await taken();
    serve("/feed", [6, 5, 4, 3], null);
    await refresh(deps, "due");
    expect(await titles()).toEqual(["Day 6", "Day 5"]);
  });

  test("come back to a person who asks for older ones, as read, and have their time again", async () => {
    await taken();
    await load();
    expect(await titles()).toEqual(["Day 6", "Day 5", "Day 4", "Day 3"]);
    expect((await articles()).slice(2).map(({ unread }) => unread)).toEqual([0, 0]);
    expect(await db.tombstones.count()).toBe(0);
    clock += 5 * DAY;
    await retain(db, week, { now: clock, everyMs: DAY });
    expect(await titles()).toHaveLength(4);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });
});

describe("a way that does not end", () => {
  test.each([
    ["that names itself", "/feed?page=2"],
    ["that names the feed", "/feed"],
    ["that names the feed in another spelling", "/feed/?utm_source=x#top"],
  ])("a page %s is the last one", async (_what, next) => {
    serve("/feed?page=2", [4, 3], next);
    await load();
    expect(await titles()).toHaveLength(4);
    expect((await row()).older).toMatchObject({ url: null, trouble: null });
  });

  test("a circle of pages is walked once", async () => {
    serve("/feed?page=3", [2, 1], "/feed?page=2");
    for (let i = 0; i < 5; i++) await load();
    expect(paths()).toEqual(["/feed", "/feed?page=2", "/feed?page=3"]);
  });
});

describe("a page that cannot be had", () => {
  test.each([
    ["a 404", { status: 404 }, "notFound"],
    ["a 410", { status: 410 }, "gone"],
    ["a 500", { status: 500 }, "serverError"],
    ["a web page", { body: "<!doctype html><title>x</title>" }, "notAFeed"],
    ["eleven megabytes", { body: " ".repeat(11 * 1024 * 1024) }, "tooLarge"],
  ])("%s is told, and can be tried again; the feed is well", async (_what, answer, kind) => {
    server.serve("/feed?page=2", answer);
    await load();
    expect(await row()).toMatchObject({
      older: { url: at("/feed?page=2"), trouble: { kind } },
      trouble: null,
      failures: 0,
      lease: null,
    });
    expect(await titles()).toHaveLength(2);
    serve("/feed?page=2", [4, 3], null);
    await load();
    expect(await row()).toMatchObject({ older: { url: null, trouble: null } });
    expect(await titles()).toHaveLength(4);
  });

  test("a host that wants to be left alone is left alone, by people too", async () => {
    server.serve("/feed?page=2", { status: 429, headers: { "retry-after": "600" } });
    await load();
    expect((await row()).older?.trouble?.kind).toBe("tooManyRequests");
    clock += 9 * MINUTE;
    await load();
    expect((await row()).older?.trouble?.kind).toBe("hostWaits");
    expect(paths()).toEqual(["/feed", "/feed?page=2"]);
    serve("/feed?page=2", [4, 3], null);
    clock += MINUTE;
    await load();
    expect(await titles()).toHaveLength(4);
  });

  test("another host without permission is not even offered", async () => {
    deps.mayFetch = async (url) => url.startsWith(server.localOrigin);
    serve("/feed", [7], "https://elsewhere.example/feed?page=2");
    clock += 60 * MINUTE;
    await refresh(deps, "due");
    expect((await row()).older).toBeNull();
    serve("/feed", [8], "/feed?page=2");
    clock += 60 * MINUTE;
    await refresh(deps, "due");
    serve("/feed?page=2", [4], "https://elsewhere.example/feed?page=3");
    await load();
    expect((await row()).older?.url).toBeNull();
  });

  test("a permission taken back is told without a request", async () => {
    deps.mayFetch = async () => false;
    await load();
    expect((await row()).older).toMatchObject({ url: at("/feed?page=2"), trouble: { kind: "noPermission" } });
    expect(paths()).toEqual(["/feed"]);
  });
});

test("killed on the way, it leaves the way back as it was, and can be asked for again", async () => {
  const before = await row();
  await db.feeds.update(HOME_FEED, { lease: { id: "killed", until: clock + LEASE_MS } });
  await load();
  expect(paths()).toEqual(["/feed"]);
  expect((await row()).older).toEqual(before.older);
  clock += LEASE_MS;
  await load();
  expect(await titles()).toEqual(["Day 6", "Day 5", "Day 4", "Day 3"]);
  expect(await row()).toMatchObject({ lease: null, lostLeases: 0, nextFetchAt: before.nextFetchAt });
});

test("two at once read one page", async () => {
  await Promise.all([load(), load()]);
  expect(paths()).toEqual(["/feed", "/feed?page=2"]);
  expect(await titles()).toHaveLength(4);
});
