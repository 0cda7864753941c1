import type { Article } from "../model.ts";
import { bestFirst } from "../search/bestFirst.ts";
import { planQuery, type Plan, type TitledFeed } from "../search/plan.ts";
import type { Query } from "../search/query.ts";
import type { Hits } from "../search/scoreSegment.ts";
import type { Db } from "./schema.ts";
import { readViews, siftRows } from "./sieve.ts";
import { readOn, startWalk, type Walk } from "./walk.ts";

/** `feeds` are all that are followed: words are found in their titles, too. */
export type SearchOptions = { feeds: TitledFeed[]; now: number };

export type FoundPage = {
  articles: Article[];
  isLast: boolean;
  /** How many there are in all, where that is known already. */
  total: number | null;
  /** Part of the index could not be read, so that articles may be missing. */
  isDamaged: boolean;
};

export type Search = {
  /** The next articles: best first among the newest, then the older ones. Call it again when it has answered. */
  next: () => Promise<FoundPage>;
  /** How many there are in all, exactly. Reads in steps, while `isWanted`; null where it was given up. */
  count: (isWanted: () => boolean) => Promise<number | null>;
};

/** Articles of a page. */
export const PAGE = 50;
/** Of so many of the newest hits, the best are shown first; for those of a frequent word no more is read. */
const ENOUGH = 500;

/** Finds exactly the articles that `matches` the query, as far as they are indexed. */
export function openSearch(db: Db, query: Query, { feeds, now }: SearchOptions): Search {
  const asked = { plan: planQuery(query, feeds), feeds, now };
  const walk = startWalk(ENOUGH);
  walk.isDone = asked.plan.isEmpty;
  let next: NextId = () => undefined;
  /** Found and not shown yet. */
  let ready: Article[] = [];
  return {
    next: () =>
      reading(db, async () => {
        while (ready.length < PAGE) {
          const ids = takeSome(next, PAGE);
          ready.push(...(await siftRows(db, ids, asked)));
          if (ids.length === 0 && walk.isDone) break;
          if (ids.length === 0) next = await readMore(db, walk, asked);
        }
        const articles = ready.slice(0, PAGE);
        ready = ready.slice(PAGE);
        return pageOf(articles, walk, asked.plan);
      }),
    count: (isWanted) => countAll(db, asked, isWanted),
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

async function readMore(db: Db, walk: Walk, { plan, now }: Asked): Promise<NextId> {
  const [hits, isInViews] = await Promise.all([readOn(db, walk, { plan, now }), readViews(db, plan, MOST_KEYS)]);
  const { ids, scores } = isInViews ? within(hits, isInViews) : hits;
  const nextPlace = bestFirst(scores);
  return () => {
    const place = nextPlace();
    return place === undefined ? undefined : ids[place];
  };
}

function within({ ids, scores }: Hits, isWanted: (id: number) => boolean): Hits {
  const places = [...ids.keys()].filter((i) => isWanted(ids[i] ?? 0));
  return { ids: places.map((i) => ids[i] ?? 0), scores: places.map((i) => scores[i] ?? 0) };
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

function pageOf(articles: Article[], { isDone, isDamaged, found }: Walk, { views, phrases }: Plan): FoundPage {
  const isExact = isDone && views.length + phrases.length === 0;
  return { articles, isLast: isDone && articles.length < PAGE, total: isExact ? found : null, isDamaged };
}

/** Rows that are looked at in one transaction. */
const ROWS_AT_ONCE = 200;

async function countAll(db: Db, asked: Asked, isWanted: () => boolean): Promise<number | null> {
  const { plan, now } = asked;
  if (plan.isEmpty) return 0;
  const walk = startWalk(Infinity);
  const isInViews = await reading(db, () => readViews(db, plan, Infinity));
  let count = 0;
  while (!walk.isDone) {
    if (!isWanted()) return null;
    const hits = await reading(db, () => readOn(db, walk, { plan, now }));
    const ids = isInViews ? hits.ids.filter(isInViews) : hits.ids;
    if (plan.phrases.length === 0) count += ids.length;
    for (let start = 0; plan.phrases.length > 0 && start < ids.length; start += ROWS_AT_ONCE) {
      if (!isWanted()) return null;
      count += (await reading(db, () => siftRows(db, ids.slice(start, start + ROWS_AT_ONCE), asked))).length;
    }
  }
  return count;
}
