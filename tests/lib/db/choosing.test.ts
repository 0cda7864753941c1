import { expect, test } from "vitest";
import { getArticles, listPage, newestArticleId, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { markAllRead, markReadWithUndo } from "../../../lib/db/marking.ts";
import { finishRetagging } from "../../../lib/db/retagging.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { undoLast } from "../../../lib/db/undo.ts";
import type { Filter } from "../../../lib/model.ts";
import { keepApart, merge, mute, pin, rename } from "../../../lib/tags/choosing.ts";
import { choose } from "../../support/choosing.ts";
import { closedAfter } from "../../support/closedAfter.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { found } from "../../support/searching.ts";
import { queryOf } from "../../support/searchDocument.ts";

const all: Filter = { view: "all", tag: null, feedId: null };

const storeTagged = (db: Db, ...tags: string[][]) =>
  store(db, { insert: tags.map((each, i) => makeDraft({ title: `${i}`, tags: each, sortAt: NOW + i })) });

const titles = async (db: Db, filter: Partial<Filter>) =>
  (await listPage(db, { ...all, ...filter }, null, 99)).map(({ title }) => title).sort();

const expectTrueCounts = async (db: Db) => expect(new Map(await readCounts(db))).toEqual(await recount(db));

const many = (count: number, tags: string[]) =>
  Array.from({ length: count }, (_, i) => makeDraft({ title: `${tags} ${i}`, sortAt: NOW + i, tags }));

test("a merged tag's articles are the other's, those that come later too, and Undo gives them back", async () => {
  const db = makeDb();
  await storeTagged(db, ["js"], ["javascript"], ["js", "javascript", "web"]);
  expect(await choose(db, merge("js", "javascript"))).toBe(true);
  await store(db, { insert: [makeDraft({ title: "late", tags: ["js"] })] });
  expect(await titles(db, { tag: "javascript" })).toEqual(["0", "1", "2", "late"]);
  expect(await titles(db, { tag: "js" })).toEqual([]);
  await undoLast(db);
  expect(await titles(db, { tag: "javascript" })).toEqual(["1", "2"]);
  expect(await titles(db, { tag: "js" })).toEqual(["0", "2", "late"]);
  expect((await getArticles(db, [3]))[0]).not.toHaveProperty("givenTags");
  expect(await db.tags.count()).toBe(0);
  await expectTrueCounts(db);
});

test("a muted tag's articles stay in its own list, in their source's, in Starred, and in search", async () => {
  const db = makeDb();
  await storeTagged(db, ["sport"], ["world", "sport"], ["world"]);
  await setFlags(db, [2], { starred: 1 });
  await choose(db, mute("sport"));
  expect(await titles(db, {})).toEqual(["2"]);
  expect(await titles(db, { view: "unread" })).toEqual(["2"]);
  expect(await titles(db, { tag: "world" })).toEqual(["2"]);
  expect(await titles(db, { tag: "sport" })).toEqual(["0", "1"]);
  expect(await titles(db, { tag: "sport", view: "unread" })).toEqual(["0", "1"]);
  expect(await titles(db, { feedId: "home" })).toEqual(["0", "1", "2"]);
  expect(await titles(db, { view: "starred" })).toEqual(["1"]);
  expect(await titles(db, { view: "starred", tag: "world" })).toEqual(["1"]);
  expect((await readCounts(db)).get("unread")).toBe(1);
  expect((await found(db, queryOf("is:unread tag:sport "))).ids).toEqual([1, 2]);
  await undoLast(db);
  expect(await titles(db, { view: "unread" })).toEqual(["0", "1", "2"]);
  await expectTrueCounts(db);
});

test("the last act is what Undo takes back, whatever kind it is of", async () => {
  const db = makeDb();
  await storeTagged(db, ["world"], ["law"]);
  await markAllRead(db, all, await newestArticleId(db));
  await choose(db, pin("law", NOW));
  await undoLast(db);
  expect(await db.tags.count()).toBe(0);
  expect((await readCounts(db)).get("unread")).toBeUndefined();
  expect(await undoLast(db)).toBe(0);
  await choose(db, rename("law", "Courts"));
  await setFlags(db, [1], { unread: 1 });
  await markReadWithUndo(db, [1]);
  expect(await undoLast(db)).toBe(1);
  expect(await db.tags.get("law")).toEqual({ tag: "law", label: "Courts" });
});

test("what is so already changes nothing, and leaves the last undo as it was", async () => {
  const db = makeDb();
  await choose(db, mute("law"));
  expect(await choose(db, mute("law"))).toBe(false);
  expect(await choose(db, merge("law", "law"))).toBe(false);
  await undoLast(db);
  expect(await db.tags.count()).toBe(0);
});

test.each([2, 4, 6])("a merge stopped after %i transactions is ended by somebody else, and undone whole", async (n) => {
  const db = makeDb();
  await store(db, { insert: many(700, ["js"]) });
  expect(await closedAfter(db, n, (page) => choose(page, merge("js", "javascript")))).toBe(true);
  await store(db, { insert: many(3, ["js", "late"]) });
  await finishRetagging(openDatabase(db.name));
  const counts = await readCounts(db);
  expect([counts.get("all #js"), counts.get("all #javascript")]).toEqual([undefined, 703]);
  await expectTrueCounts(db);
  expect(await closedAfter(db, n, undoLast)).toBe(true);
  await finishRetagging(db);
  expect((await readCounts(db)).get("all #js")).toBe(703);
  expect(await db.articles.filter((row) => row.givenTags !== undefined).count()).toBe(0);
  await expectTrueCounts(db);
});

test("two acts at once come one after the other, a marking among them too", async () => {
  const db = makeDb();
  await store(db, { insert: many(500, ["js"]) });
  await Promise.all([
    markAllRead(db, all, 500),
    choose(openDatabase(db.name), mute("js")),
    choose(openDatabase(db.name), merge("js", "javascript")),
  ]);
  const counts = await readCounts(db);
  expect(counts.get("all #javascript")).toBe(500);
  await expectTrueCounts(db);
});

test("an ingest reads what was chosen once; names, pins and pairs that are no pairs touch no article", async () => {
  const db = makeDb();
  await store(db, { insert: many(50, ["js"]) });
  for (const act of [pin("js", NOW), rename("js", "JS"), keepApart("js", "javascript")]) {
    const count = await counted(() => choose(db, act));
    expect(count.puts["articles"]).toBeUndefined();
    expect(count.rows["articles"]).toBeUndefined();
  }
  const count = await counted(() => store(db, { insert: many(50, ["law"]) }));
  expect(count.rows["tags"]).toBe(1);
  expect((await counted(() => finishRetagging(db))).requests).toBe(1);
});
