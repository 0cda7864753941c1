import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Listing, PopupStore, Shelf } from "./shelf.ts";

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

const NOTHING: Listing = { tag: null, ids: [], throughId: 0 };

/** Starts with what was read without Dexie; the store takes over with the same rows. */
export function createLiveShelf(first: Shelf | null, store: PopupStore): LiveShelf {
  const listing = signal(first?.listing ?? NOTHING);
  const shelf = signal(first);
  const tag = signal<string | null>(null);

  async function relist(chosen: string | null): Promise<void> {
    tag.value = chosen;
    const made = await store.list(chosen);
    if (tag.value === chosen) listing.value = made;
  }

  function show(fresh: Shelf): void {
    shelf.value = fresh;
    // Nothing can move in a list that is empty.
    if (fresh.articles.length === 0 && fresh.arrivals > 0) void relist(tag.peek());
  }

  async function goLive(): Promise<void> {
    if (first === null) await relist(null);
    effect(() => store.watch(listing.value, show));
  }

  return { shelf, tag, listing, goLive, relist };
}
