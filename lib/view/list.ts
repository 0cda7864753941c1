import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { countArrivals, newestArticleId } from "../db/articles.ts";
import type { Counts } from "../db/counters.ts";
import { scopeOf } from "../db/layout.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import { openLead, type Lead, type OpenLead } from "./lead.ts";
import { openListPage, type ListPage } from "./listPages.ts";
import { watch } from "./live.ts";
import type { Pictures } from "./pictureAddresses.ts";

export type List = {
  /** What the rows were read by; null until there are rows to speak of. */
  shown: ReadonlySignal<Shown | null>;
  rows: ReadonlySignal<Article[]>;
  thumbs: ReadonlySignal<Pictures>;
  lead: ReadonlySignal<Lead | null>;
  hasMore: ReadonlySignal<boolean>;
  /** Articles that came since and wait behind the pill. */
  arrivals: ReadonlySignal<number>;
  loadMore: () => Promise<void>;
  /** Reads the list anew: arrivals come in, rows that left the view go. */
  reload: () => Promise<void>;
};

/** A filter, and the newest article that a list made by it knows of. */
export type Shown = { filter: Filter; throughId: number };

/** The list of what `filter` shows. It changes when the filter does and on `reload`, and never by itself otherwise. */
export function createList(db: Db, filter: ReadonlySignal<Filter>, counts: ReadonlySignal<Counts>): List {
  const pages = signal<ListPage[]>([]);
  const shown = signal<Shown | null>(null);
  const lead = signal<OpenLead | null>(null);
  /** Grows with each reading: what an older one brings is dropped. */
  let turn = 0;

  async function reload(): Promise<void> {
    const mine = ++turn;
    const wanted: Shown = { filter: filter.peek(), throughId: await newestArticleId(db) };
    const first = await openListPage(db, { ...wanted, after: null });
    const firstLead = await openLead(db, first.rows.peek());
    const old = [...pages.peek(), lead.peek()];
    const isLate = mine !== turn;
    if (!isLate) {
      batch(() => {
        pages.value = [first];
        lead.value = firstLead;
        shown.value = wanted;
      });
    }
    for (const unused of isLate ? [first, firstLead] : old) unused?.stop();
  }

  async function appendPage(): Promise<void> {
    const mine = turn;
    const after = pages.peek().at(-1)?.next ?? null;
    const present = shown.peek();
    if (after === null || !present) return;
    const page = await openListPage(db, { ...present, after });
    if (mine !== turn) return page.stop();
    pages.value = [...pages.peek(), page];
  }

  let loading: Promise<void> | null = null;

  effect(() => {
    void filter.value;
    void reload();
  });
  effect(() => {
    // There is nothing to move in an empty list, so what comes is shown at once.
    const isEmpty = shown.value !== null && pages.value.every((page) => page.rows.value.length === 0);
    if (isEmpty && (counts.value.get(scopeOf(filter.value)) ?? 0) > 0) void reload();
  });

  return {
    shown,
    rows: computed(() => pages.value.flatMap((page) => page.rows.value)),
    thumbs: computed(() => new Map(pages.value.flatMap((page) => [...page.pictures.value]))),
    lead: computed(() => lead.value?.shown.value ?? null),
    hasMore: computed(() => (pages.value.at(-1)?.next ?? null) !== null),
    arrivals: watchArrivals(db, shown),
    reload,
    loadMore: () => (loading ??= appendPage().finally(() => (loading = null))),
  };
}

function watchArrivals(db: Db, shown: ReadonlySignal<Shown | null>): ReadonlySignal<number> {
  const arrivals = signal(0);
  effect(() => {
    const present = shown.value;
    arrivals.value = 0;
    if (present === null) return;
    const { filter, throughId } = present;
    const count = () => countArrivals(db, filter, throughId);
    return watch(count, (arrived) => (arrivals.value = arrived));
  });
  return arrivals;
}
