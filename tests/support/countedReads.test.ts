import { expect, test } from "vitest";
import { listPage, setFlags } from "../../lib/db/articles.ts";
import { counted } from "./countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "./rows.ts";

const all = { view: "all", tag: null, feedId: null } as const;

async function stored(count: number) {
  const db = makeDb();
  await store(db, {
    insert: Array.from({ length: count }, (_, i) => makeDraft({ title: `${i}`, sortAt: NOW + i })),
  });
  return db;
}

test("rows are counted by store, whether they come one by one, all at once or by a cursor", async () => {
  const db = await stored(30);
  expect((await counted(() => db.articles.get(3))).rows).toEqual({ articles: 1 });
  expect((await counted(() => db.articles.bulkGet([1, 2, 99]))).rows).toEqual({ articles: 2 });
  const page = await counted(() => listPage(db, all, null, 5));
  expect(page.rows).toEqual({ articles: 5 });
  expect(page.transactions).toBe(1);
  expect(page.writing).toBe(0);
});

test("what has no end is named, what ends is not", async () => {
  const db = await stored(3);
  expect((await counted(() => db.articles.toArray())).unbounded).toEqual(["articles.getAll"]);
  expect((await counted(() => db.articles.count())).unbounded).toEqual(["articles.count"]);
  const keys = await counted(() => db.articles.where("places").between(["all"], ["all "]).primaryKeys());
  expect(keys).toMatchObject({ unbounded: ["articles.getAllKeys"], keys: { articles: 3 }, rows: {} });
  expect((await counted(() => db.articles.limit(2).toArray())).unbounded).toEqual([]);
  expect((await counted(() => db.articles.get(1))).unbounded).toEqual([]);
});

test("writes are counted as such, and nothing is once the work is done", async () => {
  const db = await stored(3);
  const flagged = await counted(() => setFlags(db, [1, 2], { starred: 1 }));
  expect(flagged).toMatchObject({ writing: 1, puts: { articles: 2 }, rows: { articles: 2 }, deletes: {} });
  expect((await counted(() => db.articles.delete(1))).deletes).toEqual({ articles: 1 });
  const before = await counted(async () => undefined);
  await db.articles.toArray();
  expect(before.requests).toBe(0);
});
