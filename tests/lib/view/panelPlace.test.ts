// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import { beginningOf, reopen, watchPlace, type Place } from "../../../lib/view/panelPlace.ts";
import { makeReader, openReader } from "../../support/readers.ts";
import { makeDb } from "../../support/rows.ts";

let db: Db;
let kept: Place | null;

beforeEach(() => {
  db = makeDb();
  kept = null;
});

const keep = (place: Place) => void (kept = place);

/** As a panel does when it is opened once more. */
function openAgain() {
  const begin = beginningOf(kept);
  return openReader(db, begin && { begin });
}

test("a panel that is opened again shows the list, the place and the article that it showed", async () => {
  const first = await makeReader(db, 60);
  watchPlace(first, keep);
  first.show({ view: "unread", tag: "world" });
  await vi.waitFor(() => expect(kept?.hash).toBe("#/unread/tag/world"));
  const { id, sortAt } = (await first.list.rowsOf(first.list.pages.value[0] ?? never()))[15] ?? never();
  first.list.top.value = { id, sortAt, offset: -5 };
  first.open(4, "chosen");

  const second = openAgain();
  reopen(second, kept);
  expect(second.filter.value).toEqual({ view: "unread", tag: "world", feedId: null });
  expect(second.openId.value).toBe(4);
  await vi.waitFor(() => expect(second.list.shown.value?.start).toEqual({ id, sortAt, offset: -5 }));
});

test("an article that was asked for meanwhile is not covered by the one of before", async () => {
  const first = await makeReader(db, 5);
  watchPlace(first, keep);
  first.open(4, "chosen");
  const second = openAgain();
  second.open(2, "chosen");
  reopen(second, kept);
  expect(second.openId.value).toBe(2);
});

test("a search is opened again, too", async () => {
  const first = await makeReader(db, 1);
  watchPlace(first, keep);
  first.searchFor("map");
  const second = openAgain();
  reopen(second, kept);
  expect(second.searched.value).toBe("map");
  // Its modules are still on their way.
  await vi.waitFor(() => expect([first.search.value, second.search.value]).not.toContain(null));
});

test("a panel that was never open begins with everything", () => {
  const reader = openAgain();
  reopen(reader, kept);
  expect([reader.filter.value.view, reader.openId.value, reader.searched.value]).toEqual(["all", null, null]);
});

function never(): never {
  throw new Error("there is no such row");
}
