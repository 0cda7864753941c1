import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { forgetRequests } from "../../../lib/db/requests.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { findFeeds } from "../../../lib/refresh/findFeeds.ts";
import { followFound } from "../../../lib/refresh/followFound.ts";
import { fetchWantedImages } from "../../../lib/refresh/images.ts";
import { loadOlder } from "../../../lib/refresh/older.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeJsonFeed, makeRss } from "../../support/makers.ts";
import { makeDb, NOW } from "../../support/rows.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());
beforeEach(() => {
  server.clearLog();
  db = makeDb();
  clock = NOW;
  deps = calmWorld(db, () => clock);
});

const follow = (path: string, id = "home") =>
  db.feeds.put(newFeed({ id, url: `${server.localOrigin}${path}`, title: id, homeUrl: null }, clock));
const noted = async () => (await db.requests.toArray()).map(({ id: _, at: __, ms: ___, ...rest }) => rest);
const url = (path: string) => `${server.localOrigin}${path}`;

/** The server's own account, with which the product's must agree. */
const served = () => server.log.map(({ path, status }) => [url(path), status]);
const told = async () => (await db.requests.toArray()).map((row) => [row.url, row.status]);

test("each answer of a feed is noted with what it was asked for, its status and its bytes", async () => {
  const body = makeRss({ items: makeItems(2) });
  server.serve("/feed", { body, etag: true, headers: { "cache-control": "max-age=7200" } });
  await follow("/feed");
  await refresh(deps, "due");
  clock += DAY;
  await refresh(deps, { feedId: "home" });
  server.serve("/feed", { status: 503 });
  clock += DAY;
  await refresh(deps, "due");
  server.serve("/feed", { status: 410 });
  clock += DAY;
  await refresh(deps, "due");
  const each = { url: url("/feed"), feedId: "home" };
  const freshMs = 7_200_000;
  expect(await noted()).toEqual([
    { ...each, why: "due", status: 200, bytes: Buffer.byteLength(body), freshMs },
    { ...each, why: "asked", status: 304, bytes: 0, freshMs },
    { ...each, why: "due", status: 503, bytes: 0 },
    { ...each, why: "due", status: 410, bytes: 0 },
  ]);
  expect(await told()).toEqual(served());
});

test("a request that nobody answers is one, and where a redirect led is noted", async () => {
  server.serve("/old", { status: 302, headers: { location: "/new" } });
  server.serve("/new", { body: makeRss({ items: makeItems(1) }) });
  await follow("/old");
  await db.feeds.put(newFeed({ id: "dead", url: "http://127.0.0.1:9/feed", title: "dead", homeUrl: null }, clock));
  await refresh(deps, "due");
  const rows = await noted();
  expect(rows.find(({ feedId }) => feedId === "home")).toMatchObject({ status: 200, landedUrl: url("/new") });
  expect(rows.find(({ feedId }) => feedId === "dead")).toMatchObject({ status: 0, bytes: 0 });
});

test("what is no feed and what a fault of ours met are noted too", async () => {
  server.serve("/page", { body: "<!doctype html><title>A page</title>", headers: { "content-type": "text/html" } });
  await follow("/page");
  await refresh(deps, "due");
  expect(await told()).toEqual([[url("/page"), 200]]);
});

test("looking for feeds, following, older pages and pictures: nothing is asked that is not noted", async () => {
  const link = '<link rel="alternate" type="application/feed+json" href="/feed.json">';
  server.serve("/", { headers: { "content-type": "text/html" }, body: `<!doctype html><title>A</title>${link}` });
  const feed = JSON.parse(makeJsonFeed({ items: makeItems(1, () => ({ imageUrl: url("/picture.webp") })) }));
  server.serve("/feed.json", { body: JSON.stringify({ ...feed, next_url: "/feed.json?page=2" }) });
  server.serve("/feed.json?page=2", { status: 404 });
  const finding = await findFeeds({ urls: [url("/")], candidate: null }, { ...deps, isFollowed: () => false });
  if (finding.kind !== "found") throw new Error(finding.kind);
  const { id } = await followFound(deps, { found: finding.found, pictureHosts: null });
  await loadOlder(deps, id);
  await fetchWantedImages({ ...deps, pictureBudget: 1e9, shrink: async () => null });
  expect(await told()).toEqual(served());
  expect((await noted()).map(({ why }) => why)).toEqual(["found", "found", "older", "picture"]);
});

test("what is packed into the extension is no request", async () => {
  await follow("/feed");
  const answer = new Response(makeRss({ items: makeItems(1) }));
  Object.defineProperty(answer, "url", { value: "chrome-extension://abc/edition/feed.xml" });
  await refresh({ ...deps, fetch: async () => answer }, "due");
  expect(await db.articles.count()).toBe(1);
  expect(await db.requests.count()).toBe(0);
});

test("after seven days a request is forgotten", async () => {
  await db.requests.bulkAdd(
    [8 * DAY, 6 * DAY, 0].map((ago, i) => ({
      id: i + 1,
      at: NOW - ago,
      url: url("/"),
      why: "due" as const,
      status: 200,
      bytes: 1,
      ms: 1,
    })),
  );
  await forgetRequests(db, NOW);
  expect(await db.requests.toCollection().primaryKeys()).toEqual([2, 3]);
});
