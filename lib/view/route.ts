import { effect } from "@preact/signals";
import type { OpenedHow } from "./moving.ts";
import type { Reader } from "./reader.ts";

/** The article that an address names after its `#`; null for the list. */
export function articleOfHash(hash: string): number | null {
  const [, id] = /^#\/article\/(\d{1,15})$/.exec(hash) ?? [];
  return id === undefined ? null : Number(id);
}

export const hashOfArticle = (id: number | null): string => (id === null ? "#/" : `#/article/${id}`);

type Addressed = Pick<Reader, "openId" | "openedHow" | "open" | "close">;

/** Ties the open article to the tab's address: a link opens it, Back and Forward go through what was opened. */
export function followAddress(reader: Addressed, { location, history }: Window): void {
  const openNamed = () => {
    const id = articleOfHash(location.hash);
    const openId = reader.openId.peek();
    if (id === openId) return;
    if (id === null) reader.close();
    else reader.open(id, "chosen");
  };
  if (articleOfHash(location.hash) !== null) openNamed();
  effect(() => {
    const id = reader.openId.value;
    const left = articleOfHash(location.hash);
    if (left === id) return;
    const entry = left === null ? LIST : entryOf(history);
    if (id === null) leave(history, entry);
    else enter(history, entry, { id, openedHow: reader.openedHow.peek() });
  });
  window.addEventListener("popstate", openNamed);
}

/** What the history keeps of an article beside its address. */
type Entry = {
  openedHow: OpenedHow;
  /** How many entries back the list is; null where it was not shown before. */
  toList: number | null;
};

const LIST: Entry = { openedHow: "chosen", toList: 0 };
/** Of an address that was typed, or that a link led to. */
const FOREIGN: Entry = { openedHow: "chosen", toList: null };

/** Checked: only this file gives this page's entries a state; others have none. */
const entryOf = (history: History): Entry => (history.state as Entry | null) ?? FOREIGN;

/** Leafing through articles leaves one entry, not one for each. */
function enter(history: History, from: Entry, { id, openedHow }: { id: number; openedHow: OpenedHow }): void {
  const isLeafing = from.openedHow === "leafed" && openedHow === "leafed";
  const toList = from.toList === null ? null : from.toList + 1;
  if (isLeafing) history.replaceState(from, "", hashOfArticle(id));
  else history.pushState({ openedHow, toList } satisfies Entry, "", hashOfArticle(id));
}

/** Back must not open again what was closed, so the list is gone back to and not put on top. */
function leave(history: History, { toList }: Entry): void {
  if (toList === null) history.replaceState(null, "", hashOfArticle(null));
  else history.go(-toList);
}
