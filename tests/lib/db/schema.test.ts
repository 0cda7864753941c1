import { expect, test } from "vitest";
import { getArticle, getBody, listPage, setFlags } from "../../../lib/db/articles.ts";
import { getBodies } from "../../../lib/db/bodies.ts";
import { chooseTags } from "../../../lib/db/choosing.ts";
import { undoLast } from "../../../lib/db/undo.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { indexingProgress } from "../../../lib/db/indexing.ts";
import { listFeeds } from "../../../lib/db/feeds.ts";
import { readFirstPaint } from "../../../lib/db/firstPaint.ts";
import { getImages, wantedImages } from "../../../lib/db/images.ts";
import { lastLeft } from "../../../lib/db/positions.ts";
import { restoreSnapshot } from "../../../lib/db/restoreSnapshot.ts";
import { finishRetagging } from "../../../lib/db/retagging.ts";
import { getRevisions } from "../../../lib/db/versions.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { refresh } from "../../../lib/refresh/refresh.ts";
import { separate, unmute } from "../../../lib/tags/choosing.ts";
import { parseQuery } from "../../../lib/search/query.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { readFrozen, thaw, type FrozenDatabase } from "../../support/frozenDatabase.ts";
import { makeRss } from "../../support/makers.ts";
import { makeDraft, NOW, store } from "../../support/rows.ts";
import { found, scanned } from "../../support/searching.ts";

/** The versions as they were released, and never edited: what people have must open for ever. */
const frozen = readFrozen("v1");
const frozen2 = readFrozen("v2");
const frozen3 = readFrozen("v3");
const frozen4 = readFrozen("v4");
const frozen5 = readFrozen("v5");
const all = { view: "all", tag: null, feedId: null } as const;

async function thawed(name: string) {
  await thaw(frozen, name);
  return openDatabase(name);
}

/** What the upgrade notes beside the rows: what is still to be indexed, and where numbering goes on. */
const NOTED = ["indexing", "nextChunkId"];

/** Every row as it was. */
async function expectRows(db: Db, { stores }: FrozenDatabase) {
  for (const { name, rows } of stores) {
    const present = await db.table(name).toArray();
    const isNew = ({ key }: { key: string }) => NOTED.includes(key) && !rows.some((row) => row["key"] === key);
    expect([name, present.filter((row) => !isNew(row))]).toEqual([name, rows]);
  }
}

test("the database of version 1 opens with every row as it was", async () => {
  const db = await thawed("rows");
  await expectRows(db, frozen);
  expect(await db.tombstones.count()).toBe(0);
  expect(await db.revisions.count()).toBe(0);
  expect([await db.segments.count(), await db.segmentBlocks.count()]).toEqual([0, 0]);
});

test("its pictures come through to the byte", async () => {
  const db = await thawed("pictures");
  const picture = await db.images.get("https://news.example/3.png");
  const bytes = new Uint8Array((await picture?.full?.arrayBuffer()) ?? []);
  expect(new TextDecoder("latin1").decode(bytes.slice(0, 4))).toBe("RIFF");
  expect(bytes).toHaveLength(44);
});

test("its lists, texts, flags and counters read as before", async () => {
  const db = await thawed("lists");
  const shown = await listPage(db, all, null, 99);
  const titles = shown.map((article) => article.title);
  expect(titles).toEqual([
    ...["News 2", "News 7", "News 6, corrected", "News 5", "News 4", "News 3", "News 1"],
    ...["Issue 5", "Issue 4", "Issue 3", "Issue 2", "Issue 1"],
  ]);
  expect((await listPage(db, { ...all, view: "starred" }, null, 99)).map(({ title }) => title)).toEqual([
    ...["News 3", "Issue 2"],
  ]);
  const texts = await Promise.all(shown.map((article) => getBody(db, article)));
  expect(texts.filter((text) => text === null)).toHaveLength(1);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  expect(await undoLast(db)).toBe(1);
});

test("its ids go on where they were", async () => {
  const db = await thawed("ids");
  const next = await readState(db, "nextArticleId");
  await store(db, { insert: [makeDraft({ title: "New" })] });
  expect((await listPage(db, all, null, 99)).map((article) => article.id)).toContain(next);
  expect(await db.articles.count()).toBe(13);
});

test("its texts stay where they are, and new ones are numbered on", async () => {
  const db = await thawed("texts");
  const before = await listPage(db, all, null, 99);
  const texts = await getBodies(db, before);
  await store(db, { insert: [makeDraft({ title: "New" })] });
  expect(await getBodies(db, before)).toEqual(texts);
  const [added] = (await listPage(db, all, null, 99)).filter(({ title }) => title === "New");
  expect(added && (await getBody(db, added))?.source).toBe("Text of New");
});

test("its first refresh by today's code marks nothing as updated and keeps no revision of what did not change", async () => {
  const db = await thawed("refreshed");
  const stored = await listPage(db, { ...all, feedId: "home" }, null, 99);
  const texts = await Promise.all(stored.map((article) => getBody(db, article)));
  const revise = stored.map((row, i) => ({
    stored: row,
    draft: { ...row, text: texts[i] ?? null, contentHash: "new" },
  }));
  await store(db, { revise });
  const now = await listPage(db, { ...all, feedId: "home" }, null, 99);
  expect(now).toEqual(stored.map((row) => ({ ...row, contentHash: "new" })));
  expect(await db.revisions.count()).toBe(0);
});

test("today's code goes on refreshing its feeds, whose rows lack what came later", async () => {
  const db = await thawed("refreshing");
  const now = Date.UTC(2026, 10, 21);
  const items = [{ title: "News 8" }, { id: "news-7", url: "https://news.example/7", title: "News 7" }];
  const answer = async () => new Response(makeRss({ items }), { headers: { "content-type": "application/rss+xml" } });
  await refresh({ ...calmWorld(db, () => now), fetch: answer }, "all");
  const feeds = await db.feeds.toArray();
  expect(feeds.map(({ lastFetchedAt, trouble }) => [lastFetchedAt, trouble])).toEqual([
    [now, null],
    [now, null],
  ]);
  expect(feeds.every((feed) => feed.nextFetchAt > now && feed.nextFetchAt < now + 25 * 3_600_000)).toBe(true);
  const titles = (await listPage(db, { ...all, feedId: "home" }, null, 99)).map((article) => article.title);
  expect(titles.filter((title) => title === "News 7")).toHaveLength(1);
  expect(titles).toHaveLength(8);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});

test("the popup's first read has no need of the new stores", async () => {
  await thaw(frozen, "popup");
  const paint = await readFirstPaint({ scope: "all", count: 20, name: "popup" });
  expect(paint?.articles).toHaveLength(12);
});

test("the database of version 2 opens with every row as it was, what is deleted and what was said before included", async () => {
  await thaw(frozen2, "rows of 2");
  const db = openDatabase("rows of 2");
  await expectRows(db, frozen2);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  const articles = await listPage(db, all, null, 99);
  const changed = articles.filter((article) => article.revisedAt !== undefined);
  expect(changed.map(({ title }) => title)).toEqual(["News 7"]);
  const revisions = await Promise.all(changed.map(({ id }) => getRevisions(db, id)));
  expect(revisions.map((each) => each.length)).toEqual([2]);
});

test("what was deleted in version 2 does not come back, and its ways to older pages stay", async () => {
  await thaw(frozen2, "deleted in 2");
  const db = openDatabase("deleted in 2");
  const now = Date.UTC(2026, 10, 25);
  const items = [{ id: "news-1", url: "https://news.example/1", title: "News 1" }, { title: "News 9" }];
  const answer = async () => new Response(makeRss({ items }), { headers: { "content-type": "application/rss+xml" } });
  await refresh({ ...calmWorld(db, () => now), fetch: answer }, { feedId: "home" });
  const titles = (await listPage(db, { ...all, feedId: "home" }, null, 99)).map(({ title }) => title);
  expect(titles).toContain("News 9");
  expect(titles).not.toContain("News 1");
  expect((await db.feeds.toArray()).map(({ older }) => older?.url ?? null).filter(Boolean)).toEqual([
    "https://paged.example/2.json",
  ]);
});

test("the database of version 3 opens with every row as it was, its pictures and its index included", async () => {
  await thaw(frozen3, "rows of 3");
  const db = openDatabase("rows of 3");
  await expectRows(db, frozen3);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  expect(await indexingProgress(db)).toBeNull();
});

test.each([
  "news",
  "regret",
  "words",
  "cafe",
  "東京",
  '"text of news"',
  "tag:world -corrected",
  "intitle:issue",
  "zeppelin",
])("its index finds what a look at every row does: %s", async (text) => {
  await thaw(frozen3, `found in 3: ${text}`);
  const db = openDatabase(`found in 3: ${text}`);
  const { query } = parseQuery(text, (midnight) => midnight);
  const { ids, isDamaged } = await found(db, query);
  expect(isDamaged).toBe(false);
  expect(ids.length > 0).toBe(text !== "zeppelin");
  expect(ids).toEqual(await scanned(db, query));
});

test("the database of version 4 opens with every row as it was: what was made of tags, and where reading stopped", async () => {
  await thaw(frozen4, "rows of 4");
  const db = openDatabase("rows of 4");
  await expectRows(db, frozen4);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  const titles = (await listPage(db, { ...all, tag: "sport" }, null, 99)).map(({ title }) => title);
  expect(titles).toEqual(["Matches", "Results"]);
  expect((await listPage(db, all, null, 99)).map(({ title }) => title)).not.toContain("Gossip");
  expect((await lastLeft(db))?.share).toBe(0.4);
});

test("choices made in version 4 are taken back by today's code", async () => {
  await thaw(frozen4, "choices of 4");
  const db = openDatabase("choices of 4");
  for (const act of [separate("sports"), unmute("gossip")]) await chooseTags(db, act);
  await finishRetagging(db);
  expect((await listPage(db, { ...all, tag: "sports" }, null, 99)).map(({ title }) => title)).toEqual(["Results"]);
  expect((await listPage(db, all, null, 99)).map(({ title }) => title)).toContain("Gossip");
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});

test("the database of version 5 opens with every row as it was: wishes, requests, a day, and pictures that are one", async () => {
  await thaw(frozen5, "rows of 5");
  const db = openDatabase("rows of 5");
  await expectRows(db, frozen5);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  expect((await listFeeds(db)).find(({ isNamed }) => isNamed)).toMatchObject({ pictures: "hero", pictureHosts: "own" });
  expect((await db.requests.toArray()).map(({ status }) => status)).toEqual([304, 200]);
  const urls = ["https://pictures.example/0.png", "https://pictures.example/1.png"];
  expect((await getImages(db, urls)).map(({ full }) => full?.size)).toEqual([7, 7]);
  expect((await wantedImages(db)).map(({ url }) => url)).toContain("https://pictures.example/2.png");
});

test("a day of version 5 can be gone back to by today's code", async () => {
  await thaw(frozen5, "a day of 5");
  const db = openDatabase("a day of 5");
  const [starred] = (await db.articles.toArray()).filter((article) => article.starred);
  const [day] = await db.snapshots.toArray();
  if (!starred || !day) throw new Error("nothing was frozen");
  await setFlags(db, [starred.id], { starred: 0 });
  await restoreSnapshot(db, day, { now: NOW, mayFetch: async () => true });
  expect((await getArticle(db, starred.id))?.starred).toBe(1);
});
