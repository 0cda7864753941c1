import { batch, effect } from "@preact/signals";
import { scopeOf } from "../db/layout.ts";
import { addressOf, hashOf, type Address } from "./address.ts";
import type { Filter } from "../model.ts";
import type { ListTop } from "./list.ts";
import type { OpenedHow } from "./moving.ts";
import type { Reader } from "./reader.ts";

type Addressed = Pick<Reader, "filter" | "openId" | "openedHow" | "searched" | "isTagsOpen"> &
  Pick<Reader, "open" | "leave" | "show" | "searchFor" | "openTags"> & { list: Pick<Reader["list"], "shown" | "top"> };

/** The list that the page opens on: reloaded, it starts where it was. */
export function beginningAt({ location, history }: Window): { filter: Filter; top: ListTop | null } {
  return { filter: addressOf(location.hash).filter, top: entryAt(location.hash, history).top };
}

/**
 * Ties what the tab shows to its address: a link opens it, Back and Forward go through the lists, searches and articles
 * that were looked at.
 */
export function followAddress(reader: Addressed, { location, history }: Window): void {
  let isFollowing = false;
  /** What was closed is being gone back from: the page is there already, its address is not yet. */
  let isLeaving = false;
  let seen = presentOf(reader);

  const openNamed = () => {
    isFollowing = true;
    batch(() => openAddress(reader, addressOf(location.hash), entryAt(location.hash, history).top));
    isFollowing = false;
  };
  const writeAddress = (before: Address) => {
    const step = { before, now: seen, openedHow: reader.openedHow.peek() };
    isLeaving = follow(history, entryAt(location.hash, history), step) === "leaving";
  };

  openNamed();
  effect(() => {
    const before = seen;
    seen = presentOf(reader);
    if (isFollowing || isLeaving || isAt(location.hash, seen)) return;
    writeAddress(before);
  });
  /** The entry says where its list is, also if it was scrolled under an article or a search. */
  const noteTop = () => {
    const [top, shown] = [reader.list.top.value, reader.list.shown.value];
    if (!shown || isLeaving || scopeOf(shown.filter) !== scopeOf(addressOf(location.hash).filter)) return;
    history.replaceState({ ...entryAt(location.hash, history), top } satisfies Entry, "");
  };
  effect(noteTop);
  window.addEventListener("popstate", () => {
    const wasLeaving = isLeaving;
    isLeaving = false;
    if (!wasLeaving) openNamed();
    noteTop();
    // Something else may have been opened meanwhile: it lies on top.
    if (wasLeaving && !isAt(location.hash, seen)) writeAddress(addressOf(location.hash));
  });
}

const presentOf = ({ filter, searched, openId, isTagsOpen }: Addressed): Address => ({
  filter: filter.value,
  searched: searched.value,
  openId: openId.value,
  isTags: isTagsOpen.value,
});

const isAt = (hash: string, present: Address): boolean => hashOf(addressOf(hash)) === hashOf(present);
const listOf = (address: Address): string => hashOf({ ...address, searched: null, openId: null });
const isSameList = (a: Address, b: Address): boolean => listOf(a) === listOf(b);

function openAddress(reader: Addressed, address: Address, top: ListTop | null): void {
  const { filter, searched, openId, isTags } = address;
  const present = presentOf(reader);
  const isOther = !isSameList(present, address);
  if (isOther || (searched === null && present.searched !== null)) {
    // The list that lies under all tags stays as it is.
    if (isTags) reader.openTags();
    else reader.show(filter, top);
  }
  if (searched !== null) reader.searchFor(searched);
  if (openId === present.openId) return;
  if (openId === null) reader.leave();
  else reader.open(openId, "chosen");
}

/** What the history keeps of a place beside its address. */
type Entry = {
  openedHow: OpenedHow;
  /** How many entries back the list is; null where it was not shown before. */
  toList: number | null;
  /** The same of the search that an article was opened from. */
  toSearch: number | null;
  /** Where in its list it was left. */
  top: ListTop | null;
};

/** Of an address that was typed, or that a link led to. */
const FOREIGN: Entry = { openedHow: "chosen", toList: null, toSearch: null, top: null };

function entryAt(hash: string, history: History): Entry {
  // Checked: only this file gives this page's entries a state; others have none.
  const entry = (history.state as Entry | null) ?? FOREIGN;
  return { ...entry, ...ownDistance(addressOf(hash)) };
}

/** A list is at no distance from itself, nor is a search. */
function ownDistance({ searched, openId }: Address): Partial<Entry> {
  if (openId !== null) return {};
  return searched === null ? { toList: 0, toSearch: null } : { toSearch: 0 };
}

type Step = { before: Address; now: Address; openedHow: OpenedHow };

function follow(history: History, from: Entry, { before, now, openedHow }: Step): "leaving" | "there" {
  const isClosed = now.openId === null && isSameList(before, now);
  if (isClosed && now.searched === null) return leave(history, { ...from, distance: from.toList }, now);
  if (isClosed && before.openId !== null && now.searched === before.searched)
    return leave(history, { ...from, distance: from.toSearch }, now);
  if (isSameEntry(from, { before, now, openedHow })) history.replaceState(from, "", hashOf(now));
  else history.pushState(entryAbove(from, { before, now, openedHow }), "", hashOf(now));
  return "there";
}

/** Back must not open again what was closed, so what lies beneath is gone back to and not put on top. */
function leave(history: History, { distance, top }: Left, now: Address): "leaving" | "there" {
  if (distance === null || distance === 0) {
    history.replaceState({ ...FOREIGN, top } satisfies Entry, "", hashOf(now));
    return "there";
  }
  history.go(-distance);
  return "leaving";
}

type Left = Pick<Entry, "top"> & { distance: number | null };

/** However much is typed and leafed through, it is one entry. */
function isSameEntry(from: Entry, { before, now, openedHow }: Step): boolean {
  if (!isSameList(before, now)) return false;
  if (before.searched !== now.searched) return before.searched !== null && before.openId === now.openId;
  return before.openId !== null && from.openedHow === "leafed" && openedHow === "leafed";
}

function entryAbove(from: Entry, { before, now, openedHow }: Step): Entry {
  const above = (distance: number | null) => (distance === null ? null : distance + 1);
  const isOver = isSameList(before, now);
  const isOverSearch = isOver && now.searched !== null && before.searched === now.searched;
  return {
    openedHow,
    top: isOver ? from.top : null,
    toList: isOver ? above(from.toList) : null,
    toSearch: isOverSearch ? above(from.toSearch) : null,
    ...ownDistance(now),
  };
}
