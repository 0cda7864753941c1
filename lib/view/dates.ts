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
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), "minute");
  if (age < DAY) return format.format(-Math.floor(age / HOUR), "hour");
  return format.format(-daysBetween(at, now), "day");
}

/** The time that a row shows. A calendar date has none, and older rows are dated by their day header. */
export function rowTime(article: Pick<Article, "publishedAt" | "publishedDateOnly">, now: number): number | null {
  const { publishedAt, publishedDateOnly } = article;
  if (publishedAt === null || publishedDateOnly || publishedAt > now + HOUR) return null;
  return now - publishedAt < DAY || daysBetween(publishedAt, now) <= 1 ? publishedAt : null;
}

/** "3 July 2024". A calendar date is stored as midnight UTC and must not shift with the reader's zone. */
export function longDate(article: Pick<Article, "publishedAt" | "publishedDateOnly">, locale: string): string | null {
  if (article.publishedAt === null) return null;
  const zone = article.publishedDateOnly ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", ...zone }).format(article.publishedAt);
}

/** For `<time datetime>`: the day alone where that is all the publisher said. */
export function machineDate(article: Pick<Article, "publishedAt" | "publishedDateOnly">): string | null {
  if (article.publishedAt === null) return null;
  const stamp = new Date(article.publishedAt).toISOString();
  return article.publishedDateOnly ? stamp.slice(0, 10) : stamp;
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

/** "Today" and "Wednesday, 3 July"; older days are named by their weekday: "Monday" and "1 July". */
export function dayTitle(day: number, now: number, locale: string): { name: string; date: string } {
  const age = daysBetween(day, now);
  const year = new Date(day).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, parts).format(day);
  const date = { day: "numeric", month: "long", ...year } as const;
  if (age < 0 || age > 1) return { name: format({ weekday: "long" }), date: format(date) };
  const name = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-age, "day");
  return { name: capitalised(name, locale), date: format({ weekday: "long", ...date }) };
}

/** Rounded: a day with a clock change is not 24 hours long. */
function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY);
}

const capitalised = (word: string, locale: string) => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
