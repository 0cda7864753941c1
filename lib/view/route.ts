import { batch, effect } from "@preact/signals";
import type { OpenedHow } from "./moving.ts";
import type { Reader } from "./reader.ts";

/** The article that an address names after its `#`; null for the list and for a search. */
export function articleOfHash(hash: string): number | null {
  const [, id] = /^#\/article\/(\d{1,15})$/.exec(hash) ?? [];
  return id === undefined ? null : Number(id);
}

export const hashOfArticle = (id: number | null): string => (id === null ? "#/" : `#/article/${id}`);

/** The text that an address searches for; null where it names no search. */
export function searchOfHash(hash: string): string | null {
  const [, text] = /^#\/search\/(.*)$/.exec(hash) ?? [];
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand: a lone percent sign stands for itself.
    return text;
  }
}

export const hashOfSearch = (text: string): string => `#/search/${encodeURIComponent(text)}`;

type Addressed = Pick<Reader, "openId" | "openedHow" | "open" | "close" | "searched" | "searchFor" | "closeSearch">;

/**
 * Ties the open article, or else the search, to the tab's address: a link opens it, Back and Forward go through what
 * was opened.
 */
export function followAddress(reader: Addressed, { location, history }: Window): void {
  let isFollowing = false;
  let seen = stateOf(reader);

  const openNamed = () => {
    isFollowing = true;
    batch(() => openAddress(reader, location.hash));
    isFollowing = false;
  };
  if (location.hash !== "" && location.hash !== "#/") openNamed();
  effect(() => {
    const before = seen;
    seen = { id: reader.openId.value, text: reader.searched.value };
    if (isFollowing) return;
    const entry = entryAt(location.hash, history);
    if (seen.id !== null && articleOfHash(location.hash) !== seen.id && seen.id !== before.id)
      return enter(history, entry, { id: seen.id, openedHow: reader.openedHow.peek() });
    if (seen.id === null && before.id !== null) return leave(history, entry, seen.text);
    if (seen.text !== before.text && articleOfHash(location.hash) === null) followSearch(history, entry, seen.text);
  });
  window.addEventListener("popstate", openNamed);
}

const stateOf = ({ openId, searched }: Addressed) => ({ id: openId.peek(), text: searched.peek() });

function openAddress(reader: Addressed, hash: string): void {
  const id = articleOfHash(hash);
  const openId = reader.openId.peek();
  if (id !== null) return id === openId ? undefined : reader.open(id, "chosen");
  if (openId !== null) reader.close();
  const text = searchOfHash(hash);
  if (text === null) reader.closeSearch();
  else reader.searchFor(text);
}

/** What the history keeps of a place beside its address. */
type Entry = {
  openedHow: OpenedHow;
  /** How many entries back the list is; null where it was not shown before. */
  toList: number | null;
  /** The same of the search that an article was opened from. */
  toSearch: number | null;
};

const LIST: Entry = { openedHow: "chosen", toList: 0, toSearch: null };
/** Of an address that was typed, or that a link led to. */
const FOREIGN: Entry = { openedHow: "chosen", toList: null, toSearch: null };

function entryAt(hash: string, history: History): Entry {
  if (articleOfHash(hash) === null && searchOfHash(hash) === null) return LIST;
  // Checked: only this file gives this page's entries a state; others have none.
  const entry = (history.state as Entry | null) ?? FOREIGN;
  return searchOfHash(hash) === null ? entry : { ...entry, toSearch: 0 };
}

const above = (distance: number | null): number | null => (distance === null ? null : distance + 1);

/** Leafing through articles leaves one entry, not one for each. */
function enter(history: History, from: Entry, { id, openedHow }: { id: number; openedHow: OpenedHow }): void {
  const isLeafing = from.openedHow === "leafed" && openedHow === "leafed";
  if (isLeafing) return history.replaceState(from, "", hashOfArticle(id));
  const entry: Entry = { openedHow, toList: above(from.toList), toSearch: above(from.toSearch) };
  history.pushState(entry, "", hashOfArticle(id));
}

/** Back must not open again what was closed, so what lies beneath is gone back to and not put on top. */
function leave(history: History, { toList, toSearch }: Entry, text: string | null): void {
  const distance = text === null ? toList : toSearch;
  if (distance !== null) history.go(-distance);
  else if (text === null) history.replaceState(null, "", hashOfArticle(null));
  else history.replaceState(FOREIGN, "", hashOfSearch(text));
}

/** One entry for a search, however much is typed. */
function followSearch(history: History, from: Entry, text: string | null): void {
  if (text === null) return leave(history, from, null);
  if (from.toSearch === 0) return history.replaceState(from, "", hashOfSearch(text));
  history.pushState({ ...FOREIGN, toList: above(from.toList), toSearch: 0 } satisfies Entry, "", hashOfSearch(text));
}
