import { beforeEach, expect, test } from "vitest";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { forgetPosition, getPosition, keepPosition, lastLeft, noteOpened } from "../../../lib/db/positions.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Position } from "../../../lib/model.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;
beforeEach(async () => {
  db = makeDb();
  await store(db, { insert: ["a", "b", "c"].map((title) => makeDraft({ title })) });
});

const position = (articleId: number, change: Partial<Position> = {}): Position => ({
  articleId,
  anchor: { block: 3, words: "thecouncil", passed: 0.5 },
  share: 0.4,
  at: NOW,
  ...change,
});

test("a position is kept for each article, and the last writer wins", async () => {
  await Promise.all([keepPosition(db, position(1)), keepPosition(db, position(2))]);
  await keepPosition(db, position(1, { share: 0.7 }));
  expect((await getPosition(db, 1))?.share).toBe(0.7);
  expect(await db.positions.count()).toBe(2);
});

test("it goes with its article, and none is kept of one that is gone", async () => {
  await keepPosition(db, position(1));
  await deleteArticles(db, [1], NOW);
  expect(await getPosition(db, 1)).toBeUndefined();
  expect(await lastLeft(db)).toBeUndefined();
  await keepPosition(db, position(1));
  expect(await db.positions.count()).toBe(0);
});

test("the newest thousand are kept", async () => {
  await db.positions.bulkPut(Array.from({ length: 1_003 }, (_, i) => position(100 + i, { at: NOW + i })));
  await keepPosition(db, position(1, { at: NOW + 5_000 }));
  expect(await db.positions.count()).toBe(1_000);
  expect(await db.positions.orderBy("at").primaryKeys()).toEqual([...range(104, 1_103), 1]);
});

test("the article read last is known for as long as it was left before its end", async () => {
  await keepPosition(db, position(1));
  await keepPosition(db, position(2));
  expect((await lastLeft(db))?.articleId).toBe(2);
  await forgetPosition(db, 1);
  expect((await lastLeft(db))?.articleId).toBe(2);
  await forgetPosition(db, 2);
  expect(await lastLeft(db)).toBeUndefined();
});

test("another article that is opened takes its place", async () => {
  await keepPosition(db, position(1));
  await noteOpened(db, 2, NOW);
  expect(await lastLeft(db)).toBeUndefined();
  await noteOpened(db, 1, NOW + 9);
  expect(await lastLeft(db)).toEqual(position(1, { at: NOW + 9 }));
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
