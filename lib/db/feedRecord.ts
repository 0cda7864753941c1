import type { Feed } from "../model.ts";
import { newFeed } from "./feeds.ts";

/** What people made of a feed, and who it is: all that a copy needs to follow it again. */
export type FeedRecord = Omit<Feed, FetchFact>;

/** What the next fetch finds out by itself. With old validators a server would say "nothing new" of articles that are gone. */
type FetchFact =
  | ("validators" | "nextFetchAt" | "lease" | "lostLeases" | "failures" | "lastTriedAt" | "lastFetchedAt")
  | ("brought" | "trouble" | "ttlMs" | "skips" | "posts" | "movedTo" | "older");

export function recordOf(feed: Feed): FeedRecord {
  const { validators, nextFetchAt, lease, lostLeases, failures, lastTriedAt, lastFetchedAt, ...lasting } = feed;
  const { brought, trouble, ttlMs, skips, posts, movedTo, older, ...record } = lasting;
  return record;
}

/** As one that was never fetched: what its document lists then is no news. */
export const feedOf = (record: FeedRecord, now: number): Feed => ({ ...newFeed(record, now), ...record });
