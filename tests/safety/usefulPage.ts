import { sanitize } from "../../lib/view/sanitize.ts";

/** Runs in a page: what a reader gets of texts. */

export type Kept = { text: string; links: string[]; pictures: string[] };

function keep(sources: string[]): Kept[] {
  return sources.map((html) => {
    const fragment = sanitize(html, "https://news.example/articles/1");
    const valuesOf = (name: string) =>
      [...fragment.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? "");
    return { text: fragment.textContent ?? "", links: valuesOf("href"), pictures: valuesOf("data-news-src") };
  });
}

export const usefulPage = { keep };
export type UsefulPage = typeof usefulPage;

Object.assign(globalThis, { usefulPage });
