import { isHeld, LEASE_MS } from "../db/lease.ts";
import type { RefreshRun } from "../db/state.ts";
import type { Feed } from "../model.ts";

export type Progress = { done: number; total: number };

/**
 * How far the running refresh is, in sources; null when none runs. Derived from the rows that a refresh writes anyway,
 * so it survives the worker: a run whose worker died is over once its leases have run out. A stopped one is over at once,
 * though what was being fetched is still stored.
 */
export function progressOf(run: RefreshRun | null | undefined, feeds: Feed[], now: number): Progress | null {
  if (!run || run.stoppedAt) return null;
  const asked = feeds.filter((feed) => run.feedIds.includes(feed.id));
  const done = asked.filter((feed) => isDone(feed, { run, now })).length;
  if (done === asked.length || !isAlive(asked, { run, now })) return null;
  return { done, total: asked.length };
}

type Moment = { run: RefreshRun; now: number };

/** Somebody else may have held the feed when the run began: the outcome that they wrote counts as well. */
export function isDone(feed: Feed, { run, now }: Moment): boolean {
  const answeredAt = Math.max(feed.lastTriedAt ?? 0, feed.lastFetchedAt ?? 0, feed.trouble?.at ?? 0);
  return answeredAt >= run.startedAt && !isBeingFetched(feed, now);
}

function isAlive(asked: Feed[], { run, now }: Moment): boolean {
  if (asked.some((feed) => isBeingFetched(feed, now))) return true;
  const lastSign = Math.max(run.startedAt, ...asked.map((feed) => feed.lastTriedAt ?? 0));
  // A sign from further ahead was given by a clock that has been put back since.
  return now - lastSign < LEASE_MS && lastSign - now <= BEHIND_MS;
}

/** A page's clock moves in steps: the rows may know of a time that it does not know yet. */
const BEHIND_MS = 30_000;

/** Whether somebody fetches the source, by the clock of a page. */
export const isBeingFetched = (feed: Feed, now: number): boolean => isHeld(feed, now) || isHeld(feed, now + BEHIND_MS);
