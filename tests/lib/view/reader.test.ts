// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { getArticle, getArticles, setFlags } from "../../../lib/db/articles.ts";
import { HOME_FEED } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { writeState } from "../../../lib/db/state.ts";
import { EVERYTHING } from "../../../lib/view/address.ts";
import { merge, mute } from "../../../lib/tags/choosing.ts";
import { isListed } from "../../../lib/view/isListed.ts";
import type { ReaderDeps } from "../../../lib/view/reader.ts";
import { makeReader, noting, shown, URL_OF } from "../../support/readers.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

/** Not closed after a test: a page lives as long as its store is open. */
let db: Db;
let seen: string[];

beforeEach(() => {
  db = makeDb();
  seen = [];
});

const openReader = (count: number, change: Partial<ReaderDeps> = {}) =>
  makeReader(db, count, { ...noting(seen), ...change });
const unreadOf = async (id: number) => (await getArticle(db, id))?.unread;
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("an article shown for 1.5 s is read", async () => {
  const reader = await openReader(2);
  reader.open(1, "chosen");
  await pass(1300);
  expect(await unreadOf(1)).toBe(1);
  await vi.waitFor(async () => expect(await unreadOf(1)).toBe(0), { timeout: 1000 });
});

test("left sooner, it is read when it was chosen and scrolled", async () => {
  const reader = await openReader(3);
  reader.open(1, "chosen");
  reader.close();
  reader.open(2, "chosen");
  reader.noteScroll();
  reader.open(3, "leafed");
  reader.noteScroll();
  reader.close();
  await vi.waitFor(async () => expect(await unreadOf(2)).toBe(0));
  expect([await unreadOf(1), await unreadOf(3)]).toEqual([1, 1]);
});

test("beside the list too, when it had been leafed to before it was chosen", async () => {
  const reader = await openReader(2);
  reader.open(1, "leafed");
  reader.open(1, "chosen");
  reader.noteScroll();
  reader.open(2, "chosen");
  await vi.waitFor(async () => expect(await unreadOf(1)).toBe(0));
  expect(await unreadOf(2)).toBe(1);
});

test("Keep unread holds until the article is opened again", async () => {
  const reader = await openReader(1);
  reader.open(1, "chosen");
  reader.noteScroll();
  reader.togglePin();
  reader.close();
  await pass(50);
  expect(await unreadOf(1)).toBe(1);
  reader.open(1, "chosen");
  expect(reader.isPinned.value).toBe(false);
});

test("what was done to one article does not follow to the one that J opens", async () => {
  const reader = await openReader(4);
  reader.open(1, "chosen");
  await shown(reader);
  reader.noteScroll();
  reader.togglePin();
  await reader.openNeighbour(reader.reading.article.value ?? never(), 1);
  expect(reader.isPinned.value).toBe(false);
  await vi.waitFor(async () => expect(await unreadOf(2)).toBe(0), { timeout: 2500 });
  expect(await unreadOf(1)).toBe(1);
});

test("an article chosen after a scrolled one is not read by that scrolling", async () => {
  const reader = await openReader(3);
  reader.open(1, "chosen");
  reader.noteScroll();
  reader.open(2, "chosen");
  reader.close();
  await vi.waitFor(async () => expect(await unreadOf(1)).toBe(0));
  expect(await unreadOf(2)).toBe(1);
});

test("an article that is not there closes again", async () => {
  const reader = await openReader(1);
  reader.open(99, "chosen");
  await vi.waitFor(() => expect(reader.openId.value).toBeNull());
  expect(reader.selectedId.value).toBeNull();
  expect(reader.focusWish.value).toEqual({ on: "list" });
});

test("opening the original marks read", async () => {
  const reader = await openReader(1);
  reader.openOriginal(reader.list.rows.value[0] ?? never(), "background");
  expect(seen).toEqual([`${URL_OF} background`]);
  await vi.waitFor(async () => expect(await unreadOf(1)).toBe(0));
});

test("the text comes after its article, and the next unread one is known", async () => {
  const reader = await openReader(3);
  reader.open(2, "chosen");
  await shown(reader);
  await vi.waitFor(() => expect(reader.reading.text.value.kind).toBe("ready"));
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(3));
  reader.open(3, "chosen");
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(1));
});

test("the next unread one is found behind any number of arrivals", async () => {
  const reader = await openReader(2);
  const titles = Array.from({ length: 60 }, (_, i) => `arrival ${i}`);
  await store(db, { insert: titles.map((title) => makeDraft({ title })) });
  reader.open(2, "chosen");
  await vi.waitFor(() => expect(reader.nextUnread.value?.id).toBe(1));
});

test("leafing goes on past the loaded rows", async () => {
  const reader = await openReader(60);
  reader.open(50, "chosen");
  await shown(reader);
  await reader.openNeighbour(reader.reading.article.value ?? never(), 1);
  expect(reader.openId.value).toBe(51);
});

test("J and K go on through pages that were let go, and that are not read yet", async () => {
  const reader = await openReader(60);
  await reader.list.loadMore();
  reader.list.hold([]);
  for (const [from, by, to] of [
    [20, 1, 21],
    [21, -1, 20],
    [40, 1, 41],
  ] as const) {
    reader.open(from, "leafed");
    await shown(reader);
    await reader.openNeighbour(reader.reading.article.value ?? never(), by);
    expect(reader.openId.value).toBe(to);
  }
});

test("J pressed again before the article is drawn goes on from it, and so does what is done to it", async () => {
  const reader = await openReader(5);
  reader.open(1, "chosen");
  await shown(reader);
  const drawn = reader.reading.article.value ?? never();
  await Promise.all([reader.openNeighbour(drawn, 1), reader.openNeighbour(drawn, 1), reader.openNeighbour(drawn, 1)]);
  expect(reader.openId.value).toBe(4);
  expect(reader.openArticle(drawn)?.id).toBe(4);
});

test("with nothing selected, a key goes to the first row of all, though it was let go", async () => {
  const reader = await openReader(60);
  await reader.list.loadMore();
  reader.list.hold(reader.list.pages.value.slice(1));
  await reader.select(1);
  expect(reader.selectedId.value).toBe(1);
});

test("no key is lost while the next row is read", async () => {
  const reader = await openReader(60);
  reader.selectedId.value = 19;
  await Promise.all([1, 2, 3, 4].map(() => reader.select(1)));
  expect(reader.selectedId.value).toBe(23);
  reader.list.hold([]);
  await reader.select(-1);
  expect(reader.selectedId.value).toBe(22);
});

test("a step that follows another list closely is taken in it, not in the one before", async () => {
  const reader = await makeReader(db, 30);
  const [first, second] = reader.list.rows.value;
  await setFlags(db, [second?.id ?? 0], { starred: 1 });
  reader.show({ view: "starred" });
  await reader.selectAndFollow("first");
  expect(reader.selectedId.value).toBe(second?.id);
  reader.show({ view: "all" });
  await reader.selectAndFollow("first");
  expect(reader.selectedId.value).toBe(first?.id);
});

test("an article far behind what is read has its neighbours at once", async () => {
  const reader = await openReader(100);
  reader.open(90, "chosen");
  await shown(reader);
  await reader.openNeighbour(reader.reading.article.value ?? never(), -1);
  expect(reader.openId.value).toBe(89);
  expect(reader.list.pages.value).toHaveLength(1);
});

test("going back asks for the row that was shown last", async () => {
  const reader = await openReader(3);
  reader.open(1, "chosen");
  await shown(reader);
  await reader.openNeighbour(reader.reading.article.value ?? never(), 1);
  reader.close();
  expect(reader.openId.value).toBeNull();
  expect(reader.focusWish.value).toEqual({ on: "row", id: 2 });
});

test("a day is marked read as far as the list shows it, and Undo takes it back", async () => {
  const reader = await openReader(60);
  const last = reader.list.rows.value.at(-1) ?? never();
  const day = new Date(last.sortAt).setHours(0, 0, 0, 0);
  await reader.markDay(day);
  expect(reader.justDone.value).toEqual({ kind: "marked", count: 12 });
  await reader.undo();
  expect(reader.justDone.value).toBeNull();
  await vi.waitFor(() => expect(reader.counts.value.get("unread")).toBe(60));
});

test("a flag that is turned over twice is as it was, however quickly", async () => {
  const reader = await openReader(1);
  const [row = never()] = reader.list.rows.value;
  for (let press = 0; press < 2; press++) reader.toggleStar(row);
  reader.toggleLater(row);
  await vi.waitFor(() => expect(reader.list.rows.value[0]).toMatchObject({ starred: 0, later: 1 }));
});

test("what is done while an Undo is under way is not taken back by it", async () => {
  const reader = await openReader(3);
  await reader.markAll();
  const undone = reader.undo();
  await Promise.all([undone, reader.markAll()]);
  expect(reader.justDone.value).toEqual({ kind: "marked", count: 3 });
  await vi.waitFor(() => expect(reader.counts.value.get("unread") ?? 0).toBe(0));
});

test("marking everything read empties the unread view, without what waits behind the pill", async () => {
  const reader = await openReader(3);
  reader.show({ view: "unread" });
  await vi.waitFor(() => expect(reader.list.shown.value?.filter.view).toBe("unread"));
  await store(db, { insert: [makeDraft({ title: "arrival" })] });
  await reader.markAll();
  expect(reader.justDone.value).toEqual({ kind: "marked", count: 3 });
  expect(reader.list.rows.value.map((row) => row.title)).toEqual(["arrival"]);
});

test("new articles come in on request, and the first of them is selected", async () => {
  const reader = await openReader(2);
  await store(db, { insert: [makeDraft({ title: "arrival" })] });
  await vi.waitFor(() => expect(reader.list.arrivals.value).toBe(1));
  await reader.showNew();
  expect(reader.selectedId.value).toBe(3);
  expect(reader.focusWish.value).toEqual({ on: "row", id: 3 });
});

test("a click on refresh is answered before the background is", async () => {
  const reader = await openReader(1);
  const refreshed = reader.feeds.refresh(null);
  expect(reader.feeds.progress.value).not.toBeNull();
  await refreshed;
  expect(reader.feeds.progress.value).toBeNull();
  expect(seen).toEqual(["refresh null"]);
});

test("a refresh has ended when its sources have, though the background still works", async () => {
  const asked: (string | null)[] = [];
  const refreshNow = (feedId: string | null) => new Promise<void>(() => void asked.push(feedId));
  const reader = await openReader(1, { refreshNow });
  void reader.feeds.refresh(null);
  void reader.feeds.refresh(null);
  expect(reader.feeds.progress.value).toEqual({ done: 0, total: 1 });
  await db.feeds.update(HOME_FEED, { lastTriedAt: NOW + 1, lastFetchedAt: NOW + 2 });
  await writeState(db, "refreshRun", { startedAt: NOW + 1, feedIds: [HOME_FEED] });
  await vi.waitFor(() => expect(reader.feeds.progress.value).toBeNull());
  void reader.feeds.refresh(HOME_FEED);
  expect(reader.feeds.progress.value).not.toBeNull();
  expect(asked).toEqual([null, HOME_FEED]);
});

test("what was scrolled past is read, and keeps its other flags", async () => {
  const reader = await openReader(5);
  await setFlags(db, [2], { starred: 1 });
  await setFlags(db, [3], { unread: 0 });
  await reader.markPassed([1, 2, 3, 99]);
  const rows = await getArticles(db, [1, 2, 3, 4]);
  expect(rows.map((row) => row && [row.unread, row.starred])).toEqual([
    [0, 0],
    [0, 1],
    [0, 0],
    [1, 0],
  ]);
  await vi.waitFor(() => expect(reader.counts.value.get("unread")).toBe(2));
});

test("the list begins with what is asked for, and a source that is not followed is nobody's", async () => {
  const reader = await openReader(3, { begin: { filter: { view: "unread", tag: null, feedId: "gone" }, top: null } });
  await vi.waitFor(() => expect(reader.list.shown.value?.filter).toEqual({ view: "unread", tag: null, feedId: null }));
  expect(reader.list.rows.value).toHaveLength(3);
});

test("a tag that a link leads to has a chip, whether it has articles or not", async () => {
  const reader = await openReader(1);
  reader.show({ tag: "rare" });
  expect(reader.chips.value.map(({ tag }) => tag)).toEqual([null, "rare", "world"]);
  reader.show({ tag: "world" });
  expect(reader.chips.value.map(({ tag }) => tag)).toEqual([null, "world"]);
});

test("the full tab opens on the list, the search and the article that were shown", async () => {
  const opened: string[] = [];
  const reader = await openReader(2, { openTab: async (hash) => void opened.push(hash) });
  reader.show({ view: "unread", tag: "world" });
  reader.openTab(null);
  reader.searchFor("map");
  reader.openTab(2);
  expect(opened).toEqual(["#/unread/tag/world", "#/unread/tag/world/search/map/article/2"]);
});

test("a row leaves the view of the flag it lost, and the list of everything when its tag is muted", async () => {
  const reader = await openReader(1);
  const row = () => reader.list.rows.value[0] ?? never();
  expect(isListed(row(), { ...EVERYTHING, view: "unread" })).toBe(true);
  expect(isListed(row(), { ...EVERYTHING, view: "starred" })).toBe(false);
  await reader.markRead(row().id);
  await vi.waitFor(() => expect(isListed(row(), { ...EVERYTHING, view: "unread" })).toBe(false));
  expect(isListed(row(), EVERYTHING)).toBe(true);
  await reader.chooseTags(mute("world"), "muted");
  await vi.waitFor(() => expect(isListed(row(), EVERYTHING)).toBe(false));
  expect(isListed(row(), { ...EVERYTHING, tag: "world" })).toBe(true);
  expect(reader.justDone.value).toEqual({ kind: "said", text: "muted" });
  await reader.undo();
  await vi.waitFor(() => expect(isListed(row(), EVERYTHING)).toBe(true));
});

test("the list of a tag becomes that of the one it is merged into, and an old link leads there", async () => {
  const reader = await openReader(2);
  reader.show({ tag: "world" });
  await reader.chooseTags(merge("world", "planet"), "merged");
  await vi.waitFor(() => expect(reader.filter.value.tag).toBe("planet"));
  await vi.waitFor(() => expect(reader.list.rows.value).toHaveLength(2));
  reader.show({ tag: "world" });
  expect(reader.filter.value.tag).toBe("planet");
});

function never(): never {
  throw new Error("there is no such row");
}
