import type { Article } from "../model.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "4 min. ago", "yesterday", "3 days ago"; null below a minute, which has words of its own.
 * A clock that runs ahead counts as now.
 */
export function relativeTime(at: number, now: number, locale: string): string | null {
  const age = now - at;
  if (age < MINUTE) return null;
  const format = relativeFormat(locale);
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), "minute");
  if (age < DAY) return format.format(-Math.floor(age / HOUR), "hour");
  return format.format(-daysBetween(at, now), "day");
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

/** Each row of a list asks for it, and making one is slow. */
function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const made = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  relative.set(locale, made);
  return made;
}

/** The time that a row shows. A calendar date has none, and older rows are dated by their day header. */
export function rowTime(article: Pick<Article, "publishedAt" | "publishedDateOnly">, now: number): number | null {
  const { publishedAt, publishedDateOnly } = article;
  if (publishedAt === null || publishedDateOnly || publishedAt > now + HOUR) return null;
  return now - publishedAt < DAY || daysBetween(publishedAt, now) <= 1 ? publishedAt : null;
}

/** Local midnight before `at`. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Local midnight after `at`; days are 23 to 25 hours long. */
export function endOfDay(at: number): number {
  const end = new Date(startOfDay(at));
  return end.setDate(end.getDate() + 1);
}

/** Rounded: a day with a clock change is not 24 hours long. */
export function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY);
}
