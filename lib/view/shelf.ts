import type { FirstPaint } from "../db/firstPaint.ts";
import type { Filter, Flags } from "../model.ts";
import type { Disk } from "./outage.ts";

export const filterOf = (tag: string | null): Filter => ({ view: "all", tag, feedId: null });

/** Which articles are on the list, settled when it was made: it never changes under the reader. */
export type Listing = { tag: string | null; ids: number[]; throughId: number };

/** The rows behind the popup. `arrivals` came after the list was made and wait to be asked for. */
export type Shelf = Omit<FirstPaint, "newestId"> & {
  listing: Listing;
  arrivals: number;
  /** Unknown at first. */ disk?: Disk;
};

export function firstShelf({ newestId, ...rows }: FirstPaint): Shelf {
  const ids = rows.articles.map((article) => article.id);
  return { ...rows, listing: { tag: null, ids, throughId: newestId }, arrivals: 0 };
}

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
