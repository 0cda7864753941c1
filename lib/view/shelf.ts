import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { FirstPaint } from "../db/firstPaint.ts";
import { scopeOf } from "../db/layout.ts";
import type { Filter, Flags } from "../model.ts";

/** How many headlines the popup shows; the side panel has the rest. */
export const SHOWN = 20;

export const filterOf = (tag: string | null): Filter => ({ view: "all", tag, feedId: null });

export const FIRST_SCOPE = scopeOf(filterOf(null));

/** Which articles are on the list, settled when it was made: it never changes under the reader. */
export type Listing = { tag: string | null; ids: number[]; throughId: number };

/** The rows behind the popup. `arrivals` came after the list was made and wait to be asked for. */
export type Shelf = Omit<FirstPaint, "newestId"> & { listing: Listing; arrivals: number };

/** What needs Dexie. Loaded after the first paint. */
export type PopupStore = {
  list: (tag: string | null) => Promise<Listing>;
  /** Calls `show` now and after each change; returns how to stop. */
  watch: (listing: Listing, show: (shelf: Shelf) => void) => () => void;
  setFlags: (id: number, change: Partial<Flags>) => Promise<void>;
  /** Resolves to the number of articles that were marked. */
  markAllRead: (listing: Listing) => Promise<number>;
  undo: () => Promise<unknown>;
};

export type LiveShelf = {
  /** Null while it is not known whether anything is stored. */
  shelf: ReadonlySignal<Shelf | null>;
  /** Chosen at once; the list follows. */
  tag: ReadonlySignal<string | null>;
  listing: ReadonlySignal<Listing>;
  /** Follows the store from now on. Resolves once it does. */
  goLive: () => Promise<void>;
  /** Makes the list anew, with all that has arrived. */
  relist: (tag: string | null) => Promise<void>;
};

/** Starts with what was read without Dexie; the store takes over with the same rows. */
export function createShelf(first: FirstPaint | null, loadStore: () => Promise<PopupStore>): LiveShelf {
  const listing = signal(listingOf(first));
  const shelf = signal<Shelf | null>(first && { ...first, listing: listing.peek(), arrivals: 0 });
  const tag = signal<string | null>(null);

  async function relist(chosen: string | null): Promise<void> {
    tag.value = chosen;
    const made = await (await loadStore()).list(chosen);
    if (tag.value === chosen) listing.value = made;
  }

  function show(fresh: Shelf): void {
    shelf.value = fresh;
    // Nothing can move in a list that is empty.
    if (fresh.articles.length === 0 && fresh.arrivals > 0) void relist(tag.peek());
  }

  async function goLive(): Promise<void> {
    const { watch } = await loadStore();
    if (first === null) await relist(null);
    effect(() => watch(listing.value, show));
  }

  return { shelf, tag, listing, goLive, relist };
}

function listingOf(first: FirstPaint | null): Listing {
  const ids = first?.articles.map((article) => article.id) ?? [];
  return { tag: null, ids, throughId: first?.newestId ?? 0 };
}
