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
  /**
   * Reads on behind the end of the list, when `store` has put older articles there and says so. Meanwhile nothing counts
   * as arrived. Resolves to the first of them.
   */
  readOn: (store: () => Promise<boolean>) => Promise<Article | null>;
  /** Reads the list anew: arrivals come in, rows that left the view go. */
  reload: () => Promise<void>;
};

/** A filter, and the newest article that a list made by it knows of; `turn` is another one for another reading. */
export type Shown = { filter: Filter; throughId: number; turn: number };

/** The list of what `filter` shows. It changes when the filter does and on `reload`, and never by itself otherwise. */
export function createList(db: Db, filter: ReadonlySignal<Filter>, counts: ReadonlySignal<Counts>): List {
  const pages = signal<ListPage[]>([]);
  const shown = signal<Shown | null>(null);
  const lead = signal<OpenLead | null>(null);
  const rows = computed(() => pages.value.flatMap((page) => page.rows.value));
  const isReadingOn = signal(false);
  const arrived = watchArrivals(db, shown);
  /** Grows with each reading: what an older one brings is dropped. */
  let turn = 0;

  async function reload(): Promise<void> {
    const mine = ++turn;
    const wanted: Shown = { filter: filter.peek(), throughId: await newestArticleId(db), turn: mine };
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

  async function readOn(store: () => Promise<boolean>): Promise<Article | null> {
    isReadingOn.value = true;
    return store()
      .then((isStored) => (isStored ? appendStored() : null))
      .finally(() => (isReadingOn.value = false));
  }

  async function appendStored(): Promise<Article | null> {
    const mine = turn;
    const [present, last] = [shown.peek(), rows.peek().at(-1)];
    const throughId = await newestArticleId(db);
    if (!present || mine !== turn) return null;
    const older = last && { sortAt: last.sortAt, id: last.id };
    // What waits behind the pill would be forgotten: then all is read anew.
    const isAlone = older && (await countArrivals(db, present.filter, present.throughId, older)) === 0;
    if (!isAlone) return reload().then(() => null);
    const page = await openListPage(db, { filter: present.filter, throughId, after: older });
    if (mine !== turn) return (page.stop(), null);
    batch(() => {
      shown.value = { ...present, throughId };
      pages.value = [...pages.peek(), page];
    });
    return page.rows.peek()[0] ?? null;
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
    rows,
    thumbs: computed(() => new Map(pages.value.flatMap((page) => [...page.pictures.value]))),
    lead: computed(() => lead.value?.shown.value ?? null),
    hasMore: computed(() => (pages.value.at(-1)?.next ?? null) !== null),
    arrivals: computed(() => (isReadingOn.value ? 0 : arrived.value)),
    reload,
    readOn,
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
