import { expect, test } from "vitest";
import { listPage } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { giveTags } from "../../../lib/db/feedWishes.ts";
import { importFeeds } from "../../../lib/db/importFeeds.ts";
import { finishRetagging } from "../../../lib/db/retagging.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { merge, mute } from "../../../lib/tags/choosing.ts";
import { withSourceTags } from "../../../lib/tags/sourceTags.ts";
import { choose } from "../../support/choosing.ts";
import { closedAfter } from "../../support/closedAfter.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { queryOf } from "../../support/searchDocument.ts";
import { found } from "../../support/searching.ts";

async function storing(...tags: string[][]): Promise<Db> {
  const db = makeDb();
  await store(db, { insert: tags.map((each, i) => makeDraft({ title: `${i}`, tags: each, sortAt: NOW + i })) });
  return db;
}

async function give(db: Db, ...tags: string[]): Promise<void> {
  await giveTags(db, "home", tags);
  await finishRetagging(db);
}

const titles = async (db: Db, tag: string) =>
  (await listPage(db, { view: "all", tag, feedId: null }, null, 999)).map(({ title }) => title).sort();

test("a tag of the source is every article's, and taken away again it stays with those whose publisher gave it", async () => {
  const db = await storing(["law"], ["science", "law"], []);
  await give(db, "Science", "Mine");
  expect(await titles(db, "science")).toEqual(["0", "1", "2"]);
  expect(await titles(db, "mine")).toEqual(["0", "1", "2"]);
  expect((await db.articles.get(1))?.tags).toEqual(["law", "science", "mine"]);
  expect((await found(db, queryOf("tag:mine "))).ids.sort()).toEqual([1, 2, 3]);
  await give(db, "Mine");
  expect(await titles(db, "science")).toEqual(["1"]);
  expect((await found(db, queryOf("tag:science "))).ids).toEqual([2]);
  await give(db);
  expect((await db.articles.toArray()).map(({ tags }) => tags)).toEqual([["law"], ["science", "law"], []]);
  expect(await db.articles.filter((row) => "sourceTags" in row).count()).toBe(0);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});

test("what the reader merged and muted holds for tags of sources too", async () => {
  const db = await storing(["js"], ["law"]);
  await choose(db, merge("js", "javascript"));
  await choose(db, mute("sport"));
  await give(db, "js", "sport");
  expect(await titles(db, "javascript")).toEqual([]);
  expect((await db.articles.get(2))?.tags).toEqual(["law", "javascript", "sport"]);
  expect((await db.articles.get(2))?.mutedBy).toEqual(["sport"]);
  await give(db);
  expect((await db.articles.get(1))?.tags).toEqual(["javascript"]);
  expect((await db.articles.get(2))?.tags).toEqual(["law"]);
});

test("a page that is closed midway leaves a pass that goes on", async () => {
  const db = await storing(...Array.from({ length: 250 }, () => ["law"]));
  await giveTags(db, "home", ["mine"]);
  await closedAfter(db, 1, () => finishRetagging(db));
  await finishRetagging(db);
  expect(await titles(db, "mine")).toHaveLength(250);
  expect(await db.state.get("retagging")).toBeUndefined();
});

test("tags that a file of sources brings are given to the articles that are here", async () => {
  const db = await storing(["law"]);
  const listed = { url: "https://home.example/feed", title: "Home", homeUrl: null, tags: ["folder"], isAllowed: true };
  await importFeeds(db, [listed], NOW);
  await finishRetagging(db);
  expect(await titles(db, "folder")).toEqual(["0"]);
});

test("what both give is the publisher's", () => {
  expect(withSourceTags(["Law"], ["law", "mine"])).toEqual({ tags: ["law", "mine"], sourceTags: ["mine"] });
  expect(withSourceTags(["Law"], [])).toEqual({ tags: ["law"] });
});
