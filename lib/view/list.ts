import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { newestArticleId, type Cursor } from "../db/articles.ts";
import type { Counts } from "../db/counters.ts";
import { scopeOf } from "../db/layout.ts";
import { hasArrivedBefore, readStart, type ListStart } from "../db/lists.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import { watchArrivals } from "./arrivals.ts";
import { openHeldPages } from "./heldPages.ts";
import { openLead, type Lead, type OpenLead } from "./lead.ts";
import { openPage, rowsOf, type HeldPage, type ListPage } from "./listPages.ts";
import { isAfter } from "./neighbours.ts";
import { PAGE_ROWS } from "./pageRows.ts";
import type { OpenedPages } from "./pagesAt.ts";
import type { Pictures } from "./pictureAddresses.ts";

export type List = {
  /** What the rows were read by; null until there are rows to speak of. */
  shown: ReadonlySignal<Shown | null>;
  /** All pages read so far, in order. */
  pages: ReadonlySignal<readonly ListPage[]>;
  /** Those of them whose rows are here. A new page is, until `hold` says otherwise. */
  held: ReadonlySignal<ReadonlyMap<ListPage, HeldPage>>;
  /** The rows that are here, in order: all of the list that is not let go. */
  rows: ReadonlySignal<Article[]>;
  /** Whether a page that was read names this article. */
  has: (id: number) => boolean;
  /** Of a page that was let go too; it is not held for that. */
  rowsOf: (page: ListPage) => Promise<Article[]>;
  /** Resolves when the first rows are there; no task passes where they were read before. */
  begun: Promise<void>;
  /** Resolves when the rows are those of the present filter. */
  settled: () => Promise<void>;
  thumbs: ReadonlySignal<Pictures>;
  lead: ReadonlySignal<Lead | null>;
  isEmpty: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  /** Articles that came since and wait behind the pill, at most MOST_ARRIVALS. */
  arrivals: ReadonlySignal<number>;
  /** Reads those pages again that were let go, and lets all others go. */
  hold: (pages: readonly ListPage[]) => void;
  loadMore: () => Promise<void>;
  /**
   * Reads on behind the end of the list, when `store` has put older articles there and says so. Meanwhile nothing counts
   * as arrived. Resolves to the first of them.
   */
  readOn: (store: () => Promise<boolean>) => Promise<Article | null>;
  /** Reads the list anew: arrivals come in, rows that left the view go. */
  reload: () => Promise<void>;
  /** What is at the top of what is in sight; null at the list's own top. */
  top: Signal<ListTop | null>;
  /** Where in the list the next reading starts, which another filter brings. */
  startAt: (top: ListTop | null) => void;
};

/** An article's place in the list, how far below the upper edge its row begins, and how high that is, in pixels. */
export type ListTop = Cursor & { offset: number; height?: number };

/**
 * A filter, the newest article that a list made by it knows of, and how many articles it had then, as counted; `turn` is
 * another one for another reading. `start` is where it is to be scrolled to.
 */
export type Shown = { filter: Filter; throughId: number; count: number; turn: number; start: ListTop | null };

/** `first`: what was read before Dexie was there, of a list that starts at its top. */
export type Beginning = { first: ListStart | null; top: ListTop | null };

/**
 * The list of what `filter` shows. It changes when the filter does and on `reload`, and never by itself otherwise.
 */
export function createList(
  db: Db,
  filter: ReadonlySignal<Filter>,
  counts: ReadonlySignal<Counts>,
  beginning: Beginning = { first: null, top: null },
): List {
  const { pages, held, hold, begin, append } = openHeldPages(db);
  const shown = signal<Shown | null>(null);
  const lead = signal<OpenLead | null>(null);
  const rows = computed(() => pages.value.flatMap((page) => held.value.get(page)?.rows.value ?? []));
  const isReadingOn = signal(false);
  const top = signal<ListTop | null>(null);
  let next = beginning.top;
  const arrived = watchArrivals(db, shown);
  /** Grows with each reading: what an older one brings is dropped. */
  let turn = 0;
  let reading: Promise<void> = Promise.resolve();

  const reload = () => (reading = read());

  async function read(first: ListStart | null = null): Promise<void> {
    const mine = ++turn;
    const asked = filter.peek();
    const at = next;
    next = null;
    const start = first ?? (await readStart(db, { filter: asked, count: PAGE_ROWS }));
    const known = { ...start, as: first ? "boxes" : "pictures" } as const;
    const throughId = start.newestId;
    const left = at && (await openAt(db, { filter: asked, throughId }, at));
    const opened = left ?? (await openPage(db, { filter: asked, throughId, after: null }, known));
    const firstLead = await openLead(db, start.articles, known);
    const old = lead.peek();
    if (mine !== turn) return (opened.held.stop(), firstLead?.stop(), reading);
    batch(() => {
      begin(opened, left?.before ?? []);
      lead.value = firstLead;
      top.value = at;
      const count = counts.peek().get(scopeOf(asked)) ?? 0;
      shown.value = { filter: asked, throughId, count, turn: mine, start: at && startIn(opened.held.rows.peek(), at) };
    });
    old?.stop();
  }

  async function appendPage(): Promise<void> {
    const mine = turn;
    const [present, last] = [shown.peek(), pages.peek().at(-1)];
    if (!present || !last || last.isEnd) return;
    const opened = await openPage(db, { ...present, after: last.last });
    if (mine !== turn) return opened.held.stop();
    append(opened);
  }

  async function readOn(store: () => Promise<boolean>): Promise<Article | null> {
    isReadingOn.value = true;
    return store()
      .then((isStored) => (isStored ? appendStored() : null))
      .finally(() => (isReadingOn.value = false));
  }

  async function appendStored(): Promise<Article | null> {
    const mine = turn;
    const [present, end] = [shown.peek(), pages.peek().at(-1)?.last];
    const throughId = await newestArticleId(db);
    if (!present || mine !== turn) return reading.then(() => null);
    // What waits behind the pill would be forgotten: then all is read anew.
    const isAlone = end && !(await hasArrivedBefore(db, present.filter, { ...present, end }));
    if (!isAlone) return reload().then(() => null);
    const opened = await openPage(db, { filter: present.filter, throughId, after: end });
    if (mine !== turn) return (opened.held.stop(), null);
    batch(() => {
      shown.value = { ...present, throughId };
      append(opened);
    });
    return opened.held.rows.peek()[0] ?? null;
  }

  let loading: Promise<void> | null = null;
  const isBare = (page: ListPage) => (held.value.get(page)?.rows.value ?? page.ids).length === 0;
  const isEmpty = computed(() => shown.value !== null && pages.value.every(isBare));

  effect(() => {
    void filter.value;
    reading = read(turn === 0 ? beginning.first : null);
  });
  const begun = reading;
  effect(() => {
    // There is nothing to move in an empty list, so what comes is shown at once.
    if (isEmpty.value && (counts.value.get(scopeOf(filter.value)) ?? 0) > 0) void reload();
  });

  return {
    shown,
    pages,
    held,
    hold,
    rows,
    begun,
    settled: () => reading,
    has: (id) => pages.peek().some(({ ids }) => ids.includes(id)),
    rowsOf: async (page) => held.peek().get(page)?.rows.peek() ?? rowsOf(db, page),
    thumbs: computed(() => new Map([...held.value.values()].flatMap((page) => [...page.pictures.value]))),
    lead: computed(() => lead.value?.shown.value ?? null),
    isEmpty,
    hasMore: computed(() => pages.value.at(-1)?.isEnd === false),
    arrivals: computed(() => (isReadingOn.value ? 0 : arrived.value)),
    reload,
    top,
    startAt: (place) => void (next = place),
    readOn,
    loadMore: () => (loading ??= appendPage().finally(() => (loading = null))),
  };
}

/** Whoever goes nowhere back does without. */
async function openAt(db: Db, place: { filter: Filter; throughId: number }, at: ListTop): Promise<OpenedPages | null> {
  return (await import("./pagesAt.ts")).openPagesAt(db, place, at);
}

/** The row that was at the top may have left the list meanwhile: then the one after it is there. */
function startIn(rows: Article[], at: ListTop): ListTop | null {
  const row = rows.find(({ id }) => id === at.id) ?? rows.find((each) => isAfter(each, at)) ?? rows.at(-1);
  return row ? { id: row.id, sortAt: row.sortAt, offset: at.offset } : null;
}
