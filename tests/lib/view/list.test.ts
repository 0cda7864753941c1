import "fake-indexeddb/auto";
import { computed, signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { getArticles, setFlags } from "../../../lib/db/articles.ts";
import { readCounts } from "../../../lib/db/counters.ts";
import { readFirstPaint } from "../../../lib/db/firstPaint.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Filter } from "../../../lib/model.ts";
import { createList } from "../../../lib/view/list.ts";
import { live } from "../../../lib/view/live.ts";
import { PAGE_ROWS } from "../../../lib/view/pageRows.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

/** Not closed after a test: a page lives as long as its store is open. */
let db: Db;

beforeEach(() => {
  db = makeDb();
});

const HOUR = 3_600_000;

/** Titled by their age in hours. */
async function add(...ages: number[]): Promise<void> {
  await store(db, { insert: ages.map((age) => makeDraft({ title: String(age), sortAt: NOW - age * HOUR })) });
}

const ages = (count: number) => Array.from({ length: count }, (_, age) => age);

async function openList(view: Filter["view"] = "all") {
  const filter = signal<Filter>({ view, tag: null, feedId: null });
  const counts = live(() => readCounts(db), new Map<string, number>());
  const list = createList(db, filter, counts);
  await vi.waitFor(() => expect(list.shown.value).not.toBeNull());
  return { filter, list, titles: computed(() => list.rows.value.map((row) => row.title)) };
}

test("the newest come first, and more are read by the page", async () => {
  await add(...ages(50));
  const { list, titles } = await openList();
  expect(titles.value.slice(0, 3)).toEqual(["0", "1", "2"]);
  expect(list.hasMore.value).toBe(true);
  await list.loadMore();
  await list.loadMore();
  expect(titles.value).toEqual(ages(50).map(String));
  expect(list.hasMore.value).toBe(false);
});

test("a list begins with what was read before, and is kept up to date from there", async () => {
  await add(...ages(50));
  const first = await readFirstPaint({ scope: "all", count: PAGE_ROWS, name: db.name });
  const list = createList(db, signal<Filter>({ view: "all", tag: null, feedId: null }), signal(new Map()), {
    first,
    top: null,
  });
  // The store answers in tasks of its own: none passes here.
  for (let turn = 0; turn < 20; turn++) await null;
  expect(list.rows.value).toEqual(first?.articles);
  await setFlags(db, [list.rows.value[0]?.id ?? NaN], { starred: 1 });
  await list.loadMore();
  expect(list.rows.value.map((row) => row.title)).toEqual(ages(40).map(String));
  await vi.waitFor(() => expect(list.rows.value[0]?.starred).toBe(1));
});

test("arrivals wait, wherever in the order they belong, until the list is read anew", async () => {
  await add(...Array.from({ length: 55 }, (_, age) => age + 1));
  const { list, titles } = await openList();
  await add(0, 54.5);
  await vi.waitFor(() => expect(list.arrivals.value).toBe(2));
  await list.loadMore();
  await list.loadMore();
  expect(titles.value).toHaveLength(55);
  expect(titles.value).not.toContain("0");
  expect(titles.value).not.toContain("54.5");
  await list.reload();
  expect(titles.value[0]).toBe("0");
  await vi.waitFor(() => expect(list.arrivals.value).toBe(0));
});

test("flags of shown rows follow the store, and a row that left the view stays", async () => {
  await add(1, 2);
  const { list, titles } = await openList("unread");
  const [first] = list.rows.value;
  await setFlags(db, [first?.id ?? 0], { unread: 0 });
  await vi.waitFor(() => expect(list.rows.value[0]?.unread).toBe(0));
  expect(titles.value).toEqual(["1", "2"]);
  await list.reload();
  expect(titles.value).toEqual(["2"]);
});

test("an empty list fills by itself", async () => {
  const { titles } = await openList();
  expect(titles.value).toEqual([]);
  await add(1, 2);
  await vi.waitFor(() => expect(titles.value).toEqual(["1", "2"]));
});

test("another filter reads another list, and the last one asked for wins", async () => {
  await add(1, 2);
  const { filter, list, titles } = await openList();
  filter.value = { ...filter.value, view: "starred" };
  filter.value = { ...filter.value, view: "unread" };
  await vi.waitFor(() => expect(list.shown.value?.filter.view).toBe("unread"));
  expect(titles.value).toEqual(["1", "2"]);
});

test("the first unread row of the newest day leads where it has a picture", async () => {
  const hero = { url: "https://home.example/a.webp", alt: "" };
  await store(db, { insert: [makeDraft({ title: "a", hero }), makeDraft({ title: "b", sortAt: NOW - HOUR })] });
  const { list } = await openList();
  await vi.waitFor(() => expect(list.lead.value).toEqual({ id: list.rows.value[0]?.id, picture: null }));
  await setFlags(db, [list.rows.value[0]?.id ?? 0], { unread: 0 });
  await list.reload();
  expect(list.lead.value).toBeNull();
});

test("a list starts where it was left: what stands before is known, and read when it is wanted", async () => {
  await add(...ages(100));
  const { filter, list, titles } = await openList("unread");
  const left = (await getArticles(db, [71]))[0] ?? never();
  list.startAt({ id: left.id, sortAt: left.sortAt, offset: -12 });
  filter.value = { ...filter.value, view: "all" };
  await vi.waitFor(() => expect(titles.value[0]).toBe(left.title));
  expect(list.shown.value?.start).toEqual({ id: left.id, sortAt: left.sortAt, offset: -12 });
  expect(list.pages.value.flatMap(({ ids }) => ids)).toHaveLength(70 + PAGE_ROWS);
  await list.loadMore();
  list.hold(list.pages.value);
  await vi.waitFor(() => expect(titles.value).toEqual(ages(100).map(String)));
});

test("where the row at the top has left the list, the one after it is there", async () => {
  await add(...ages(60));
  const { filter, list } = await openList();
  const [left, after] = await getArticles(db, [31, 32]);
  if (!left || !after) throw never();
  await setFlags(db, [left.id], { unread: 0 });
  list.startAt({ id: left.id, sortAt: left.sortAt, offset: 0 });
  filter.value = { ...filter.value, view: "unread" };
  await vi.waitFor(() => expect(list.shown.value?.start?.id).toBe(after.id));
});

test("a list that was left within its first page is read from its top, and the next one starts at its own", async () => {
  await add(...ages(60));
  const { filter, list, titles } = await openList();
  const left = (await getArticles(db, [5]))[0] ?? never();
  list.startAt({ id: left.id, sortAt: left.sortAt, offset: 3 });
  filter.value = { ...filter.value, view: "unread" };
  await vi.waitFor(() => expect(list.shown.value?.start?.id).toBe(left.id));
  expect(titles.value).toEqual(ages(PAGE_ROWS).map(String));
  filter.value = { ...filter.value, view: "all" };
  await vi.waitFor(() => expect(list.shown.value?.filter.view).toBe("all"));
  expect(list.shown.value?.start).toBeNull();
});

function never(): never {
  throw new Error("there is no such article");
}
