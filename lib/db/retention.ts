import type { Article, Feed, View } from "../model.ts";
import { readCounts, type Counts } from "./counters.ts";
import { deleteWhere } from "./deletion.ts";
import { listFeeds } from "./feeds.ts";
import { feedScope } from "./layout.ts";
import type { Db } from "./schema.ts";
import { readState, writeState, type RetentionPass } from "./state.ts";

/** What people want kept. Null: read articles for ever; as many of a source as there are. */
export type Keeping = { keepReadDays: number | null; keepPerFeed: number | null };

const DAY_MS = 24 * 3_600_000;
/** Nothing younger here than this goes for being too many. */
const SAFE_MS = 30 * DAY_MS;

/**
 * Deletes what may go: read articles that came long ago, and the oldest of a source that has too many. Starred and later
 * ones stay, and so do the newest of each source, as many as its document lists: what can be seen there is here.
 * A pass over all sources is begun once in `everyMs` or when the wish changes. Killed midway, the next call goes on.
 */
export async function retain(db: Db, keeping: Keeping, { now, everyMs }: { now: number; everyMs: number }) {
  const { keepReadDays, keepPerFeed } = keeping;
  if (keepReadDays === null && keepPerFeed === null) return;
  const pass = nextPass(await readState(db, "retention"), { keepReadDays, keepPerFeed }, { now, everyMs });
  if (!pass) return;
  const counts = await readCounts(db);
  const feeds = (await listFeeds(db)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const feed of feeds.filter(({ id }) => id > pass.after)) {
    const surplus = surplusOf(feed, counts, keeping);
    if (!surplus) continue;
    await retainFeed(db, surplus, { keepReadDays, now });
    await writeState(db, "retention", { ...pass, after: feed.id });
  }
  await writeState(db, "retention", { ...pass, after: "", doneAt: now });
}

type Beat = { now: number; everyMs: number };

function nextPass(last: RetentionPass | undefined, keeping: Keeping, { now, everyMs }: Beat): RetentionPass | null {
  const isSame =
    last !== undefined && last.keepReadDays === keeping.keepReadDays && last.keepPerFeed === keeping.keepPerFeed;
  if (!isSame) return { ...keeping, after: "", doneAt: null };
  if (last.doneAt === null) return last;
  const isDone = now >= last.doneAt && now - last.doneAt < everyMs;
  return isDone ? null : { ...keeping, after: "", doneAt: null };
}

/** Of a feed's oldest articles: how many are not needed by their places, and how many of these are too many. */
type Surplus = { feedId: string; spare: number; tooMany: number };

/** Null where nothing can be surplus: known by the counters alone. */
function surplusOf(feed: Feed, counts: Counts, { keepReadDays, keepPerFeed }: Keeping): Surplus | null {
  // Its document has not been read by this version yet: it will be within days.
  if (feed.listed === undefined) return null;
  const countOf = (view: View) => counts.get(feedScope(view, feed.id)) ?? 0;
  const total = countOf("all");
  const spare = total - feed.listed;
  const tooMany = keepPerFeed === null ? 0 : total - Math.max(keepPerFeed, feed.listed);
  const hasRead = keepReadDays !== null && total > countOf("unread");
  return spare > 0 && (hasRead || tooMany > 0) ? { feedId: feed.id, spare, tooMany } : null;
}

/** Keys that are looked at, and articles that are deleted, at once. */
const PAGE = 200;

/** Of a source that is not followed any more: all but what is starred or saved for later. */
export const retainNothing = (db: Db, feedId: string, now: number): Promise<void> =>
  retainFeed(db, { feedId, spare: Infinity, tooMany: Infinity }, { keepReadDays: null, now: now + SAFE_MS + DAY_MS });

/** From the old end on, by keys alone: rows are read when they are to be deleted. */
async function retainFeed(
  db: Db,
  { feedId, spare, tooMany }: Surplus,
  { keepReadDays, now }: Pick<Keeping, "keepReadDays"> & { now: number },
): Promise<void> {
  const readUntil = keepReadDays === null ? -Infinity : now - keepReadDays * DAY_MS;
  const manyUntil = tooMany > 0 ? now - SAFE_MS : -Infinity;
  const isOld = (article: Article) => article.arrivedAt < readUntil && article.unread === 0;
  let after: Place = [-Infinity, 0];
  for (let passed = 0; passed < spare;) {
    const range: Range = { feedId, after, until: [Math.max(readUntil, manyUntil), 0] };
    const ids = await keysIn(db, "all", range);
    const last = ids.length > 0 ? await db.articles.get(ids.at(-1) ?? 0) : undefined;
    if (!last) return;
    const through: Range = { ...range, until: [last.sortAt, last.id] };
    const excess = new Set(ids.slice(0, Math.max(0, tooMany - passed)));
    const wanted = await withoutKept(db, { range: through, ids: ids.slice(0, spare - passed), excess });
    const isExcess = (article: Article) => excess.has(article.id) && article.arrivedAt < manyUntil;
    // Asked again within the transaction: it may have been starred since.
    const mayGo = (article: Article) =>
      article.starred === 0 && article.later === 0 && (isOld(article) || isExcess(article));
    await deleteWhere(db, wanted, { now, mayGo });
    passed += ids.length;
    after = [last.sortAt, last.id];
  }
}

type Place = [sortAt: number, id: number];
/** Behind `after`, through `until`. An article came no earlier than its place says, so the range ends with the age. */
type Range = { feedId: string; after: Place; until: Place };

function keysIn(db: Db, view: View, { feedId, after, until }: Range): Promise<number[]> {
  const scope = feedScope(view, feedId);
  const [lower, upper] = [
    [scope, ...after],
    [scope, ...until],
  ];
  return db.articles.where("places").between(lower, upper, false, true).limit(PAGE).primaryKeys();
}

type Asked = { range: Range; ids: number[]; excess: Set<number> };

async function withoutKept(db: Db, { range, ids, excess }: Asked): Promise<number[]> {
  const [starred, later, unread] = await Promise.all(
    (["starred", "later", "unread"] as const).map((view) => keysIn(db, view, range)),
  );
  const kept = new Set([...(starred ?? []), ...(later ?? []), ...(unread ?? []).filter((id) => !excess.has(id))]);
  return ids.filter((id) => !kept.has(id));
}
