import type { Site, SourceArticle } from "../../../lib/publish/article.ts";

export const site: Site = {
  url: "https://news.example.com",
  title: "Harbour & Hill",
  description: "",
  language: "en",
  path: "/{slug}/",
};

export function makeArticle(given: Partial<SourceArticle> = {}): SourceArticle {
  return {
    file: "ferries.md",
    url: "https://news.example.com/ferries/",
    title: "Ferries return",
    description: "",
    pubDate: { at: Date.UTC(2024, 6, 3, 12), day: "2024-07-03" },
    hero: null,
    tags: [],
    markdown: "Text",
    html: "<p>Text</p>\n",
    pictures: [],
    ...given,
  };
}

export const hero = { url: "https://news.example.com/a.png", type: "image/png", width: 7, height: 5 };
