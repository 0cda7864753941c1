import { expect, test } from "vitest";
import { getArticle, setFlags } from "../../../lib/db/articles.ts";
import { getBodies } from "../../../lib/db/bodies.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

test("a deleted article goes with its text, revisions and counts, and leaves its neighbours alone", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "a" }), makeDraft({ title: "b" })] });
  await setFlags(db, [1], { starred: 1 });
  const stored = await getArticle(db, 1);
  if (!stored) throw new Error("not stored");
  await store(db, { revise: [{ stored, draft: makeDraft({ title: "a, corrected" }) }] });
  expect(await db.revisions.count()).toBe(1);

  await deleteArticles(db, [1, 1, 99], NOW);
  const left = await db.articles.toArray();
  expect(left.map((article) => article.title)).toEqual(["b"]);
  expect((await getBodies(db, left))[0]?.source).toBe("Text of b");
  expect(await db.revisions.count()).toBe(0);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  expect(await db.tombstones.toArray()).toMatchObject([{ feedId: "home", seenAt: NOW }]);

  await deleteArticles(db, [2], NOW);
  expect(await db.bodies.count()).toBe(0);
  expect(await db.counters.count()).toBe(0);
});

test("a thousand at once are deleted in turns", async () => {
  const db = makeDb();
  await store(db, { insert: Array.from({ length: 1_001 }, (_, n) => makeDraft({ title: `${n}` })) });
  await deleteArticles(db, await db.articles.toCollection().primaryKeys(), NOW);
  expect(await db.articles.count()).toBe(0);
  expect(await db.tombstones.count()).toBe(1_001);
  expect(await db.counters.count()).toBe(0);
});
