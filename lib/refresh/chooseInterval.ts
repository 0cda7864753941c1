import { changeFeeds, NEVER } from "../db/feeds.ts";
import { requestsOfFeed } from "../db/requestLists.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import type { Freshness } from "./freshness.ts";
import { intervalOf, momentFor, paceKept } from "./pace.ts";
import { nextAfterAnswer, type Moment } from "./schedule.ts";

type Deps = { db: Db; now: () => number; random: () => number };

/** Sets how long to wait between two visits (null: as suits the feed), and the next visit as if it had always been so. */
export async function chooseInterval(deps: Deps, feedId: string, intervalMs: number | null): Promise<void> {
  const moment = await momentFor(deps, { id: feedId });
  const [last] = await requestsOfFeed(deps.db, feedId, 1);
  const given: Given = { moment, fresh: last?.freshMs === undefined ? null : { ms: last.freshMs, isShared: false } };
  await changeFeeds(deps.db, [feedId], (rows) => rows.map((row) => reset(withInterval(row, intervalMs), given)));
}

type Given = { moment: Moment; fresh: Freshness | null };

function withInterval({ intervalMs: _, ...feed }: Feed, intervalMs: number | null): Feed {
  return { ...feed, ...(intervalMs !== null && { intervalMs }) };
}

/** One that is in trouble, or was never reached, has its next visit for other reasons. */
function reset(feed: Feed, { moment, fresh }: Given): Feed {
  const { lastFetchedAt, failures, nextFetchAt } = feed;
  if (lastFetchedAt === null || failures > 0 || nextFetchAt === NEVER) return feed;
  const pace = paceKept(feed);
  const answered = { ...pace, intervalMs: intervalOf(feed, pace, moment.now), fresh };
  const next = nextAfterAnswer(answered, { ...moment, now: lastFetchedAt });
  return { ...feed, nextFetchAt: Math.max(moment.now, next) };
}
