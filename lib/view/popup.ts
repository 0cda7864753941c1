import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { FirstPaint } from "../db/firstPaint.ts";
import type { Article, Flags } from "../model.ts";
import { chipsOf, settledOrder, tagsInOrder, type Chip } from "./chips.ts";
import { picturesOf, type Held, type Pictures } from "./pictureAddresses.ts";
import { createOpening, type OpeningDeps, type PopupOpening } from "./popupOpening.ts";
import { createRefreshing } from "./refreshing.ts";
import type { Progress } from "./refreshProgress.ts";
import { createShelf, type LiveShelf, type PopupStore, type Shelf } from "./shelf.ts";

export type PopupDeps = OpeningDeps & {
  loadStore: () => Promise<PopupStore>;
  refreshNow: () => Promise<void>;
  now: ReadonlySignal<number>;
  tagOrder: readonly string[];
};

export type Popup = PopupOpening &
  Pick<LiveShelf, "shelf" | "tag" | "goLive"> & {
    now: ReadonlySignal<number>;
    chips: ReadonlySignal<Chip[]>;
    pictures: ReadonlySignal<Pictures>;
    /** Null while no refresh runs. */
    progress: ReadonlySignal<Progress | null>;
    /** How many articles were just marked read, for as long as that can be undone here. */
    marked: ReadonlySignal<number | null>;
    choose: (tag: string | null) => void;
    showArrivals: () => void;
    refresh: () => void;
    markAllRead: () => void;
    undo: () => void;
    closeToast: () => void;
    actions: Record<"toggleUnread" | "toggleStar" | "toggleLater", (article: Article) => void>;
  };

/** The popup's state. Nothing here needs Dexie: what does is loaded after the first paint. */
export function createPopup(first: FirstPaint | null, deps: PopupDeps): Popup {
  const store = lazily(deps.loadStore);
  const { shelf, tag, listing, goLive, relist } = createShelf(first, store);
  const set = (article: Article, change: Partial<Flags>) =>
    void store().then(({ setFlags }) => setFlags(article.id, change));
  return {
    shelf,
    tag,
    goLive,
    now: deps.now,
    chips: chipsFrom(shelf, deps.tagOrder),
    pictures: picturesFrom(shelf),
    choose: (chosen) => void relist(chosen),
    showArrivals: () => void relist(tag.peek()),
    ...refreshingFrom(shelf, deps),
    ...createMarking(store, listing),
    ...createOpening(deps, (article) => set(article, { unread: 0 })),
    actions: {
      toggleUnread: (article) => set(article, { unread: article.unread ? 0 : 1 }),
      toggleStar: (article) => set(article, { starred: article.starred ? 0 : 1 }),
      toggleLater: (article) => set(article, { later: article.later ? 0 : 1 }),
    },
  };
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}

function chipsFrom(shelf: ReadonlySignal<Shelf | null>, tagOrder: readonly string[]): ReadonlySignal<Chip[]> {
  let shown: string[] = [];
  return computed(() => {
    const counts = shelf.value?.counts ?? new Map<string, number>();
    shown = settledOrder(shown, tagsInOrder(counts, tagOrder));
    return chipsOf(shown, counts);
  });
}

/** The addresses are never revoked: they go with the popup. */
function picturesFrom(shelf: ReadonlySignal<Shelf | null>): ReadonlySignal<Pictures> {
  const held: Held = { size: "thumb", addresses: new Map() };
  return computed(() => picturesOf(shelf.value?.images ?? [], held));
}

function refreshingFrom(
  shelf: ReadonlySignal<Shelf | null>,
  { now, refreshNow }: Pick<PopupDeps, "refreshNow" | "now">,
) {
  const feeds = computed(() => shelf.value?.feeds ?? []);
  const run = computed(() => shelf.value?.run);
  const { progress, refresh } = createRefreshing({ feeds, run, now, refreshNow });
  return { progress, refresh: () => void refresh(null) };
}

function createMarking(store: () => Promise<PopupStore>, listing: LiveShelf["listing"]) {
  const marked = signal<number | null>(null);
  const closeToast = () => void (marked.value = null);

  async function markAllRead(): Promise<void> {
    const count = await (await store()).markAllRead(listing.peek());
    if (count > 0) marked.value = count;
  }

  async function undo(): Promise<void> {
    if (marked.peek() === null) return;
    closeToast();
    await (await store()).undo();
  }

  return { marked, closeToast, markAllRead: () => void markAllRead(), undo: () => void undo() };
}
