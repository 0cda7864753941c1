import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Article, Flags } from "../model.ts";
import { createLiveShelf, type LiveShelf } from "./liveShelf.ts";
import { picturesOf, type Held } from "./pictureAddresses.ts";
import type { PopupPage } from "./popupPage.ts";
import { createRefreshing } from "./refreshing.ts";
import { settledChips } from "./settledChips.ts";
import type { PopupStore, Shelf } from "./shelf.ts";

export type PopupDeps = {
  store: PopupStore;
  refreshNow: () => Promise<void>;
  now: ReadonlySignal<number>;
  tagOrder: readonly string[];
  held: Held;
};

export type Popup = Pick<LiveShelf, "goLive"> & {
  page: ReadonlySignal<PopupPage>;
  choose: (tag: string | null) => void;
  showArrivals: () => void;
  refresh: () => void;
  markAllRead: () => void;
  undo: () => void;
  closeToast: () => void;
  markRead: (article: Article) => void;
  toggleUnread: (article: Article) => void;
  toggleStar: (article: Article) => void;
  toggleLater: (article: Article) => void;
};

/** The popup that follows the store, loaded with Dexie after the first paint, which it takes over. */
export function createPopup(first: PopupPage, deps: PopupDeps): Popup {
  const { store, now, tagOrder, held } = deps;
  const { shelf, tag, listing, goLive, relist } = createLiveShelf(first.shelf, store);
  const { marked, ...marking } = createMarking(store, listing);
  const { progress, refresh } = refreshingFrom(shelf, deps);
  const chips = settledChips(knownFrom(shelf, tag), tagOrder);
  const pictures = computed(() => picturesOf(shelf.value?.images ?? [], held));
  const set = (article: Article, change: Partial<Flags>) => void store.setFlags(article.id, change);
  return {
    page: computed(() => ({
      shelf: shelf.value,
      tag: tag.value,
      chips: chips.value,
      pictures: pictures.value,
      progress: progress.value,
      marked: marked.value,
      now: now.value,
      isWhole: true,
    })),
    goLive,
    choose: (chosen) => void relist(chosen),
    showArrivals: () => void relist(tag.peek()),
    refresh: () => void refresh(null),
    ...marking,
    markRead: (article) => set(article, { unread: 0 }),
    toggleUnread: (article) => set(article, { unread: article.unread ? 0 : 1 }),
    toggleStar: (article) => set(article, { starred: article.starred ? 0 : 1 }),
    toggleLater: (article) => set(article, { later: article.later ? 0 : 1 }),
  };
}

const knownFrom = (shelf: ReadonlySignal<Shelf | null>, tag: ReadonlySignal<string | null>) => ({
  counts: computed(() => shelf.value?.counts ?? new Map<string, number>()),
  choices: computed(() => shelf.value?.choices ?? new Map<string, never>()),
  filter: computed(() => ({ tag: tag.value })),
});

function refreshingFrom(shelf: ReadonlySignal<Shelf | null>, deps: Pick<PopupDeps, "refreshNow" | "now">) {
  const feeds = computed(() => shelf.value?.feeds ?? []);
  const run = computed(() => shelf.value?.run);
  return createRefreshing({ feeds, run, now: deps.now, refreshNow: deps.refreshNow });
}

function createMarking(store: PopupStore, listing: LiveShelf["listing"]) {
  const marked = signal<number | null>(null);
  const closeToast = () => void (marked.value = null);

  async function markAllRead(): Promise<void> {
    const count = await store.markAllRead(listing.peek());
    if (count > 0) marked.value = count;
  }

  async function undo(): Promise<void> {
    if (marked.peek() === null) return;
    closeToast();
    await store.undo();
  }

  return { marked, closeToast, markAllRead: () => void markAllRead(), undo: () => void undo() };
}
