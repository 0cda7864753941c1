import { effect } from "@preact/signals";
import { addressOf, hashOf } from "./address.ts";
import type { ListTop } from "./list.ts";
import type { Reader, ReaderDeps } from "./reader.ts";

/** What a panel shows, for when it is closed and opened again. */
export type Place = { hash: string; top: ListTop | null };

export const beginningOf = (kept: Place | null): ReaderDeps["begin"] =>
  kept ? { filter: addressOf(kept.hash).filter, top: kept.top } : undefined;

/** The search and the article that lay over the list; the article makes way for one that was asked for. */
export function reopen(reader: Reader, kept: Place | null): void {
  if (kept === null) return;
  const { searched, openId } = addressOf(kept.hash);
  if (searched !== null) reader.searchFor(searched);
  if (openId !== null && reader.openId.peek() === null) reader.open(openId, "leafed");
}

/** Calls `keep` now and whenever something else is shown. */
export function watchPlace({ list, searched, openId }: Reader, keep: (place: Place) => void): void {
  effect(() => {
    const [shown, top] = [list.shown.value, list.top.value];
    const above = { searched: searched.value, openId: openId.value };
    // The filter of the rows that are there, which `top` is of.
    if (shown) keep({ hash: hashOf({ filter: shown.filter, ...above }), top });
  });
}
