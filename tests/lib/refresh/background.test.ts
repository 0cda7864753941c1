import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import type { FeedRecord } from "../../../lib/db/feedRecord.ts";
import { followFeed } from "../../../lib/db/feeds.ts";
import { noteApart } from "../../../lib/db/requests.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Notice } from "../../../lib/refresh/notice.ts";
import { createBackground, type BackgroundDeps, type Noticed } from "../../../lib/refresh/background.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { onFullDisk } from "../../support/fullDisk.ts";
import { makeItems, makeJsonFeed } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";

let server: FeedServer;
let db: Db;
let clock: number;
let deps: BackgroundDeps;
let told: Notice[];
let badge: (number | "busy")[];
let opened: Noticed[];
let kept: FeedRecord[];

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(async () => {
  db = makeDb();
  kept = [];
  clock = Date.UTC(2025, 5, 1, 12);
  // Its own for each test: what the one before left running must not count here.
  const shown: Notice[] = [];
  [told, badge, opened] = [shown, [], []];
  deps = {
    ...calmWorld(db, () => clock),
    home: { url: `${server.localOrigin}/feed`, title: "Home", homeUrl: null },
    inTurn: (_name, work) => work(),
    alone: (_name, work) => work(),
    shrink: async () => null,
    settings: async () => ({
      ...{ notifications: true, quietHours: false, quietFrom: 0, quietUntil: 0 },
      ...{ keepReadDays: 7, keepPerFeed: null, pictureMegabytes: 1, badge: "unread" },
    }),
    isReaderVisible: async () => false,
    notice: {
      show: async ({ notice }) => void shown.push(notice),
      showing: async () => [],
      clear: async () => undefined,
    },
    badge: {
      showToolbar: async ({ unread }) => void badge.push(unread),
      showBusy: async () => void badge.push("busy"),
    },
    safetyCopy: { keep: async (records) => void (kept = records), read: async () => kept },
    openNoticed: async (noticed) => void opened.push(noticed),
  };
  serve(2);
  await createBackground(deps).refreshDue();
});

const serve = (count: number) => {
  const imageUrl = `${server.localOrigin}/picture.png`;
  const items = makeItems(count, () => ({ publishedAt: null, imageUrl }));
  server.serve("/feed", { body: makeJsonFeed({ items }) });
  server.serve("/picture.png", { status: 404 });
};

/** One more article, an hour later. */
const arrive = (count: number) => {
  clock += 3_600_000;
  serve(count);
};

test("a first start fetches the home feed, counts, and tells of nothing", () => {
  expect(badge.at(-1)).toBe(2);
  expect(told).toEqual([]);
});

test("a person's refresh is answered before the pictures are there", async () => {
  arrive(3);
  server.serve("/picture.png", () => new Promise(() => undefined));
  await db.images.clear();
  await createBackground(deps).refreshNow("all");
  expect(badge.at(-1)).toBe(3);
});

test("news is told although a picture fails by a fault of ours", async () => {
  arrive(3);
  await db.images.clear();
  const mayFetch = async (url: string) => {
    if (url.endsWith(".png")) throw new Error("our fault");
    return true;
  };
  await expect(createBackground({ ...deps, mayFetch }).refreshDue()).rejects.toThrow("our fault");
  expect(told).toHaveLength(1);
});

test("a disk that takes nothing ends a round in quiet, and the next one that finds room does all of it", async () => {
  arrive(3);
  await onFullDisk(
    () => true,
    () => createBackground(deps).refreshDue(),
  );
  expect([told, await db.articles.count()]).toEqual([[], 2]);
  await createBackground(deps).refreshDue();
  expect(told).toHaveLength(1);
  expect(await db.articles.count()).toBe(3);
});

test("what needs no room is done although something before it found none", async () => {
  arrive(3);
  await noteApart(db, { at: 0, url: "https://old.example/", why: "due", status: 200, bytes: 0, ms: 0 });
  await onFullDisk(
    (store) => store === "images" || store === "state",
    () => createBackground(deps).refreshDue(),
  );
  expect((await db.requests.toArray()).filter(({ at }) => at === 0)).toEqual([]);
});

test("the notification's buttons act on its articles", async () => {
  arrive(3);
  const background = createBackground(deps);
  await background.refreshDue();
  await background.answerNotice("all", "first");
  await background.answerNotice("all", "second");
  expect(opened).toEqual([{ articleId: 3 }]);
  expect(await db.articles.get(3)).toMatchObject({ later: 1 });

  arrive(5);
  await background.refreshDue();
  await background.answerNotice("all", "first");
  await background.answerNotice("all", "second");
  expect(opened).toEqual([{ articleId: 3 }, { tag: null }]);
  expect((await db.articles.toArray()).filter((article) => !article.unread).map((article) => article.id)).toEqual([
    4, 5,
  ]);
});

test("the notification of one tag's news opens the list of that tag", async () => {
  clock += 3_600_000;
  const items = makeItems(5, () => ({ publishedAt: null, tags: ["World", "Europe"] }));
  server.serve("/feed", { body: makeJsonFeed({ items }) });
  const background = createBackground(deps);
  await background.refreshDue();
  expect(told.map(({ kind }) => kind)).toEqual(["tag"]);
  await background.answerNotice("tag:world", "first");
  expect(opened).toEqual([{ tag: "world" }]);
});

test("another address for the home feed keeps its articles and asks at once", async () => {
  server.serve("/moved", { body: makeJsonFeed({ items: makeItems(2) }) });
  const moved = createBackground({ ...deps, home: { ...deps.home, url: `${server.localOrigin}/moved` } });
  server.clearLog();
  await moved.refreshDue();
  expect(server.log.map((request) => request.path)).toContain("/moved");
  expect(await db.articles.count()).toBe(2);
});

test("what may go goes after a refresh, once a server has confirmed our clock", async () => {
  await setFlags(db, [1, 2], { unread: 0 });
  const refreshedWhen = async (date: number) => {
    const items = makeItems(1, () => ({ publishedAt: null }));
    server.serve("/feed", { body: makeJsonFeed({ items }), headers: { date: new Date(date).toUTCString() } });
    clock += 40 * 24 * 3_600_000;
    await createBackground(deps).refreshDue();
    return db.articles.count();
  };
  expect(await refreshedWhen(clock)).toBe(2);
  expect(await refreshedWhen(clock + 39 * 24 * 3_600_000)).toBe(1);
});

test("the sources lie beside the store too, and come back where it was lost", async () => {
  await followFeed(db, { url: `${server.localOrigin}/other`, title: "Other", homeUrl: null }, clock);
  await createBackground(deps).refreshDue();
  await vi.waitFor(() => expect(kept.map(({ title }) => title).sort()).toEqual(["Home", "Other"]));
  const lost = makeDb();
  const background = createBackground({ ...deps, db: lost });
  await background.wake();
  expect((await lost.feeds.toArray()).map(({ id, title }) => [id, title])).toEqual(
    (await db.feeds.toArray()).map(({ id, title }) => [id, title]),
  );
  expect(await db.snapshots.count()).toBe(1);
});
