import { batch, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { readCounts, type Counts } from "../db/counters.ts";
import type { FirstPaint } from "../db/firstPaint.ts";
import { scopeOf } from "../db/layout.ts";
import type { Article, Filter } from "../model.ts";
import type { Appearance, KeySettings } from "../settings.ts";
import { EVERYTHING, hashOf } from "./address.ts";
import { createSizing } from "./appearance.ts";
import type { Chip } from "./chips.ts";
import { clock } from "./clock.ts";
import { createDownloading, type Downloading } from "./download.ts";
import { watchFeeds, type Feeds } from "./feeds.ts";
import { createFlagging, type Flagging } from "./flagging.ts";
import type { BrowserKeys } from "./keyGroups.ts";
import { keepNarrowing } from "./keepNarrowing.ts";
import { keepPlace } from "./keepPlace.ts";
import { createList, type List, type ListTop } from "./list.ts";
import { live } from "./live.ts";
import { readDisk } from "./disk.ts";
import type { Disk } from "./outage.ts";
import { createMoving, type Moving } from "./moving.ts";
import { watchNextUnread } from "./nextUnread.ts";
import { createOlder, type Older } from "./older.ts";
import type { Details } from "./refreshDetails.ts";
import { createReading, type Reading, type ReadingDeps } from "./reading.ts";
import { createSearching, type Searching } from "./searching.ts";
import { settledChips } from "./settledChips.ts";
import { createTagging, type Tagging } from "./tagging.ts";
import { createUndoing, type Undoing } from "./undoing.ts";
import type { TO_PRINT } from "./toPrint.ts";
import { createVisit, type Visit } from "./visit.ts";
import { createWalk, nextUnreadOf, type Walk } from "./walk.ts";

export type ReaderDeps = ReadingDeps & {
  /** The site's own tags, shown first. */
  tagOrder: readonly string[];
  /** List and reader side by side. */
  isTwoPane: ReadonlySignal<boolean>;
  appearance: ReadonlySignal<Appearance>;
  /** Null until they are read. */
  keySettings: ReadonlySignal<KeySettings | null>;
  isWhole: ReadonlySignal<boolean>;
  /** The list to begin with, and where in it; the top of everything where this is not said. */
  begin?: { filter: Filter; top: ListTop | null };
  /** What was read before Dexie was there: the newest articles of all, a page of the list, and what stands around them. */
  first: FirstPaint | null;
  changeAppearance: (change: Partial<Appearance>) => Promise<void>;
  refreshNow: (feedId: string | null) => Promise<void>;
  refreshDue: () => Promise<void>;
  loadOlder: (feedId: string) => Promise<void>;
  openOriginal: (url: string, tab: "front" | "background") => Promise<void>;
  /** At an address of its own, from the `#` on. */
  openTab: (hash: string) => Promise<void>;
  openSettings: (part?: SettingsPart) => Promise<void>;
  browserKeys: BrowserKeys;
};

/** A part of the settings that other pages lead to. */
export type SettingsPart = "storage" | "keyboard";

/** What list and reader show and do, for the side panel and the full tab. */
export type Reader = Omit<Moving, "open" | "giveUp"> &
  Visit &
  Flagging &
  Searching &
  Omit<Undoing, "tell" | "settled"> &
  Tagging &
  Downloading & {
    filter: ReadonlySignal<Filter>;
    counts: ReadonlySignal<Counts>;
    /** The present time, a little behind: it moves in steps of half a minute. */
    now: ReadonlySignal<number>;
    feeds: Feeds;
    disk: ReadonlySignal<Disk>;
    list: List;
    walk: Walk;
    older: Older;
    chips: ReadonlySignal<Chip[]>;
    reading: Reading;
    nextUnread: ReadonlySignal<Article | null>;
    isTwoPane: ReadonlySignal<boolean>;
    appearance: ReadonlySignal<Appearance>;
    /** Null until they are read. */
    keySettings: ReadonlySignal<KeySettings | null>;
    /** Not yet at the first paint: then what lies out of sight is still missing. */
    isWhole: ReadonlySignal<boolean>;
    /** Whether the sheet of all shortcuts is open. */
    areKeysShown: Signal<boolean>;
    /** Whose part in the refresh is shown under the header; null: nobody's. */
    details: Signal<Details | null>;
    openOriginal: (article: Article, tab: "front" | "background") => void;
    /** The list as it is, or an article in it. */
    openTab: (articleId: number | null, asked?: typeof TO_PRINT) => void;
    openSettings: (part?: SettingsPart) => void;
    browserKeys: BrowserKeys;
    /** Shows a list, from its top where nothing else is said; a search that lies over it goes. */
    show: (change: Partial<Filter>, top?: ListTop | null) => void;
    showNew: () => Promise<void>;
    setAppearance: (change: Partial<Appearance>) => void;
    /** 0 stands for the size at first. */
    changeSize: (by: 1 | -1 | 0) => void;
  };

export function createReader(deps: ReaderDeps): Reader {
  const { db, isTwoPane, appearance, isWhole, first } = deps;
  const begin = deps.begin ?? { filter: EVERYTHING, top: null };
  const filter = signal(begin.filter);
  const now = clock(deps.now);
  const counts = live(() => readCounts(db), first?.counts ?? new Map());
  const list = createList(db, filter, counts, {
    first: scopeOf(begin.filter) === "all" && !begin.top ? first : null,
    top: begin.top,
  });
  const searching = createSearching(deps);
  const walk = createWalk(db, list, searching);
  const moving = createMoving(walk, isTwoPane);
  const reading = createReading(deps, moving.openId, moving.giveUp);
  const { tell, settled, ...undoing } = createUndoing(db);
  const flagging = createFlagging(db, list, { tell, settled });
  const tagging = createTagging(db, first, { tell, settled });
  const visit = createVisit(moving, flagging);

  const feeds = watchFeeds({ db, now, refreshNow: deps.refreshNow, first });
  const older = createOlder({ db, list, feeds: feeds.all, loadOlder: deps.loadOlder, focusWish: moving.focusWish });

  keepPlace(list, moving);
  keepNarrowing(filter, { feeds: feeds.all, choices: tagging.choices });

  function show(change: Partial<Filter>, top: ListTop | null = null): void {
    const next = { ...filter.peek(), ...change };
    // At once: no list on the way gets an address.
    batch(() => {
      searching.closeSearch();
      tagging.closeTags();
      if (scopeOf(next) === scopeOf(filter.peek())) return;
      list.startAt(top);
      filter.value = next;
    });
  }

  /** A search would lie over them. */
  function openTags(): void {
    batch(() => {
      searching.closeSearch();
      tagging.openTags();
    });
  }

  async function showNew(): Promise<void> {
    const known = list.shown.peek()?.throughId ?? 0;
    await list.reload();
    const first = list.rows.peek().find((row) => row.id > known);
    if (first) moving.selectedId.value = first.id;
    moving.focusWish.value = first ? { on: "row", id: first.id } : { on: "list" };
  }

  function openOriginal(article: Article, tab: "front" | "background"): void {
    if (article.url === null) return;
    void flagging.markRead(article.id);
    void deps.openOriginal(article.url, tab);
  }

  const setAppearance = (change: Partial<Appearance>) => void deps.changeAppearance(change);
  return {
    ...moving,
    ...visit,
    ...flagging,
    ...searching,
    ...undoing,
    ...tagging,
    ...createDownloading(deps),
    filter,
    counts,
    now,
    feeds,
    disk: live(() => readDisk(db), "roomy"),
    list,
    walk,
    older,
    chips: settledChips({ counts, filter, choices: tagging.choices }, deps.tagOrder),
    reading,
    nextUnread: nextUnreadOf(walk, reading.article, { ...searching, next: watchNextUnread(db, list, reading.article) }),
    isTwoPane,
    appearance,
    keySettings: deps.keySettings,
    isWhole,
    areKeysShown: signal(false),
    details: signal<Details | null>(null),
    openOriginal,
    openTab: (openId, asked) => {
      const [searched, isTags] = [searching.searched.peek(), tagging.isTagsOpen.peek()];
      void deps.openTab((asked ?? "") + hashOf({ filter: filter.peek(), searched, openId, isTags }));
    },
    openTags,
    openSettings: (part) => void deps.openSettings(part),
    browserKeys: deps.browserKeys,
    show,
    showNew,
    setAppearance,
    changeSize: createSizing(appearance, setAppearance),
  };
}
