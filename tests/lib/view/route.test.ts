// @vitest-environment jsdom
import { batch, signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { OpenedHow } from "../../../lib/view/moving.ts";
import { articleOfHash, followAddress, hashOfArticle, hashOfSearch, searchOfHash } from "../../../lib/view/route.ts";

test("an address names an article and is made from one", () => {
  expect(articleOfHash("#/article/42")).toBe(42);
  expect(articleOfHash(hashOfArticle(7))).toBe(7);
});

test("anything else is the list", () => {
  for (const hash of ["", "#/", "#/article/", "#/article/x", "#/article/1/2", "#/article/-1"]) {
    expect(articleOfHash(hash)).toBeNull();
  }
  expect(articleOfHash(hashOfArticle(null))).toBeNull();
});

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

test("an address names a search and is made from one, whatever is searched for", () => {
  for (const text of ["", "map", 'tag:world "two words" -50%', "a/b#c?d", "火山 é"]) {
    expect(searchOfHash(hashOfSearch(text))).toBe(text);
    expect(articleOfHash(hashOfSearch(text))).toBeNull();
  }
  expect(searchOfHash("#/search/100%")).toBe("100%");
  expect(searchOfHash("#/")).toBeNull();
  expect(searchOfHash("#/article/1")).toBeNull();
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

/** A page at an address, which follows it. */
function follow(hash: string) {
  history.pushState(null, "", hash);
  const [openId, openedHow] = [signal<number | null>(null), signal<OpenedHow>("chosen")];
  const searched = signal<string | null>(null);
  const open = (id: number, how: OpenedHow) => {
    openedHow.value = how;
    openId.value = id;
  };
  const close = () => void (openId.value = null);
  const searchFor = (text: string) => void (searched.value = text);
  const closeSearch = () => void (searched.value = null);
  followAddress({ openId, openedHow, open, close, searched, searchFor, closeSearch }, window);
  return { openId, open, close, searched, searchFor, closeSearch };
}
