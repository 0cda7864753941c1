import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { readChoices } from "../db/choices.ts";
import { listFeeds } from "../db/feeds.ts";
import { openSearch } from "../db/search.ts";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import { localMidnight } from "../refresh/zone.ts";
import { parseQuery, type QueryProblem } from "../search/query.ts";
import type { Step } from "./neighbours.ts";
import type { Pictures } from "./pictureAddresses.ts";
import { openResultPage, type ResultPage, type RowHits } from "./resultPage.ts";
import type { Walk } from "./walk.ts";

/** What a search found, page by page. It stays as it was when it was asked; flags are always those of the store. */
export type Answer = Walk & {
  text: string;
  problem: QueryProblem | null;
  /** Null until it is known. */
  total: ReadonlySignal<number | null>;
  hasMore: ReadonlySignal<boolean>;
  /** The index could not be read whole: articles may be missing. */
  isDamaged: ReadonlySignal<boolean>;
  pictures: ReadonlySignal<Pictures>;
  /** What to mark in a row, by its article's id. */
  hits: ReadonlySignal<ReadonlyMap<number, RowHits>>;
  loadMore: () => Promise<void>;
  stop: () => void;
};

type Asked = { text: string; now: number; isWanted: () => boolean };

/** Resolves with the first page; with null where it was given up before anything was found. */
export async function openAnswer(db: Db, { text, now, isWanted }: Asked): Promise<Answer | null> {
  const { query, problem } = parseQuery(text, localMidnight);
  const search = openSearch(db, query, { ...(await readKnown(db)), now });
  const pages = signal<ResultPage[]>([]);
  const [hasMore, isDamaged] = [signal(true), signal(false)];
  const total = signal<number | null>(null);
  const rows = computed(() => pages.value.flatMap((page) => page.rows.value));
  let isStopped = false;
  let loading: Promise<void> | null = null;

  async function appendPage(): Promise<void> {
    const found = await search.next(() => !isStopped && (pages.peek().length > 0 || isWanted()));
    const isGivenUp = !found.isLast && found.articles.length === 0;
    if (isGivenUp) return;
    const page = await openResultPage(db, found.articles, query);
    if (isStopped) return page.stop();
    pages.value = [...pages.peek(), page];
    hasMore.value = !found.isLast;
    isDamaged.value ||= found.isDamaged;
    total.value ??= found.total;
  }

  const loadMore = () => (loading ??= appendPage().finally(() => (loading = null)));
  await loadMore();
  if (pages.peek().length === 0) return null;
  if (total.peek() === null) void search.count(() => !isStopped).then((count) => (total.value = count));

  return {
    text,
    problem,
    total,
    hasMore,
    isDamaged,
    rows,
    pictures: computed(() => new Map(pages.value.flatMap((page) => [...page.pictures.value]))),
    hits: computed(() => new Map(pages.value.flatMap((page) => [...page.hits.value]))),
    loadMore,
    first: () => Promise.resolve(rows.peek()[0] ?? null),
    last: () => Promise.resolve(rows.peek().at(-1) ?? null),
    neighbour: (from, by) => neighbourIn({ rows, hasMore, loadMore }, from, by),
    stop: () => {
      isStopped = true;
      for (const page of pages.peek()) page.stop();
    },
  };
}

const readKnown = async (db: Db) => ({ feeds: await listFeeds(db), choices: await readChoices(db) });

type Found = Pick<Answer, "rows" | "hasMore" | "loadMore">;

/** After an article that was not found comes the first one that was. */
async function neighbourIn({ rows, hasMore, loadMore }: Found, from: Article, by: Step): Promise<Article | null> {
  const at = rows.peek().findIndex((row) => row.id === from.id);
  if (by === 1 && at + 1 === rows.peek().length && hasMore.peek()) await loadMore();
  return at < 0 && by === -1 ? null : (rows.peek()[at + by] ?? null);
}
