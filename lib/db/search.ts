import type { Article } from "../model.ts";
import { bestFirst } from "../search/bestFirst.ts";
import { planQuery, type Known, type Plan, type TitledFeed } from "../search/plan.ts";
import type { Query } from "../search/query.ts";
import { noHits, type Hits } from "../search/scoreSegment.ts";
import type { Db } from "./schema.ts";
import { readViews, siftRows, type Span } from "./sieve.ts";
import { readOn, startWalk, type Walk } from "./walk.ts";

/** `feeds` are all that are followed: words are found in their titles, too. */
export type SearchOptions = Known & { now: number };

export type FoundPage = {
  articles: Article[];
  isLast: boolean;
  /** How many there are in all, where that is known already. */
  total: number | null;
  /** Part of the index could not be read, so that articles may be missing. */
  isDamaged: boolean;
};

export type Search = {
  /**
   * The next articles: best first among the newest, then the older ones. Call it again when it has answered. Reads in
   * steps, while `isWanted`: a page that is given up holds less, or nothing.
   */
  next: (isWanted?: () => boolean) => Promise<FoundPage>;
  /** How many there are in all, exactly. Reads in steps, while `isWanted`; null where it was given up. */
  count: (isWanted: () => boolean) => Promise<number | null>;
};

/** Articles of a page. */
export const PAGE = 50;
/** Of so many of the newest hits, the best are shown first; for those of a frequent word no more is read. */
const ENOUGH = 500;

/** Finds exactly the articles that `matches` the query, as far as they are indexed. */
export function openSearch(db: Db, query: Query, { feeds, choices, now }: SearchOptions): Search {
  const asked = { plan: planQuery(query, { feeds, choices }), feeds, now };
  const { views, phrases } = asked.plan;
  const found = phrases.length > 0 ? foundByText(db, asked) : foundByIndex(db, asked);
  /** Found and not shown yet. */
  let ready: Article[] = [];
  const fill = async (isWanted: () => boolean): Promise<FoundPage> => {
    while (ready.length < PAGE && !found.isOver() && isWanted()) ready.push(...(await found.more()));
    const articles = ready.slice(0, PAGE);
    ready = ready.slice(PAGE);
    const { isDone, isDamaged, found: count } = found.walk;
    const total = isDone && views.length + phrases.length === 0 ? count : null;
    return { articles, isLast: found.isOver() && articles.length < PAGE, total, isDamaged };
  };
  return {
    // Texts are read in many steps: what writes must not wait for the last.
    next: (isWanted = () => true) => (phrases.length > 0 ? fill(isWanted) : reading(db, () => fill(isWanted))),
    count: (isWanted) => countAll(db, asked, isWanted),
  };
}

/** Articles that were found, some at a time. */
type Found = { walk: Walk; isOver: () => boolean; more: () => Promise<Article[]> };

function startFound({ plan }: Asked): Walk {
  return { ...startWalk(ENOUGH), isDone: plan.isEmpty };
}

/** What was read is shown in the order of its scores, and only the rows of a page are asked. */
function foundByIndex(db: Db, asked: Asked): Found {
  const walk = startFound(asked);
  let next = nextBest(noHits());
  let isAtEnd = true;
  return {
    walk,
    isOver: () => isAtEnd && walk.isDone,
    more: async () => {
      if (isAtEnd) next = nextBest(await readMore(db, walk, asked));
      const ids = takeSome(next, PAGE);
      isAtEnd = ids.length < PAGE;
      return siftRows(db, ids, asked);
    },
  };
}

/** Texts that are read at once for a phrase: few, since most of what the index leaves has it. */
const TEXTS_AT_ONCE = 64;

/**
 * Texts are read in the order in which they are stored, which is that of their ids, so that no chunk is read again for
 * its next text. Of what was found in a number of them the best come first.
 */
function foundByText(db: Db, asked: Asked): Found {
  const walk = startFound(asked);
  let scores = new Map<number, number>();
  let left: number[] = [];
  const scoreOf = ({ id }: Article) => scores.get(id) ?? 0;
  return {
    walk,
    isOver: () => left.length === 0 && walk.isDone,
    more: async () => {
      if (left.length === 0) {
        const hits = await reading(db, () => readMore(db, walk, asked));
        scores = new Map(hits.ids.map((id, i) => [id, hits.scores[i] ?? 0]));
        left = hits.ids.toSorted((a, b) => b - a);
      }
      const ids = left.slice(0, TEXTS_AT_ONCE);
      left = left.slice(TEXTS_AT_ONCE);
      const found = await reading(db, () => siftRows(db, ids, asked));
      return found.sort((a, b) => scoreOf(b) - scoreOf(a));
    },
  };
}

type Asked = { plan: Plan; feeds: TitledFeed[]; now: number };
type NextId = () => number | undefined;

function reading<Result>(db: Db, read: () => Promise<Result>): Promise<Result> {
  const tables = [db.segments, db.segmentBlocks, db.articles, db.bodies, db.counters];
  // Dexie keeps a transaction open through the awaits of what it sees to be an async function.
  return db.transaction("r", tables, async () => read());
}

/** Keys of a view that are read for one page; where it has more, the rows are asked instead. */
const MOST_KEYS = 5_000;

async function readMore(db: Db, walk: Walk, { plan, now }: Asked): Promise<Hits> {
  const hits = await readOn(db, walk, { plan, now });
  const isInViews = await readViews(db, plan, { most: MOST_KEYS, ...spanOf(hits) });
  return isInViews ? within(hits, isInViews) : hits;
}

function spanOf({ sortAts }: Hits): Span {
  const span = { from: Infinity, to: -Infinity };
  for (const at of sortAts) {
    span.from = Math.min(span.from, at);
    span.to = Math.max(span.to, at);
  }
  return span;
}

function nextBest({ ids, scores }: Hits): NextId {
  const nextPlace = bestFirst(scores);
  return () => {
    const place = nextPlace();
    return place === undefined ? undefined : ids[place];
  };
}

function within({ ids, sortAts, scores }: Hits, isWanted: (id: number) => boolean): Hits {
  const places = [...ids.keys()].filter((i) => isWanted(ids[i] ?? 0));
  const those = (numbers: number[]) => places.map((i) => numbers[i] ?? 0);
  return { ids: those(ids), sortAts: those(sortAts), scores: those(scores) };
}

function takeSome(next: NextId, count: number): number[] {
  const ids: number[] = [];
  while (ids.length < count) {
    const id = next();
    if (id === undefined) break;
    ids.push(id);
  }
  return ids;
}

/** Rows that are looked at in one transaction. */
const ROWS_AT_ONCE = 256;

async function countAll(db: Db, asked: Asked, isWanted: () => boolean): Promise<number | null> {
  const { plan, now } = asked;
  if (plan.isEmpty) return 0;
  const walk = startWalk(Infinity);
  const isInViews = await reading(db, () => readViews(db, plan, { most: Infinity, from: -Infinity, to: Infinity }));
  let count = 0;
  while (!walk.isDone) {
    if (!isWanted()) return null;
    const hits = await reading(db, () => readOn(db, walk, { plan, now }));
    const ids = isInViews ? hits.ids.filter(isInViews) : hits.ids;
    // As `foundByText` reads them.
    if (plan.phrases.length > 0) ids.sort((a, b) => b - a);
    if (plan.phrases.length === 0) count += ids.length;
    for (let start = 0; plan.phrases.length > 0 && start < ids.length; start += ROWS_AT_ONCE) {
      if (!isWanted()) return null;
      count += (await reading(db, () => siftRows(db, ids.slice(start, start + ROWS_AT_ONCE), asked))).length;
    }
  }
  return count;
}
