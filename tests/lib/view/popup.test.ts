import "fake-indexeddb/auto";
import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readFirstPaint } from "../../../lib/db/firstPaint.ts";
import { newFeed } from "../../../lib/db/feeds.ts";
import { placesOf } from "../../../lib/db/places.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { readState, writeState } from "../../../lib/db/state.ts";
import type { Article } from "../../../lib/model.ts";
import { createPopup, type Popup, type PopupDeps } from "../../../lib/view/popup.ts";
import { createActs } from "../../../lib/view/popupActs.ts";
import type { OpeningDeps } from "../../../lib/view/popupOpening.ts";
import { firstPage, needsExtras, wholePage } from "../../../lib/view/popupPage.ts";
import { PAGE_ROWS } from "../../../lib/view/pageRows.ts";
import { openPopupStore } from "../../../lib/view/popupStore.ts";

let db: Db;
let seen: string[];

beforeEach(() => {
  db = openDatabase(`popup-${crypto.randomUUID()}`);
  seen = [];
});

afterEach(() => db.delete());

test("the store takes over with the rows that are shown already", async () => {
  await add(3);
  const popup = await openPopup();
  const before = popup.page.value.shelf?.articles;
  expect(before?.map((article) => article.id)).toEqual([3, 2, 1]);
  await popup.goLive();
  await vi.waitFor(() => expect(popup.page.value.shelf?.articles).not.toBe(before));
  expect(popup.page.value.shelf?.articles).toEqual(before);
});

test("the first paint keeps the boxes of pictures free, and makes no address for them yet", async () => {
  await add(2);
  const url = "https://a.example/2.webp";
  await db.articles.update(2, { hero: { url, alt: "" } });
  const thumb = new Blob(["picture"]);
  await db.images.put({ url, feedId: "a", wanted: 0, tries: 0, full: null, thumb, width: 1, height: 1 });
  const { firstly } = await openPopup();
  expect([...firstly.pictures]).toEqual([[url, { kind: "coming" }]]);
  expect(firstly.isWhole).toBe(false);
});

test("the live page begins as the first one was completed", async () => {
  await add(3);
  await writeState(db, "refreshRun", { startedAt: NOW - 1000, feedIds: ["a"] });
  const popup = await openPopup();
  expect(popup.page.value).toEqual(popup.wholly);
  expect(popup.firstly.chips.map((chip) => chip.tag)).toEqual([null, "world", "science"]);
  expect(popup.firstly.progress).toEqual({ done: 0, total: 1 });
});

test("what stands in the place of headlines is needed at once only where there are none, or where something is wrong", async () => {
  const isNeeded = async () => needsExtras((await openPopup()).firstly);
  expect(await isNeeded()).toBe(true);
  await add(1);
  expect(await isNeeded()).toBe(false);
  await db.feeds.update("a", { trouble: { kind: "offline", at: 1 } });
  expect(await isNeeded()).toBe(true);
});

test("what is done before the store is there is done when it comes", async () => {
  await add(2);
  const popup = await openPopup();
  let come = (_: Popup) => {};
  const later = new Promise<Popup>((resolve) => (come = resolve));
  const acts = createActs({ ...quiet, popup: () => later });
  acts.toggleStar(first(popup));
  acts.choose("science");
  come(popup);
  await popup.goLive();
  await vi.waitFor(() => expect(ids(popup)).toEqual([2]));
  await vi.waitFor(() => expect(first(popup).starred).toBe(1));
});

test("what arrives waits until it is asked for", async () => {
  await add(2);
  const popup = await openPopup();
  await popup.goLive();
  await add(2);
  await vi.waitFor(() => expect(popup.page.value.shelf?.arrivals).toBe(2));
  expect(ids(popup)).toEqual([2, 1]);
  popup.showArrivals();
  await vi.waitFor(() => expect(ids(popup)).toEqual([4, 3, 2, 1]));
  expect(popup.page.value.shelf?.arrivals).toBe(0);
});

test("in an empty list nothing can move, so arrivals come in by themselves", async () => {
  const popup = await openPopup();
  expect(popup.page.value.shelf).toBeNull();
  await popup.goLive();
  await add(2);
  await vi.waitFor(() => expect(ids(popup)).toEqual([2, 1]));
});

test("a flag set elsewhere shows, and the row stays", async () => {
  await add(2);
  const popup = await openPopup();
  await popup.goLive();
  popup.toggleUnread(first(popup));
  await vi.waitFor(() => expect(first(popup).unread).toBe(0));
  expect(ids(popup)).toEqual([2, 1]);
});

test("a tag narrows the list, and marking all read keeps to it", async () => {
  await add(4);
  const popup = await openPopup();
  await popup.goLive();
  popup.choose("science");
  expect(popup.page.value.tag).toBe("science");
  await vi.waitFor(() => expect(ids(popup)).toEqual([4, 2]));
  popup.markAllRead();
  await vi.waitFor(() => expect(popup.page.value.marked).toBe(2));
  expect(await unreadIds()).toEqual([1, 3]);
});

test("marking all read spares what arrived meanwhile, and can be taken back", async () => {
  await add(2);
  const popup = await openPopup();
  await popup.goLive();
  await add(1);
  await vi.waitFor(() => expect(popup.page.value.shelf?.arrivals).toBe(1));
  popup.markAllRead();
  await vi.waitFor(() => expect(popup.page.value.marked).toBe(2));
  expect(await unreadIds()).toEqual([3]);
  popup.undo();
  await vi.waitFor(async () => expect(await unreadIds()).toEqual([1, 2, 3]));
  expect(popup.page.value.marked).toBeNull();
  await vi.waitFor(async () => expect(await readState(db, "undo")).toBeUndefined());
});

test("without a toast there is nothing to undo", async () => {
  await add(1);
  await writeState(db, "undo", { kind: "markRead", articleIds: [1] });
  const popup = await openPopup();
  popup.undo();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await readState(db, "undo")).toBeDefined();
});

test("a click asks for the panel before anything else, then the popup closes", async () => {
  await add(1);
  const popup = await openPopup();
  popup.acts.open(first(popup), click());
  expect(seen).toEqual(["panel 1"]);
  await vi.waitFor(() => expect(seen).toEqual(["panel 1", "close"]));
});

test("where there is no panel the article opens in the full tab", async () => {
  await add(1);
  const popup = await openPopup({ openPanel: () => Promise.reject(new Error("no panel")) });
  popup.acts.open(first(popup), click());
  await vi.waitFor(() => expect(seen).toEqual(["tab 1", "close"]));
});

test("with Shift the full tab opens, with Ctrl or the middle button the original behind, which marks it read", async () => {
  await add(2);
  const popup = await openPopup();
  await popup.goLive();
  popup.acts.open(first(popup), click({ shiftKey: true }));
  await vi.waitFor(() => expect(seen).toEqual(["tab 2", "close"]));
  popup.acts.open(first(popup), click({ ctrlKey: true }));
  await vi.waitFor(async () => expect(await unreadIds()).toEqual([1]));
  expect(seen.at(-1)).toBe("original https://a.example/2");
});

test("the ring answers the click at once and goes when the refresh has ended", async () => {
  await add(1);
  let end = () => {};
  const popup = await openPopup({ refreshNow: () => new Promise((resolve) => (end = resolve)) });
  expect(popup.page.value.progress).toBeNull();
  popup.refresh();
  expect(popup.page.value.progress).toEqual({ done: 0, total: 1 });
  end();
  await vi.waitFor(() => expect(popup.page.value.progress).toBeNull());
});

test("the ring goes when all sources have answered, though the background still works", async () => {
  await add(1);
  let asked = 0;
  const popup = await openPopup({ refreshNow: () => new Promise(() => void asked++) });
  await popup.goLive();
  popup.refresh();
  await db.feeds.update("a", { lastTriedAt: 1_000_001, lastFetchedAt: 1_000_002 });
  await writeState(db, "refreshRun", { startedAt: 1_000_001, feedIds: ["a"] });
  await vi.waitFor(() => expect(popup.page.value.progress).toBeNull());
  popup.refresh();
  expect(asked).toBe(2);
});

async function openPopup(change: Partial<OpeningDeps & Pick<PopupDeps, "refreshNow">> = {}) {
  const note = (word: string) => async (what: unknown) => void seen.push(`${word} ${what}`);
  const rows = await readFirstPaint({ scope: "all", count: PAGE_ROWS, name: db.name });
  const given: Pick<PopupDeps, "tagOrder" | "held"> = { tagOrder: [], held: { size: "thumb", addresses: new Map() } };
  const firstly = firstPage(rows, { ...given, now: NOW });
  const wholly = wholePage(firstly, given.held);
  const store = openPopupStore(db);
  const popup = createPopup(wholly, { ...given, store, now: signal(NOW), refreshNow: async () => {}, ...change });
  const acts = createActs({
    openPanel: note("panel"),
    openTab: note("tab"),
    openOriginal: note("original"),
    openSettings: () => void seen.push("settings"),
    close: () => void seen.push("close"),
    popup: async () => popup,
    ...change,
  });
  return { ...popup, acts, firstly, wholly };
}

const quiet = {
  openPanel: async () => {},
  openTab: async () => {},
  openOriginal: async () => {},
  openSettings: () => {},
  close: () => {},
};

type Opened = Awaited<ReturnType<typeof openPopup>>;

const NOW = 1_000_000;

const ids = ({ page }: Opened) => page.value.shelf?.articles.map((article) => article.id);

function first({ page }: Opened): Article {
  const article = page.value.shelf?.articles[0];
  if (!article) throw new Error("no article is shown");
  return article;
}

const click = (change: MouseEventInit = {}): MouseEvent =>
  ({ button: 0, ctrlKey: false, metaKey: false, shiftKey: false, preventDefault: () => {}, ...change }) as MouseEvent;

async function unreadIds(): Promise<number[]> {
  return (await db.articles.toArray()).filter((article) => article.unread).map((article) => article.id);
}

/** Adds articles as a refresh does: ids go on, odd ones are of the world, even ones of science. */
async function add(count: number): Promise<void> {
  await db.transaction("rw", db.feeds, db.articles, db.counters, db.state, async () => {
    await db.feeds.put(newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, 0));
    const firstId = (await readState(db, "nextArticleId")) ?? 1;
    const rows = Array.from({ length: count }, (_, i) => article(firstId + i));
    await db.articles.bulkAdd(rows);
    for (const [scope] of rows.flatMap((row) => row.places)) {
      await db.counters.put({ scope, count: ((await db.counters.get(scope))?.count ?? 0) + 1 });
    }
    await writeState(db, "nextArticleId", firstId + count);
  });
}

function article(id: number): Article {
  const row = {
    id,
    feedId: "a",
    keys: [`a ${id}`],
    url: `https://a.example/${id}`,
    title: `Article ${id}`,
    summary: "",
    authors: [],
    tags: [id % 2 ? "world" : "science"],
    publishedAt: null,
    publishedDateOnly: false,
    updatedAt: null,
    arrivedAt: id,
    sortAt: id,
    hero: null,
    language: null,
    direction: null,
    enclosures: [],
    commentsUrl: null,
    contentHash: "",
    body: null,
    unread: 1 as const,
    starred: 0 as const,
    later: 0 as const,
  };
  return { ...row, places: placesOf(row) };
}
