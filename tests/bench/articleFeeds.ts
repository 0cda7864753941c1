import { makeRss, makeJsonFeed, type MadeItem } from "../support/makers.ts";
import { type MadeArticle, makeArticle } from "./articles.ts";

export type FeedPlan = { feeds: number; perFeed: number; until: number };

/** Documents of whole feeds, every second one RSS and JSON Feed: about 7 KB an article. */
export function makeFeeds({ feeds, perFeed, until }: FeedPlan): Buffer[] {
  return Array.from({ length: feeds }, (_, feed) => {
    const articles = Array.from({ length: perFeed }, (_, i) =>
      makeArticle({ feed, number: perFeed - 1 - i, count: perFeed, until }),
    );
    return Buffer.from(makeFeed(feed, articles));
  });
}

function makeFeed(feed: number, articles: MadeArticle[]): string {
  const write = feed % 2 === 0 ? makeRss : makeJsonFeed;
  return write({ title: `Feed ${feed}`, items: articles.map(itemOf) });
}

function itemOf({ guid, url, title, summary, authors, tags, publishedAt, heroUrl, html }: MadeArticle): MadeItem {
  return {
    id: guid,
    url,
    title,
    summary,
    html,
    tags,
    publishedAt: new Date(publishedAt).toISOString(),
    ...(authors[0] !== undefined && { author: authors[0] }),
    ...(heroUrl !== null && { imageUrl: heroUrl }),
  };
}
