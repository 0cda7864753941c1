import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { stopRefresh } from "../../../lib/db/refreshRun.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeItems, makeRss } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";

const START = Date.UTC(2025, 5, 1, 12);
const PATHS = ["/1", "/2", "/3", "/4"];

let server: FeedServer;
let db: Db;
let deps: RefreshDeps;
let waits: number[];

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());
beforeEach(async () => {
  server.clearLog();
  db = makeDb();
  waits = [];
  deps = { ...calmWorld(db, () => START), wait: async (ms) => void waits.push(ms) };
  for (const path of PATHS) {
    await db.feeds.put(newFeed({ id: path, url: `${server.localOrigin}${path}`, title: path, homeUrl: null }, START));
    server.serve(path, { body: makeRss({ items: makeItems(2, (n) => ({ id: `${path} ${n}` })) }), etag: true });
  }
});

const asked = () => server.log.map((request) => request.path);
const brought = async (id: string) => (await db.feeds.get(id))?.brought;

/** All are at one host, and so asked one after another. */
function stopDuring(path: string, startedAt: () => Promise<number | undefined>): void {
  server.serve(path, async () => {
    await stopRefresh(db, (await startedAt()) ?? 0, START);
    return { body: makeRss({ items: makeItems(2, (n) => ({ id: `${path} ${n}` })) }) };
  });
}

test("a stopped refresh stores what is being fetched, and asks and waits for nobody else", async () => {
  stopDuring("/2", async () => (await readState(db, "refreshRun"))?.startedAt);
  await refresh(deps, "due");
  expect(asked()).toEqual(["/1", "/2"]);
  expect(await db.articles.count()).toBe(4);
  // Before the second, and before it was known that there is no third.
  expect(waits).toHaveLength(2);
  expect(await db.feeds.filter((feed) => feed.lease !== null).count()).toBe(0);
});

test("who was not asked stays due, and the next refresh asks", async () => {
  stopDuring("/2", async () => (await readState(db, "refreshRun"))?.startedAt);
  await refresh(deps, "due");
  server.clearLog();
  await refresh(deps, "due");
  expect(asked()).toEqual(["/3", "/4"]);
});

test("a wish to stop another refresh stops none", async () => {
  stopDuring("/2", async () => START - 1);
  await refresh(deps, "due");
  expect(asked()).toEqual(PATHS);
});

test("a feed's row says how many new articles its last answer brought", async () => {
  await refresh(deps, "due");
  expect(await brought("/1")).toBe(2);
  deps = { ...deps, now: () => START + 36 * 3_600_000 };
  server.serve("/2", { body: makeRss({ items: makeItems(5, (n) => ({ id: `/2 ${n}` })) }) });
  await refresh(deps, "due");
  expect(await brought("/1")).toBe(0);
  expect(await brought("/2")).toBe(3);
});
