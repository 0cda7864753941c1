import type { Site, SourceArticle } from "./article.ts";

/**
 * Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The extension `_source` carries the article's Markdown
 * and, where only a day was given, that day: `date_published` must have a time, and noon UTC is a stand-in.
 */
export function writeJsonFeed(site: Site, articles: SourceArticle[]): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    home_page_url: `${site.url}/`,
    feed_url: `${site.url}/feed.json`,
    ...(site.description && { description: site.description }),
    language: site.language,
    items: articles.map(toItem),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function toItem(article: SourceArticle) {
  const { day, at } = article.pubDate;
  return {
    id: article.url,
    url: article.url,
    title: article.title,
    ...(article.description && { summary: article.description }),
    ...(article.hero && { image: article.hero.url }),
    date_published: new Date(at).toISOString(),
    ...(article.tags.length > 0 && { tags: article.tags }),
    content_html: article.html,
    _source: { markdown: article.markdown, ...(day && { date: day }) },
  };
}
