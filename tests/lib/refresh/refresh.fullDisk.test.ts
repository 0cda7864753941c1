import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { HOME_FEED, newFeed } from "../../../lib/db/feeds.ts";
import { storePicture } from "../../../lib/db/pictureStore.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { counted } from "../../support/countedReads.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { onFullDisk } from "../../support/fullDisk.ts";
import { makeItems, makeJsonFeed } from "../../support/makers.ts";
import { makeDb } from "../../support/rows.ts";

let server: FeedServer;
let db: Db;
let clock: number;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(async () => {
  db = makeDb();
  clock = Date.UTC(2025, 5, 1, 12);
  deps = calmWorld(db, () => clock);
  const url = `${server.localOrigin}/feed`;
  await db.feeds.put(newFeed({ id: HOME_FEED, url, title: "A feed", homeUrl: null }, clock));
  serve(8);
  await refresh(deps, "due");
  for (const image of await db.images.toArray())
    await storePicture(db, { ...image, wanted: 0, full: new Blob(["123456"]), thumb: new Blob(["1234"]) }, clock);
});

const FIRST_AT = Date.UTC(2025, 0, 6);
/** Articles in the document: the newest. */
const LISTED = 8;

function serve(count: number): void {
  const items = makeItems(count, (n) => ({
    ...{ title: `Article ${n}`, id: `${n}`, url: `${server.localOrigin}/articles/${n}`, html: `<p>Text of ${n}</p>` },
    ...{ publishedAt: new Date(FIRST_AT + n * 60_000).toISOString(), imageUrl: `${server.localOrigin}/${n}.png` },
  }));
  server.serve("/feed", { body: makeJsonFeed({ items: items.slice(0, LISTED) }), etag: true });
}

const later = (): void => void (clock += 30 * 3_600_000);
const pictures = async () => (await db.images.toArray()).filter(({ full }) => full !== null).map(({ url }) => url);
const trouble = async () => (await db.feeds.get(HOME_FEED))?.trouble?.kind ?? null;
const isArticle = (store: string) => store === "articles";

test("where text finds no room, pictures make it, and nothing of the refresh is lost", async () => {
  later();
  serve(9);
  let isFull = true;
  const refuses = (store: string) => {
    if (store === "images") isFull = false;
    return isFull && isArticle(store);
  };
  await onFullDisk(refuses, () => refresh(deps, "due"));
  expect(await db.articles.count()).toBe(9);
  expect(await pictures()).toHaveLength(6);
  expect(await trouble()).toBeNull();
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});

test("where there is none at all, the source says so, starred pictures stay, and the next round brings what was missed", async () => {
  const ids = (await db.articles.toArray()).map(({ id }) => id);
  await setFlags(db, ids.slice(0, 3), { starred: 1 });
  later();
  serve(9);
  await onFullDisk(isArticle, () => refresh(deps, "due"));
  expect(await db.articles.count()).toBe(8);
  expect(await trouble()).toBe("storageFull");
  expect((await pictures()).length).toBeGreaterThanOrEqual(3);
  later();
  await refresh(deps, "due");
  expect(await db.articles.count()).toBe(9);
  expect(await trouble()).toBeNull();
});

test("a disk on which not even that can be written breaks nothing", async () => {
  later();
  serve(9);
  const refuses = (store: string, row: unknown) => isArticle(store) || JSON.stringify(row).includes("storageFull");
  await onFullDisk(refuses, () => refresh(deps, "due"));
  later();
  await refresh(deps, "due");
  expect(await db.articles.count()).toBe(9);
});

test("a disk that takes nothing at all asks no site, breaks nothing, and loses nothing", async () => {
  later();
  serve(9);
  const before = await db.feeds.toArray();
  server.log.length = 0;
  await onFullDisk(
    () => true,
    () => refresh(deps, "due"),
  );
  expect(server.log).toEqual([]);
  expect(await db.feeds.toArray()).toEqual(before);
  await refresh(deps, "due");
  expect(await db.articles.count()).toBe(9);
});

test("a source that answers 304 costs no row of an article", async () => {
  later();
  const count = await counted(() => refresh(deps, "due"));
  expect(server.log.at(-1)?.status).toBe(304);
  for (const store of ["articles", "bodies", "counters", "images", "segments"]) {
    expect([store, count.rows[store] ?? 0, count.puts[store] ?? 0]).toEqual([store, 0, 0]);
  }
  expect(count.unbounded.filter((each) => !each.startsWith("feeds."))).toEqual([]);
});

test("one new article costs one row, and reading those that its document lists, however many are stored", async () => {
  const cost = async () => {
    later();
    serve((await db.articles.count()) + 1);
    return counted(() => refresh(deps, "due"));
  };
  const few = await cost();
  for (let i = 0; i < 12; i++) await cost();
  const many = await cost();
  expect(many.writing).toBe(few.writing);
  expect(many.puts["articles"]).toBe(1);
  expect(many.puts["bodies"]).toBe(1);
  expect(few.puts["articles"]).toBe(1);
  // Those of the document, by each of their keys.
  expect(many.rows["articles"]).toBeLessThanOrEqual(3 * LISTED);
  expect(many.unbounded.filter((each) => /^(articles|bodies)\./.test(each))).toEqual([]);
});
