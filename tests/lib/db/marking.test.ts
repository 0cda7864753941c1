import { describe, expect, test } from "vitest";
import { getArticles, listPage, newestArticleId, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { finishMarking, markAllRead, markReadBetween, markReadWithUndo } from "../../../lib/db/marking.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { undoLast } from "../../../lib/db/undo.ts";
import type { Filter } from "../../../lib/model.ts";
import { closedAfter } from "../../support/closedAfter.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const all: Filter = { view: "all", tag: null, feedId: null };
const unread: Filter = { ...all, view: "unread" };

const many = (count: number, sortAt = (i: number) => NOW + i) =>
  Array.from({ length: count }, (_, i) => makeDraft({ title: `Article ${i}`, sortAt: sortAt(i) }));

const unreadCount = async (db: Db): Promise<number> => (await readCounts(db)).get("unread") ?? 0;

describe("marking all read", () => {
  test("marks what the filter shows, not what waits behind the pill", async () => {
    const db = makeDb();
    await store(db, { insert: [makeDraft({ title: "a" }), makeDraft({ title: "b", tags: ["law"] })] });
    const through = await newestArticleId(db);
    await store(db, { insert: [makeDraft({ title: "late" })] });
    expect(await markAllRead(db, { ...all, tag: "world" }, through)).toBe(1);
    expect((await listPage(db, unread, null, 9)).map((article) => article.title)).toEqual(["late", "b"]);
  });

  test("of the starred ones leaves the others unread", async () => {
    const db = makeDb();
    await store(db, { insert: many(3) });
    await setFlags(db, [2], { starred: 1 });
    expect(await markAllRead(db, { ...all, view: "starred" }, 3)).toBe(1);
    expect((await listPage(db, unread, null, 9)).map((article) => article.id)).toEqual([3, 1]);
  });

  test("of a thousand articles is taken back whole by one undo, once", async () => {
    const db = makeDb();
    await store(db, { insert: many(1200) });
    await setFlags(db, [7], { unread: 0 });
    expect(await markAllRead(db, all, 1200)).toBe(1199);
    expect((await readCounts(db)).get("unread")).toBeUndefined();
    expect(await undoLast(db)).toBe(1199);
    expect((await readCounts(db)).get("unread")).toBe(1199);
    expect(await undoLast(db)).toBe(0);
  });
});

test("a stretch of the list is marked without its neighbours", async () => {
  const db = makeDb();
  await store(db, { insert: many(400) });
  expect(await markReadBetween(db, { filter: all, throughId: 390 }, [NOW + 100, NOW + 395])).toBe(290);
  const marked = await getArticles(db, [100, 101, 390, 391]);
  expect(marked.map((row) => row?.unread)).toEqual([1, 0, 0, 1]);
  expect(await undoLast(db)).toBe(290);
  expect(await unreadCount(db)).toBe(400);
});

describe("however it ends", () => {
  test.each([2, 3, 4])("a marking stopped after %i transactions is taken back whole", async (transactions) => {
    const db = makeDb();
    await store(db, { insert: many(700) });
    await setFlags(db, [5, 600], { unread: 0 });
    expect(await closedAfter(db, transactions, (page) => markAllRead(page, all, 700))).toBe(true);
    const left = await unreadCount(db);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(698);
    expect(await undoLast(db)).toBe(698 - left);
    expect(await unreadCount(db)).toBe(698);
    expect((await getArticles(db, [5, 600])).map((row) => row?.unread)).toEqual([0, 0]);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
    expect(await undoLast(db)).toBe(0);
  });

  test("a marking that was stopped is ended by somebody else, and is one undo all the same", async () => {
    const db = makeDb();
    await store(db, { insert: many(700) });
    expect(await closedAfter(db, 3, (page) => markAllRead(page, all, 700))).toBe(true);
    await finishMarking(db);
    expect(await unreadCount(db)).toBe(0);
    expect(await undoLast(db)).toBe(700);
    expect(await unreadCount(db)).toBe(700);
  });

  test("an undo that was stopped is ended too", async () => {
    const db = makeDb();
    await store(db, { insert: many(700) });
    await markAllRead(db, all, 700);
    expect(await closedAfter(db, 3, undoLast)).toBe(true);
    expect(await unreadCount(db)).toBeLessThan(700);
    await finishMarking(db);
    expect(await unreadCount(db)).toBe(700);
    expect(await db.state.where("key").startsWith("undo").count()).toBe(0);
  });

  test("an undo in the midst of a marking stops it", async () => {
    const db = makeDb();
    await store(db, { insert: many(900) });
    const marking = markAllRead(db, all, 900);
    while ((await unreadCount(db)) === 900);
    await undoLast(openDatabase(db.name));
    await marking;
    expect(await unreadCount(db)).toBe(900);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("a second marking waits for the first, and the last one is what Undo takes back", async () => {
    const db = makeDb();
    await store(db, { insert: many(500) });
    await store(db, { insert: [makeDraft({ title: "late" })] });
    await Promise.all([markAllRead(db, all, 500), markReadWithUndo(openDatabase(db.name), [501])]);
    expect(await unreadCount(db)).toBe(0);
    expect(await undoLast(db)).toBeGreaterThan(0);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });
});

test("marking what is read already leaves the last undo as it was", async () => {
  const db = makeDb();
  await store(db, { insert: many(3) });
  await markAllRead(db, all, 3);
  expect(await markAllRead(db, all, 3)).toBe(0);
  expect(await undoLast(db)).toBe(3);
});

test("a thousand read articles cost nothing: only unread ones are looked at, a page at a time", async () => {
  const db = makeDb();
  await store(db, { insert: many(1_000) });
  await markAllRead(db, all, 1_000);
  await setFlags(db, [3, 400, 999], { unread: 1 });
  const count = await counted(() => markAllRead(db, all, 1_000));
  expect(count.rows["articles"]).toBe(3);
  expect(count.puts["articles"]).toBe(3);
  expect(count.unbounded).toEqual([]);
  expect((await counted(() => finishMarking(db))).requests).toBe(1);
});
