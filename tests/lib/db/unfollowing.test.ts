import { expect, test } from "vitest";
import { getArticles, newestArticleId, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { claimFeed, releaseFeed } from "../../../lib/db/feeds.ts";
import { markAllRead } from "../../../lib/db/marking.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { undoLast } from "../../../lib/db/undo.ts";
import { lastUnfollowed, letUnfollowedGo, unfollow } from "../../../lib/db/unfollow.ts";
import { finishUnfollowing } from "../../../lib/db/unfollowing.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const MINUTE = 60_000;

/** Two sources with `count` articles each, the first of the second one starred and the next one saved for later. */
async function twoSources(count: number): Promise<Db> {
  const db = makeDb();
  for (const feedId of ["kept", "gone"]) {
    const insert = Array.from({ length: count }, (_, i) => {
      const keys = [`${feedId} g:${i}`];
      return makeDraft({ title: `${feedId} ${i}`, feedId, keys, sortAt: NOW + i });
    });
    await store(db, { insert }, feedId);
  }
  await setFlags(db, [count + 1], { starred: 1 });
  await setFlags(db, [count + 2], { later: 1 });
  return db;
}

const feedIds = (db: Db) => db.feeds.toCollection().primaryKeys();
const titles = async (db: Db) => (await db.articles.toArray()).map(({ title }) => title);

test("an unfollowed source is gone at once, and its articles when nobody wants it back", async () => {
  const db = await twoSources(210);
  await unfollow(db, "gone", NOW);
  expect(await feedIds(db)).toEqual(["kept"]);
  await finishUnfollowing(db, NOW + MINUTE);
  expect(await db.articles.count()).toBe(420);
  await letUnfollowedGo(db, NOW);
  expect((await titles(db)).filter((title) => title.startsWith("gone"))).toEqual(["gone 0", "gone 1"]);
  expect(await db.articles.count()).toBe(212);
  expect(await db.state.get("unfollowed")).toEqual({ key: "unfollowed", value: [] });
  expect(await db.state.get("undo")).toBeUndefined();
  expect(await db.tombstones.count()).toBe(0);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
});

test("Undo brings it back as it was, with all of its articles", async () => {
  const db = await twoSources(3);
  const before = [await db.feeds.get("gone"), await db.articles.toArray()];
  await unfollow(db, "gone", NOW);
  expect((await lastUnfollowed(db))?.feed.id).toBe("gone");
  await undoLast(db);
  await letUnfollowedGo(db, NOW);
  await finishUnfollowing(db, NOW + 60 * MINUTE);
  expect([await db.feeds.get("gone"), await db.articles.toArray()]).toEqual(before);
});

test("where the page was closed, a round of the background ends it ten minutes later", async () => {
  const db = await twoSources(3);
  await unfollow(db, "gone", NOW);
  await finishUnfollowing(db, NOW + 9 * MINUTE);
  expect(await db.articles.count()).toBe(6);
  await finishUnfollowing(db, NOW + 11 * MINUTE);
  expect(await db.articles.count()).toBe(5);
  await undoLast(db);
  expect(await feedIds(db)).toEqual(["kept"]);
});

test("what is done next is what Undo takes back: the source before is gone for good", async () => {
  const db = await twoSources(3);
  await unfollow(db, "gone", NOW);
  await markAllRead(db, { view: "all", tag: null, feedId: "kept" }, await newestArticleId(db));
  await undoLast(db);
  expect(await feedIds(db)).toEqual(["kept"]);
  expect((await getArticles(db, [1, 2, 3])).map((row) => row?.unread)).toEqual([1, 1, 1]);
  await finishUnfollowing(db, NOW);
  expect(await db.articles.count()).toBe(5);
});

test("of two that were unfollowed one after the other, the last one comes back", async () => {
  const db = await twoSources(3);
  await unfollow(db, "kept", NOW);
  await unfollow(db, "gone", NOW);
  await finishUnfollowing(db, NOW);
  await undoLast(db);
  expect(await feedIds(db)).toEqual(["gone"]);
  expect((await titles(db)).every((title) => title.startsWith("gone"))).toBe(true);
});

test("a refresh that was under way stores nothing of it, also when it is followed again", async () => {
  const db = await twoSources(3);
  const claimed = await claimFeed(db, "gone", { id: "lease", now: NOW, isWanted: () => true });
  await unfollow(db, "gone", NOW);
  await undoLast(db);
  if (!claimed) throw new Error("nobody has claimed it");
  await releaseFeed(db, claimed, { failures: 7 });
  expect(await db.feeds.get("gone")).toMatchObject({ failures: 0, lease: null });
});
