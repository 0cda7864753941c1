import type { Trouble } from "../model.ts";

/** When to ask a feed again. Pure: `random` is a number in 0…1 and spreads many readers of one publisher. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const HOME_INTERVAL_MS = 30 * MINUTE;
export const INTERVAL_MS = HOUR;
const SHORTEST_MS = 15 * MINUTE;
const LONGEST_MS = 24 * HOUR;
/** Some servers claim to be fresh for a year. */
const LONGEST_MAX_AGE_MS = 5 * HOUR;
const RETRY_OFFLINE_MS = 5 * MINUTE;

export type Answered = { intervalMs: number; maxAgeMs: number | null; ttlMs: number | null };

/** After an answer: the feed's interval, stretched by what the publisher asks for. ±10 %. */
export function nextAfterAnswer(answered: Answered, at: { now: number; random: number }): number {
  const { intervalMs, maxAgeMs, ttlMs } = answered;
  const wished = Math.max(intervalMs, ttlMs ?? 0, Math.min(maxAgeMs ?? 0, LONGEST_MAX_AGE_MS));
  return at.now + clamp(wished, SHORTEST_MS, LONGEST_MS) * (0.9 + 0.2 * at.random);
}

export type Failed = { trouble: Trouble["kind"]; failures: number; retryAfterMs: number | null };

/** After a failure: doubling from 15 minutes to a day, at random between half and one and a half of that. */
export function nextAfterFailure(failed: Failed, at: { now: number; random: number }): number {
  if (failed.trouble === "offline") return at.now + RETRY_OFFLINE_MS;
  const asked = clamp(failed.retryAfterMs ?? 0, 0, LONGEST_MS);
  const backoff = Math.min(SHORTEST_MS * 2 ** (failed.failures - 1), LONGEST_MS) * (0.5 + at.random);
  return at.now + Math.max(asked, backoff);
}

export const nextWhenGone = (at: { now: number }): number => at.now + LONGEST_MS;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
