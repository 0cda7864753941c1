import type { Article } from "../model.ts";

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
