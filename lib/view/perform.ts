import { batch } from "@preact/signals";
import type { Article, Filter } from "../model.ts";
import { tagPlaceOf, type Action } from "./keymap.ts";
import type { Step } from "./neighbours.ts";
import type { Reader } from "./reader.ts";
import { clearSearch, isSearching, openSearch } from "./searching.ts";

/** What a page of text can be moved by; the text lies in the page, not in the state. */
export type Scrolling = { page: (by: 1 | -1) => boolean };

export type Doing = { reader: Reader; place: "list" | "reader"; scrolling: Scrolling };

/** Does what a key asked for, on the row or article that the reader is at. */
export function perform(action: Action, doing: Doing): void {
  const place = tagPlaceOf(action);
  if (place !== null) return chooseChip(doing, place - 1);
  if (isAmongTags(doing)) return performAmongTags(action, doing);
  if (onArticle[action]) return doing.reader.afterSteps(() => performOnArticle(action, doing));
  everywhere[action]?.(doing);
}

/** All tags lie over the list. */
const isAmongTags = ({ reader, place }: Doing): boolean =>
  place === "list" && reader.isTagsOpen.peek() && !isSearching(reader);

/** What would be done to rows that nobody sees is left. */
function performAmongTags(action: Action, doing: Doing): void {
  const by = STEPS[action];
  if (by !== undefined) doing.reader.focusWish.value = { on: "tag", by };
  else if (!onArticle[action] && !OF_A_LIST.has(action)) everywhere[action]?.(doing);
}

const STEPS: Partial<Record<Action, Step>> = { next: 1, nextRow: 1, previous: -1, previousRow: -1 };
const OF_A_LIST = new Set<Action>(["markAllRead", "showNew", "toggleUnreadOnly"]);

function performOnArticle(action: Action, doing: Doing): void {
  const article = targetOf(doing);
  if (article) onArticle[action]?.(article, doing);
  else everywhere[action]?.(doing);
}

/** Actions that need an article: the open one, or the selected row. */
const onArticle: Partial<Record<Action, (article: Article, doing: Doing) => void>> = {
  open: (article, { reader }) => reader.open(article.id, "chosen"),
  openOriginal: (article, { reader }) => reader.openOriginal(article, "front"),
  openOriginalBehind: (article, { reader }) => reader.openOriginal(article, "background"),
  openFullTab: (article, { reader }) => reader.openTab(article.id),
  toggleUnread: (article, { reader, place }) =>
    place === "reader" ? reader.togglePin() : reader.toggleUnread(article),
  toggleStar: (article, { reader }) => reader.toggleStar(article),
  toggleLater: (article, { reader }) => reader.toggleLater(article),
};

const everywhere: Partial<Record<Action, (doing: Doing) => unknown>> = {
  next: (doing) => goOn(doing, 1),
  previous: (doing) => goOn(doing, -1),
  nextRow: ({ reader }) => void reader.select(1),
  previousRow: ({ reader }) => void reader.select(-1),
  first: ({ reader }) => void reader.selectAndFollow("first"),
  last: ({ reader }) => void reader.selectAndFollow("last"),
  openFullTab: ({ reader }) => reader.openTab(null),
  back: ({ reader }) => closeLayer(reader) || closeFind(reader) || reader.close(),
  clearFilter: ({ reader }) =>
    closeLayer(reader) ||
    clearSearch(reader) ||
    closeTags(reader) ||
    closeDetails(reader) ||
    reader.show({ tag: null, feedId: null }),
  search: ({ reader }) => openSearch(reader),
  find: ({ reader }) => openFind(reader),
  pageDown: ({ reader, scrolling }) => void (scrolling.page(1) || isTextComing(reader) || openNextUnread(reader)),
  pageUp: ({ scrolling }) => void scrolling.page(-1),
  // Under a search lies a list that nobody sees.
  markAllRead: ({ reader }) => void (isSearching(reader) || reader.markAll()),
  undo: ({ reader }) => void reader.undo(),
  refreshSource: ({ reader }) => void reader.feeds.refresh(reader.filter.peek().feedId),
  refreshAll: ({ reader }) => void reader.feeds.refresh(null),
  showNew: (doing) => showNew(doing),
  toggleUnreadOnly: (doing) => goTo(doing, { view: doing.reader.filter.peek().view === "unread" ? "all" : "unread" }),
  text: ({ reader }) => void (reader.isTextOpen.value = !reader.isTextOpen.peek()),
  bigger: ({ reader }) => reader.changeSize(1),
  smaller: ({ reader }) => reader.changeSize(-1),
  resetSize: ({ reader }) => reader.changeSize(0),
  shortcuts: ({ reader }) => void (reader.areKeysShown.value = true),
  settings: ({ reader }) => reader.openSettings(),
  goUnread: (doing) => goTo(doing, { view: "unread" }),
  goAll: (doing) => goTo(doing, { view: "all" }),
  goStarred: (doing) => goTo(doing, { view: "starred" }),
  goLater: (doing) => goTo(doing, { view: "later" }),
  goTags: ({ reader, place }) =>
    batch(() => {
      if (place === "reader" && !reader.isTwoPane.peek()) reader.close();
      reader.openTags();
    }),
};

function goOn({ reader, place }: Doing, by: Step): void {
  const open = place === "reader" ? reader.reading.article.peek() : null;
  void (open ? reader.openNeighbour(open, by) : reader.selectAndFollow(by));
}

/** Its end is not there yet, to go on from. */
function isTextComing({ openId, reading }: Reader): boolean {
  const id = openId.peek();
  return id !== null && (reading.article.peek()?.id !== id || reading.text.peek().kind === "coming");
}

export function openNextUnread(reader: Reader): void {
  const next = reader.nextUnread.peek();
  if (next) reader.open(next.id, "chosen");
}

/** Opens the bar that finds words in the article, or goes back to its field. */
export function openFind(reader: Reader): void {
  if (reader.reading.article.peek() !== null) reader.finding.value = {};
}

function targetOf({ reader, place }: Doing): Article | null {
  if (place === "reader") return reader.openArticle(reader.reading.article.peek());
  return reader.walk.rows.peek().find((row) => row.id === reader.selectedId.peek()) ?? null;
}

/** Where the article covers the list, it makes way: the key would seem to do nothing. */
function goTo(doing: Doing, change: Partial<Filter>): void {
  batch(() => {
    uncoverList(doing);
    doing.reader.show(change);
  });
}

function uncoverList({ reader, place }: Doing): void {
  if (place === "reader" && !reader.isTwoPane.peek()) reader.close();
}

function showNew(doing: Doing): void {
  const { reader } = doing;
  if (reader.list.arrivals.peek() === 0 || isSearching(reader)) return;
  uncoverList(doing);
  void reader.showNew();
}

function chooseChip(doing: Doing, index: number): void {
  const chip = doing.reader.chips.peek()[index];
  if (chip) goTo(doing, { tag: chip.tag, feedId: null });
}

/** Tells whether there were any. */
function closeDetails(reader: Reader): boolean {
  const wereOpen = reader.details.peek() !== null;
  reader.details.value = null;
  return wereOpen;
}

/** Tells whether they were open. */
function closeTags(reader: Reader): boolean {
  const wasOpen = reader.isTagsOpen.peek();
  reader.closeTags();
  return wasOpen;
}

/** What lies over the article goes first, the uppermost before the others. Tells whether there was anything. */
function closeLayer(reader: Reader): boolean {
  const layer = [reader.isTextOpen, reader.isComparing].find((each) => each.peek());
  if (layer) layer.value = false;
  return layer !== undefined;
}

/** Tells whether it was open. */
function closeFind(reader: Reader): boolean {
  const wasOpen = reader.finding.peek() !== null;
  reader.finding.value = null;
  return wasOpen;
}
