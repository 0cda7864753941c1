import type { Skips } from "../model.ts";

export const NO_SKIPS: Skips = { hours: [], days: [] };

type Spread = {
  skips: Skips;
  /** 0…1: who comes when, of the many that were all told to stay away until the same hour. */
  place: number;
  spreadMs: number;
};

const HOUR = 3_600_000;

/**
 * The first instant from `at` on at which the publisher wants visits (RSS 2.0, `skipHours` and `skipDays`, both in GMT).
 * Those who have to wait come spread over `spreadMs` after it, within the hours that are welcome.
 */
export function nextWelcome(at: number, { skips, place, spreadMs }: Spread): number {
  if (isWelcome(at, skips)) return at;
  const start = firstHour(at, (hour) => isWelcome(hour, skips));
  const end = firstHour(start, (hour) => !isWelcome(hour, skips));
  return start + Math.floor(place * Math.min(spreadMs, end - start));
}

export function isWelcome(at: number, { hours, days }: Skips): boolean {
  const date = new Date(at);
  return !hours.includes(date.getUTCHours()) && !days.includes(date.getUTCDay());
}

/** Looks a week ahead: days repeat, and a list that skips all of them is no list (`lib/feed/hints.ts`). */
function firstHour(after: number, isWanted: (hour: number) => boolean): number {
  const next = Math.ceil(after / HOUR);
  for (let hour = next; hour < next + 7 * 24; hour++) if (isWanted(hour * HOUR)) return hour * HOUR;
  return (next + 7 * 24) * HOUR;
}
