// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import type { Action } from "../../../lib/view/keymap.ts";
import { perform } from "../../../lib/view/perform.ts";
import type { Reader } from "../../../lib/view/reader.ts";
import { makeReader, shown } from "../../support/readers.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;

beforeEach(() => {
  db = makeDb();
});

test("a key that goes to a list shows it in place of the article that covers it", async () => {
  for (const action of ["goStarred", "toggleUnreadOnly", "tag2"] as const) {
    const reader = await read(1);
    press(reader, action);
    expect(reader.openId.value).toBeNull();
    const { view, tag } = reader.filter.value;
    expect(view === "all" && tag === null).toBe(false);
  }
});

test("a key for a chip that is not there leaves the article open", async () => {
  const reader = await read(1);
  press(reader, "tag9");
  expect(reader.openId.value).toBe(1);
});

test("beside the list the article stays open", async () => {
  const reader = await read(1, true);
  press(reader, "goStarred");
  expect([reader.openId.value, reader.filter.value.view]).toEqual([1, "starred"]);
});

test("Escape closes the popover for the text before the article", async () => {
  const reader = await read(1);
  press(reader, "text");
  expect(reader.isTextOpen.value).toBe(true);
  press(reader, "back");
  expect([reader.isTextOpen.value, reader.openId.value]).toEqual([false, 1]);
  press(reader, "back");
  expect(reader.openId.value).toBeNull();
});

test("Escape closes the bar that finds words before the article, and the bar goes with its article", async () => {
  const reader = await read(1);
  press(reader, "find");
  expect(reader.finding.value).not.toBeNull();
  press(reader, "back");
  expect([reader.finding.value, reader.openId.value]).toEqual([null, 1]);
  press(reader, "find");
  reader.open(2, "leafed");
  expect(reader.finding.value).toBeNull();
});

test("keys that follow one another faster than rows are found each act on the row of the one before", async () => {
  const reader = await makeReader(db, 3);
  for (const action of ["next", "next", "toggleStar", "next", "open"] as const) press(reader, action, "list");
  await vi.waitFor(() => expect(reader.openId.value).toBe(3));
  await vi.waitFor(() => expect(reader.list.rows.value.map((row) => row.starred)).toEqual([0, 1, 0]));
});

test("in the reader, what a key does it does to the article that J has just gone to", async () => {
  const reader = await read(1);
  for (const action of ["next", "toggleStar"] as const) press(reader, action);
  await vi.waitFor(() => expect(reader.list.rows.value.map((row) => row.starred)).toEqual([0, 1]));
});

test("Space goes on to the next unread article from the end of a text, not from one that is still coming", async () => {
  let come = (_html: string) => {};
  const markdownToHtml = () => new Promise<string>((resolve) => (come = resolve));
  const reader = await makeReader(db, 2, { markdownToHtml });
  const pressSpace = () => perform("pageDown", { reader, place: "reader", scrolling: { page: () => false } });
  reader.open(1, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(2));
  pressSpace();
  expect(reader.openId.value).toBe(1);
  come("<p>Here</p>");
  await vi.waitFor(() => expect(reader.reading.text.value.kind).toBe("ready"));
  pressSpace();
  expect(reader.openId.value).toBe(2);
});

test("the popover for the text goes with its article", async () => {
  const reader = await read(1, true);
  press(reader, "text");
  reader.open(2, "leafed");
  expect(reader.isTextOpen.value).toBe(false);
});

async function read(id: number, isTwoPane = false): Promise<Reader> {
  db = makeDb();
  const reader = await makeReader(db, 2, { isTwoPane: signal(isTwoPane) });
  await vi.waitFor(() => expect(reader.chips.value).toHaveLength(2));
  reader.open(id, "chosen");
  await shown(reader);
  return reader;
}

const press = (reader: Reader, action: Action, place: "list" | "reader" = "reader") =>
  perform(action, { reader, place, scrolling: { page: () => true } });

test("Home and End go to the ends of the list", async () => {
  const reader = await makeReader(db, 30);
  press(reader, "last", "list");
  await vi.waitFor(() => expect(reader.selectedId.value).toBe(reader.list.rows.value.at(-1)?.id));
  press(reader, "first", "list");
  await vi.waitFor(() => expect(reader.selectedId.value).toBe(reader.list.rows.value[0]?.id));
});

test("the key for new articles leads from the article that covers them to the list", async () => {
  const reader = await read(1);
  await store(db, { insert: [makeDraft({ title: "new", sortAt: NOW })] });
  await vi.waitFor(() => expect(reader.list.arrivals.value).toBe(1));
  press(reader, "showNew");
  await vi.waitFor(() => expect(reader.list.rows.value[0]?.title).toBe("new"));
  expect([reader.openId.value, reader.selectedId.value]).toEqual([null, reader.list.rows.value[0]?.id]);
});

test("where nothing is new, the key for it leaves the article open", async () => {
  const reader = await read(1);
  press(reader, "showNew");
  expect(reader.openId.value).toBe(1);
});
