import { HOME_FEED } from "../db/feeds.ts";
import { placeFor } from "../db/installation.ts";
import type { Db } from "../db/schema.ts";
import type { FeedDocument } from "../feed/document.ts";
import type { Feed, Posts, Skips } from "../model.ts";
import { postsOf } from "./postingRate.ts";
import { HOME_INTERVAL_MS, INTERVAL_MS, suitedInterval, type Moment } from "./schedule.ts";
import { NO_SKIPS } from "./skipTimes.ts";

/** What a document says of when to come back; the row keeps it for the times when the document is unchanged. */
export type Pace = { ttlMs: number | null; skips: Skips; posts: Posts | null };

export function paceIn({ hints, items }: FeedDocument, now: number): Pace {
  const skips = { hours: hints.skipHours, days: hints.skipDays };
  return { ttlMs: hints.ttlMs, skips, posts: postsOf(items, now) };
}

export function paceKept({ ttlMs, skips, posts }: Feed): Pace {
  return { ttlMs, skips: skips ?? NO_SKIPS, posts: posts ?? null };
}

type Asked = Pick<Feed, "id" | "intervalMs">;

/** What the reader chose, else what suits the feed. */
export function intervalOf(feed: Asked, { posts }: Pick<Pace, "posts">, now: number): number {
  return feed.intervalMs ?? suitedInterval(feed.id === HOME_FEED ? HOME_INTERVAL_MS : INTERVAL_MS, posts, now);
}

type Deps = { db: Db; now: () => number; random: () => number };

export async function momentFor({ db, now, random }: Deps, feed: Pick<Feed, "id">): Promise<Moment> {
  return { now: now(), place: await placeFor(db, feed.id, random), random: random() };
}
