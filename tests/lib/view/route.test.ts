// @vitest-environment jsdom
import { batch, signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { Filter } from "../../../lib/model.ts";
import { EVERYTHING } from "../../../lib/view/address.ts";
import type { ListTop, Shown } from "../../../lib/view/list.ts";
import type { OpenedHow } from "../../../lib/view/moving.ts";
import { beginningAt, followAddress } from "../../../lib/view/route.ts";

test("leafing leaves one entry, and closing goes back to the list beneath", async () => {
  const { open, close } = follow("#/");
  const before = history.length;
  open(1, "chosen");
  open(2, "leafed");
  open(3, "leafed");
  open(4, "leafed");
  expect([location.hash, history.length]).toEqual(["#/article/4", before + 2]);
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/"));
  // What was closed lies ahead: one opened now takes its place.
  open(5, "leafed");
  open(6, "leafed");
  expect([location.hash, history.length]).toEqual(["#/article/6", before + 1]);
});

test("Back goes to the article before, and Forward to the one left", async () => {
  const { open, openId } = follow("#/");
  open(1, "chosen");
  open(2, "chosen");
  history.back();
  await vi.waitFor(() => expect(openId.value).toBe(1));
  history.back();
  await vi.waitFor(() => expect(openId.value).toBeNull());
  history.forward();
  await vi.waitFor(() => expect(openId.value).toBe(1));
});

test("an article that a link led to becomes the list when it closes", () => {
  const { close, openId } = follow("#/article/9");
  const before = history.length;
  expect(openId.value).toBe(9);
  close();
  expect([location.hash, history.length]).toEqual(["#/", before]);
});

test("a search is one entry, however much is typed, and closing it goes back to the list", async () => {
  const { searchFor, closeSearch } = follow("#/");
  const before = history.length;
  for (const text of ["", "m", "ma", "map"]) searchFor(text);
  expect([location.hash, history.length]).toEqual(["#/search/map", before + 1]);
  closeSearch();
  await vi.waitFor(() => expect(location.hash).toBe("#/"));
});

test("an article opened from a search lies over it, and closing it goes back to what was found", async () => {
  const { searchFor, open, close, searched } = follow("#/");
  searchFor("map");
  open(1, "chosen");
  open(2, "chosen");
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/search/map"));
  expect(searched.value).toBe("map");
});

test("Back goes from a search to the list, and Forward to the search again", async () => {
  const { searchFor, searched } = follow("#/");
  searchFor("map");
  history.back();
  await vi.waitFor(() => expect(searched.value).toBeNull());
  history.forward();
  await vi.waitFor(() => expect(searched.value).toBe("map"));
  expect(location.hash).toBe("#/search/map");
});

test("all tags are one entry: an article lies over them, and Back leads through a tag's list to them", async () => {
  const { openTags, open, close, show, isTagsOpen } = follow("#/unread");
  const before = history.length;
  openTags();
  open(1, "chosen");
  expect([location.hash, history.length]).toEqual(["#/tags/article/1", before + 2]);
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/tags"));
  show({ tag: "world" });
  expect(location.hash).toBe("#/unread/tag/world");
  history.back();
  await vi.waitFor(() => expect(isTagsOpen.value).toBe(true));
  history.back();
  await vi.waitFor(() => expect(location.hash).toBe("#/unread"));
  expect(isTagsOpen.value).toBe(false);
});

test("a link opens a search, which becomes the list when it closes", () => {
  const { closeSearch, searched, openId } = follow("#/search/map%20room");
  const before = history.length;
  expect([searched.value, openId.value]).toEqual(["map room", null]);
  closeSearch();
  expect([location.hash, history.length]).toEqual(["#/", before]);
});

test("article and search closed at once lead to the list, not to the search again", async () => {
  const { searchFor, open, openId, searched } = follow("#/");
  searchFor("map");
  open(1, "chosen");
  batch(() => {
    openId.value = null;
    searched.value = null;
  });
  await vi.waitFor(() => expect(location.hash).toBe("#/"));
  expect(searched.value).toBeNull();
});

test("a link opens its list", () => {
  const { filter, openId } = follow("#/unread/tag/world/article/3");
  expect(filter.value).toEqual({ view: "unread", tag: "world", feedId: null });
  expect(openId.value).toBe(3);
});

test("Back and Forward go through the lists that were looked at", async () => {
  const { show, filter } = follow("#/");
  show({ view: "unread" });
  show({ tag: "world" });
  show({ tag: null, feedId: "home" });
  expect(location.hash).toBe("#/unread/source/home");
  history.back();
  await vi.waitFor(() => expect(filter.value).toEqual({ view: "unread", tag: "world", feedId: null }));
  history.go(-2);
  await vi.waitFor(() => expect(filter.value).toEqual(EVERYTHING));
  history.forward();
  await vi.waitFor(() => expect(filter.value.view).toBe("unread"));
});

test("Back goes from an article to the list that it was opened from, whichever is shown since", async () => {
  const { show, open, filter, openId } = follow("#/");
  show({ tag: "world" });
  open(1, "chosen");
  show({ tag: "science" });
  expect(location.hash).toBe("#/tag/science/article/1");
  history.back();
  await vi.waitFor(() => expect(filter.value.tag).toBe("world"));
  expect(openId.value).toBe(1);
  history.back();
  await vi.waitFor(() => expect(openId.value).toBeNull());
  expect(filter.value.tag).toBe("world");
});

test("an article that makes way for another list lies beneath it", async () => {
  const { show, open, openId } = follow("#/");
  open(1, "chosen");
  batch(() => {
    openId.value = null;
    show({ view: "starred" });
  });
  expect(location.hash).toBe("#/starred");
  history.back();
  await vi.waitFor(() => expect(openId.value).toBe(1));
  expect(location.hash).toBe("#/article/1");
});

test("closing an article read in a list goes back to that list", async () => {
  const { show, open, close } = follow("#/");
  show({ view: "later" });
  const before = history.length;
  open(1, "chosen");
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/later"));
  open(2, "chosen");
  expect([location.hash, history.length]).toEqual(["#/later/article/2", before + 1]);
});

test("what is opened before the way back has ended stays open, on top of the list", async () => {
  const { open, close, openId } = follow("#/");
  const before = history.length;
  open(1, "chosen");
  close();
  open(2, "chosen");
  await vi.waitFor(() => expect(location.hash).toBe("#/article/2"));
  expect([openId.value, history.length]).toEqual([2, before + 1]);
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/"));
});

test("a search that closes beside an open article leaves the article's address", async () => {
  const { searchFor, open, closeSearch, openId } = follow("#/unread");
  searchFor("map");
  open(1, "chosen");
  expect(location.hash).toBe("#/unread/search/map/article/1");
  closeSearch();
  expect([location.hash, openId.value]).toEqual(["#/unread/article/1", 1]);
});

test("a list that is gone back to, or reloaded, starts where it was left", async () => {
  const { show, open, close, list } = follow("#/");
  show({ tag: "world" });
  const top = { id: 40, sortAt: 5, offset: -20 };
  list.top.value = top;
  open(1, "chosen");
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/tag/world"));
  expect(beginningAt(window)).toEqual({ filter: { view: "all", tag: "world", feedId: null }, top });
  show({ tag: "science" });
  expect(beginningAt(window).top).toBeNull();
  history.back();
  await vi.waitFor(() => expect(list.shown.value?.filter.tag).toBe("world"));
  expect(list.shown.value?.start).toEqual(top);
});

test("a list that was scrolled under an article is reloaded where it is since", async () => {
  const { show, open, close, list } = follow("#/");
  show({ tag: "culture" });
  list.top.value = { id: 40, sortAt: 5, offset: -20 };
  open(1, "chosen");
  const since = { id: 30, sortAt: 7, offset: 0 };
  list.top.value = since;
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/tag/culture"));
  expect(beginningAt(window).top).toEqual(since);
});

test("an address written another way is left as it is", () => {
  follow("#/all/tag/caf%c3%a9");
  expect(location.hash).toBe("#/all/tag/caf%c3%a9");
});

/** A page at an address, which follows it. */
function follow(hash: string) {
  history.pushState(null, "", hash);
  const [openId, openedHow] = [signal<number | null>(null), signal<OpenedHow>("chosen")];
  const [filter, searched] = [signal<Filter>(EVERYTHING), signal<string | null>(null)];
  const open = (id: number, how: OpenedHow) => {
    openedHow.value = how;
    openId.value = id;
  };
  const close = () => void (openId.value = null);
  const searchFor = (text: string) => void (searched.value = text);
  const closeSearch = () => void (searched.value = null);
  const list = { shown: signal<Shown | null>(null), top: signal<ListTop | null>(null) };
  /** The list is there at once. */
  const show = (change: Partial<Filter>, start: ListTop | null = null) =>
    batch(() => {
      closeSearch();
      isTagsOpen.value = false;
      filter.value = { ...filter.value, ...change };
      list.shown.value = { filter: filter.value, throughId: 9, count: 0, turn: 1, start };
      list.top.value = start;
    });
  const isTagsOpen = signal(false);
  const openTags = () => void (isTagsOpen.value = true);
  const tags = { isTagsOpen, openTags };
  const page = {
    ...tags,
    list,
    filter,
    openId,
    openedHow,
    searched,
    open,
    close,
    leave: close,
    show,
    searchFor,
    closeSearch,
  };
  followAddress(page, window);
  return page;
}
