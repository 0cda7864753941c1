import type { Article } from "../model.ts";

type Dated = Pick<Article, "publishedAt" | "publishedDateOnly">;

/** "3 July 2024". A calendar date is stored as midnight UTC and must not shift with the reader's zone. */
export function longDate(article: Dated, locale: string): string | null {
  return formatted(article, locale, { dateStyle: "long" });
}

/** "Wednesday, 3 July 2024 at 18:40"; of a calendar date the day alone. */
export function fullDate(article: Dated, locale: string): string | null {
  const time = article.publishedDateOnly ? {} : ({ timeStyle: "short" } as const);
  return formatted(article, locale, { dateStyle: "full", ...time });
}

/** For `<time datetime>`: the day alone where that is all the publisher said. */
export function machineDate(article: Dated): string | null {
  if (article.publishedAt === null) return null;
  const stamp = new Date(article.publishedAt).toISOString();
  return article.publishedDateOnly ? stamp.slice(0, 10) : stamp;
}

function formatted(article: Dated, locale: string, form: Intl.DateTimeFormatOptions): string | null {
  if (article.publishedAt === null) return null;
  const zone = article.publishedDateOnly ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(locale, { ...form, ...zone }).format(article.publishedAt);
}
