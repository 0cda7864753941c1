// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { getArticle, setFlags } from "../../../lib/db/articles.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { View } from "../../../lib/model.ts";
import { EVERYTHING } from "../../../lib/view/address.ts";
import type { Reader } from "../../../lib/view/reader.ts";
import { makeReader, openReader } from "../../support/readers.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

let db: Db;

beforeEach(() => {
  db = makeDb();
});

test("a row that is in both lists stays selected", async () => {
  const reader = await makeReader(db, 3);
  reader.selectedId.value = 2;
  await show(reader, "unread");
  expect(reader.selectedId.value).toBe(2);
  expect(reader.focusWish.value).toEqual({ on: "rows", id: 2 });
});

test("a row that is not in the new list leaves its focus to the first one", async () => {
  const reader = await makeReader(db, 3);
  await setFlags(db, [2], { unread: 0 });
  reader.selectedId.value = 2;
  await show(reader, "unread");
  expect(reader.selectedId.value).toBeNull();
  expect(reader.focusWish.value).toEqual({ on: "rows", id: 1 });
});

test("a list without rows takes the focus itself", async () => {
  const reader = await makeReader(db, 3);
  reader.selectedId.value = 2;
  await show(reader, "starred");
  expect(reader.focusWish.value).toEqual({ on: "rows", id: null });
});

test("marking all read in the unread view keeps focus in the list", async () => {
  const reader = await makeReader(db, 3);
  await show(reader, "unread");
  reader.focusWish.value = null;
  await reader.markAll();
  expect(reader.focusWish.value).toEqual({ on: "rows", id: null });
});

test("arrivals that come in by themselves leave focus and selection alone", async () => {
  const reader = await makeReader(db, 2);
  reader.selectedId.value = 2;
  await store(db, { insert: [makeDraft({ title: "arrival" })] });
  await reader.list.reload();
  expect(reader.list.rows.value).toHaveLength(3);
  expect([reader.selectedId.value, reader.focusWish.value]).toEqual([2, null]);
});

test("a list that is gone back to gives the focus to the first row that is wholly in sight", async () => {
  const reader = await makeReader(db, 60);
  reader.selectedId.value = 2;
  const { id, sortAt } = (await getArticle(db, 41)) ?? never();
  reader.show({ view: "unread" }, { id, sortAt, offset: -30 });
  await vi.waitFor(() => expect(reader.selectedId.value).toBe(42));
  expect(reader.focusWish.value).toEqual({ on: "rows", id: 42 });
});

test("a page that opens where it was left goes on from there, and leaves focus alone", async () => {
  await makeReader(db, 60);
  const { id, sortAt } = (await getArticle(db, 41)) ?? never();
  const reader = openReader(db, { begin: { filter: EVERYTHING, top: { id, sortAt, offset: 0 } } });
  await vi.waitFor(() => expect(reader.selectedId.value).toBe(41));
  expect(reader.focusWish.value).toBeNull();
  await reader.select(1);
  expect(reader.selectedId.value).toBe(42);
});

function never(): never {
  throw new Error("there is no such row");
}

function show(reader: Reader, view: View): Promise<void> {
  reader.show({ view });
  return vi.waitFor(() => expect(reader.list.shown.value?.filter.view).toBe(view));
}
