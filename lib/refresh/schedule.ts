import { NEVER } from "../db/feeds.ts";
import type { Posts, Skips, Trouble } from "../model.ts";
import type { Freshness } from "./freshness.ts";
import { nextWelcome } from "./skipTimes.ts";

/**
 * When to ask a feed again. Pure. The alarm looks every five minutes; spreading lies in the times that are given here.
 * `place` (0…1) is this installation's own for this feed, for good: where publishers name an instant to all readers it
 * says who comes when. `random` (0…1) is new each time: readers who were made to start together drift apart by it. A
 * stretch that stayed the same would not do that, since alarms round every pause to the same few lengths.
 */
export type Moment = { now: number; place: number; random: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const HOME_INTERVAL_MS = 30 * MINUTE;
export const INTERVAL_MS = HOUR;
const SHORTEST_MS = 15 * MINUTE;
const LONGEST_MS = DAY;
/** Some servers claim to be fresh for a year. */
export const LONGEST_FRESH_MS = 5 * HOUR;
const RETRY_OFFLINE_MS = 5 * MINUTE;

/** A feed that posts every twelve hours is asked at its usual interval, a slower or faster one in proportion. */
const USUAL_GAP_MS = 12 * HOUR;

/**
 * The pause that suits how much a feed posts: 15 minutes to a day. The gap between posts is counted up to now, so that a
 * feed that has gone quiet is asked less and less, without another document. Posts that are still to come were dated by
 * another clock than ours, which is wrong now or was then.
 */
export function suitedInterval(usualMs: number, posts: Posts | null, now: number): number {
  if (posts === null || posts.since > now) return usualMs;
  const gapMs = (now - posts.since) / posts.count;
  return clamp(usualMs * (gapMs / USUAL_GAP_MS), SHORTEST_MS, LONGEST_MS);
}

export type Answered = { intervalMs: number; ttlMs: number | null; fresh: Freshness | null; skips: Skips };

/** After an answer: the feed's interval ±10 %, never before its publisher wants to be asked again. */
export function nextAfterAnswer({ intervalMs, ttlMs, fresh, skips }: Answered, moment: Moment): number {
  const { now, place, random } = moment;
  const freshMs = Math.min(fresh?.ms ?? 0, LONGEST_FRESH_MS);
  // One that is cut off ends for each reader at a time of its own.
  const isShared = fresh?.isShared && fresh.ms === freshMs;
  const askedMs = Math.min(Math.max(ttlMs ?? 0, isShared ? 0 : freshMs), LONGEST_MS) * (1 + 0.1 * random);
  // Nine tenths: the last of the readers must not meet the first of the next round.
  const sharedMs = isShared ? freshMs + place * 0.9 * intervalMs : 0;
  const ownMs = intervalMs * (0.9 + 0.2 * random);
  const pause = Math.max(SHORTEST_MS, askedMs, sharedMs < 0.9 * intervalMs ? ownMs : sharedMs);
  return nextWelcome(now + Math.ceil(pause), { skips, place, spreadMs: intervalMs });
}

export type Failed = {
  trouble: Trouble["kind"];
  failures: number;
  /** How long the server wants to be left alone. */
  retryAfterMs: number | null;
  intervalMs: number;
};

/**
 * After a failure: doubling from 15 minutes to a day, at random between half and one and a half of that; never before a
 * Retry-After, which may be one date for everybody.
 */
export function nextAfterFailure(failed: Failed, { now, place, random }: Moment): number {
  if (failed.trouble === "offline") return now + RETRY_OFFLINE_MS;
  const backoff = Math.min(SHORTEST_MS * 2 ** (failed.failures - 1), LONGEST_MS) * (0.5 + random);
  const { retryAfterMs, intervalMs } = failed;
  return now + Math.ceil(Math.max(backoff, retryAfterMs === null ? 0 : retryAfterMs + place * intervalMs));
}

/** When a host that wanted to be left alone until then is asked for a feed of that interval. */
export const nextAfterPause = (until: number, intervalMs: number, place: number): number =>
  until + Math.ceil(place * intervalMs);

/** "Gone" is believed when it is said twice, a day apart: a feed that has been closed is asked by people only. */
export function nextWhenGone(firstSaidAt: number, now: number): number {
  return now - firstSaidAt >= DAY ? NEVER : firstSaidAt + DAY;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
