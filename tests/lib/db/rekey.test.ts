import { expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { indexTables } from "../../../lib/db/searchIndex.ts";
import { rekeyByLink } from "../../../lib/db/rekey.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

const draft = (title: string, guid: string, path: string | null) => {
  const url = path === null ? null : `https://x.example/${path}`;
  const keys = [`home g:${guid}`, ...(path === null ? [] : [`home u:x.example/${path}`])];
  return makeDraft({ title, keys, url });
};

const rekey = (db: Db) =>
  db.transaction(
    "rw",
    [db.articles, db.bodies, db.revisions, db.positions, db.counters, ...indexTables(db)],
    async () => rekeyByLink(db, "home"),
  );

test("an article's link becomes its first key, and its guid the alias", async () => {
  const db = makeDb();
  await store(db, { insert: [draft("A", "1", "a"), draft("B", "2", null)] });
  await rekey(db);
  expect((await db.articles.toArray()).map((article) => article.keys)).toEqual([
    ["home u:x.example/a", "home g:1"],
    ["home g:2"],
  ]);
});

test("rows of one link and title become one: read, starred and later if either was", async () => {
  const db = makeDb();
  await store(db, { insert: [draft("A", "1", "a"), draft("A", "2", "a"), draft("B", "3", "b")] });
  await setFlags(db, [1], { starred: 1 });
  await setFlags(db, [2], { unread: 0, later: 1 });
  await rekey(db);
  expect(await db.articles.toArray()).toMatchObject([
    { id: 1, title: "A", unread: 0, starred: 1, later: 1 },
    { id: 3, title: "B", unread: 1, starred: 0, later: 0 },
  ]);
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
  expect(await db.tombstones.count()).toBe(0);
});

test("rows of one link and several titles stay apart", async () => {
  const db = makeDb();
  await store(db, { insert: [draft("A", "1", "log"), draft("B", "2", "log")] });
  await rekey(db);
  const rows = await db.articles.toArray();
  expect(rows.map((article) => article.title)).toEqual(["A", "B"]);
  expect(rows[0]?.keys[0]).not.toBe(rows[1]?.keys[0]);
});

test("other feeds are left alone", async () => {
  const db = makeDb();
  await store(db, { insert: [draft("A", "1", "a")] });
  await store(db, { insert: [{ ...draft("A", "1", "a"), feedId: "other", keys: ["other g:1"] }] }, "other");
  await rekey(db);
  expect((await db.articles.get(2))?.keys).toEqual(["other g:1"]);
});
