import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listPage } from "../../../lib/db/articles.ts";
import { followFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { findFeeds } from "../../../lib/refresh/findFeeds.ts";
import { followFound } from "../../../lib/refresh/followFound.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeRss } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";

const MINUTE = 60_000;

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(() => {
  server.clearLog();
  db = makeDb();
  clock = Date.UTC(2025, 5, 1, 12);
  deps = calmWorld(db, () => clock);
  server.serve("/", { headers: { "content-type": "text/html" }, body: '<link rel="feed" href="/feed" title="News">' });
  server.serve("/feed", { body: makeRss({ title: "The news", items: makeItems(3) }), etag: true });
});

async function follow(path: string) {
  const target = { urls: [`${server.localOrigin}${path}`], candidate: null };
  const finding = await findFeeds(target, { ...deps, isFollowed: () => false });
  if (finding.kind !== "found") throw new Error(finding.kind);
  return followFound(deps, { found: finding.found, pictureHosts: null });
}
const articles = () => listPage(db, { view: "all", tag: null, feedId: null }, null, 99);
const feeds = () => db.feeds.toArray();

test("following a site by its page costs two requests, and its articles are there", async () => {
  const { isNew } = await follow("/");
  expect(isNew).toBe(true);
  expect(server.log.map((request) => request.path)).toEqual(["/", "/feed"]);
  expect((await articles()).map((article) => article.title)).toEqual(["Article 3", "Article 2", "Article 1"]);
  expect(await feeds()).toMatchObject([
    { url: `${server.localOrigin}/feed`, title: "The news", trouble: null, lease: null, lastFetchedAt: clock },
  ]);
  expect(await db.state.get("arrivals")).toBeUndefined();
});

test("the next refresh asks with the validators of the document that was found", async () => {
  await follow("/feed");
  await refresh(deps, "all");
  expect(server.log).toHaveLength(1);
  clock += 27 * 60 * MINUTE;
  await refresh(deps, "due");
  expect(server.log.map((request) => request.status)).toEqual([200, 304]);
});

test("a 429 for the feed does not keep it from being followed; it is asked when the server said", async () => {
  server.serve("/feed", { status: 429, headers: { "retry-after": "3600" } });
  await follow("/");
  expect(server.log).toHaveLength(2);
  expect(await feeds()).toMatchObject([{ title: "News", trouble: { kind: "tooManyRequests" }, lastFetchedAt: null }]);
  clock += 59 * MINUTE;
  await refresh(deps, "all");
  expect(server.log).toHaveLength(2);
  server.serve("/feed", { body: makeRss({ title: "The news", items: makeItems(3) }) });
  clock += 61 * MINUTE;
  await refresh(deps, "due");
  expect(await feeds()).toMatchObject([{ title: "The news", trouble: null }]);
  expect(await articles()).toHaveLength(3);
  expect(await db.state.get("arrivals")).toBeUndefined();
});

test("a feed that is followed already stays as it is", async () => {
  const first = await follow("/feed");
  const before = await feeds();
  clock += MINUTE;
  const second = await follow("/feed");
  expect(second).toEqual({ id: first.id, isNew: false });
  expect(await feeds()).toEqual(before);
});

test("a page that is closed before it has stored the document leaves a feed that is due", async () => {
  await followFeed(db, { url: `${server.localOrigin}/feed`, title: "News", homeUrl: null }, clock);
  await refresh(deps, "due");
  expect(await feeds()).toMatchObject([{ title: "The news", lastFetchedAt: clock }]);
  expect(await articles()).toHaveLength(3);
});
