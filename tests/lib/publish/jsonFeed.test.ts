import { expect, test } from "vitest";
import { writeJsonFeed } from "../../../lib/publish/jsonFeed.ts";
import { hero, makeArticle, site } from "./makeArticle.ts";

test("a full article has everything that JSON Feed has a place for", () => {
  const article = makeArticle({ description: "The crossing opens.", hero, tags: ["world", "sea"] });
  expect(JSON.parse(writeJsonFeed({ ...site, description: "Local news" }, [article]))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Harbour & Hill",
    home_page_url: "https://news.example.com/",
    feed_url: "https://news.example.com/feed.json",
    description: "Local news",
    language: "en",
    items: [
      {
        id: "https://news.example.com/ferries/",
        url: "https://news.example.com/ferries/",
        title: "Ferries return",
        summary: "The crossing opens.",
        image: "https://news.example.com/a.png",
        date_published: "2024-07-03T12:00:00.000Z",
        tags: ["world", "sea"],
        content_html: "<p>Text</p>\n",
        _source: { markdown: "Text", date: "2024-07-03" },
      },
    ],
  });
});

test("a moment has no calendar day, and what an article lacks is not mentioned", () => {
  const article = makeArticle({ pubDate: { at: Date.UTC(2024, 6, 3, 16, 30), day: null } });
  const [item] = JSON.parse(writeJsonFeed(site, [article])).items;
  expect(item.date_published).toBe("2024-07-03T16:30:00.000Z");
  expect(item._source).toEqual({ markdown: "Text" });
  expect(Object.keys(item)).toEqual(["id", "url", "title", "date_published", "content_html", "_source"]);
});
