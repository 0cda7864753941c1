import type { Feed } from "../model.ts";

export function nextCheckAt(feeds: Feed[], now: number): number | null {
  const times = feeds.flatMap((feed) => (feed.isPaused ? [] : feed.nextFetchAt)).filter(Number.isFinite);
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 26 min.", "in 2 hr.", "in 1 day"; null when it is less than a minute away, or past. */
export function timeUntil(at: number, now: number, locale: string): string | null {
  const left = at - now;
  if (left < MINUTE) return null;
  const format = new Intl.RelativeTimeFormat(locale, { style: "short" });
  if (left < HOUR) return format.format(Math.floor(left / MINUTE), "minute");
  if (left < DAY) return format.format(Math.floor(left / HOUR), "hour");
  return format.format(Math.floor(left / DAY), "day");
}
