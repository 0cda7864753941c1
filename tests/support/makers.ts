/** Feeds for tests: the same arguments make the same bytes, whatever the clock or the machine says. */

export type MadeFeed = {
  title?: string;
  homeUrl?: string;
  feedUrl?: string;
  language?: string;
  items: MadeItem[];
};

/** What is left out follows from the item's number, counted from the end; null leaves the field out of the document. */
export type MadeItem = {
  title?: string | null;
  id?: string | null;
  url?: string | null;
  /** ISO 8601 */
  publishedAt?: string | null;
  updatedAt?: string;
  summary?: string;
  html?: string;
  /** Only in JSON Feed. */
  markdown?: string;
  tags?: string[];
  author?: string;
  imageUrl?: string;
};

/** The newest first, as feeds are: with one more, all the others keep their numbers, ids and dates. */
export function makeItems(count: number, shape: (number: number) => MadeItem = () => ({})): MadeItem[] {
  return Array.from({ length: count }, (_, index) => shape(count - index));
}

export function makeRss(feed: MadeFeed): string {
  const { title, homeUrl, feedUrl, language, items } = completeFeed(feed);
  const body = items.map((item) =>
    element("item", [
      text("title", item.title),
      text("link", item.url),
      item.id === null ? "" : `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
      text("pubDate", item.publishedAt && new Date(item.publishedAt).toUTCString()),
      text("dc:creator", item.author),
      ...item.tags.map((tag) => text("category", tag)),
      text("description", item.summary),
      item.html === undefined ? "" : `<content:encoded><![CDATA[${splitCdata(item.html)}]]></content:encoded>`,
      item.imageUrl === undefined ? "" : `<media:content url="${escapeXml(item.imageUrl)}" medium="image"/>`,
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
${element("channel", [
  text("title", title),
  text("link", homeUrl),
  text("description", title),
  text("language", language),
  feedUrl === undefined ? "" : `<atom:link rel="self" href="${escapeXml(feedUrl)}"/>`,
  ...body,
])}
</rss>
`;
}

export function makeAtom(feed: MadeFeed): string {
  const { title, homeUrl, feedUrl, language, items } = completeFeed(feed);
  const entries = items.map((item) =>
    element("entry", [
      text("title", item.title),
      text("id", item.id),
      link("alternate", item.url),
      text("published", item.publishedAt),
      text("updated", item.updatedAt ?? item.publishedAt),
      item.author === undefined ? "" : element("author", [text("name", item.author)]),
      ...item.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
      text("summary", item.summary),
      item.imageUrl === undefined ? "" : `<media:thumbnail url="${escapeXml(item.imageUrl)}"/>`,
      item.html === undefined ? "" : `<content type="html">${escapeXml(item.html)}</content>`,
    ]),
  );
  const head = [text("title", title), text("id", homeUrl), link("alternate", homeUrl), link("self", feedUrl)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"${language === undefined ? "" : ` xml:lang="${escapeXml(language)}"`}>
${[...head, text("updated", items[0]?.publishedAt), ...entries].filter(Boolean).join("\n")}
</feed>
`;
}

export function makeJsonFeed(feed: MadeFeed): string {
  const { title, homeUrl, feedUrl, language, items } = completeFeed(feed);
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    language,
    items: items.map((item) => ({
      id: item.id ?? undefined,
      url: item.url ?? undefined,
      title: item.title ?? undefined,
      content_html: item.html ?? item.summary ?? "",
      summary: item.summary,
      ...(item.markdown === undefined ? {} : { _source: { markdown: item.markdown } }),
      image: item.imageUrl,
      date_published: item.publishedAt ?? undefined,
      date_modified: item.updatedAt,
      authors: item.author === undefined ? undefined : [{ name: item.author }],
      tags: item.tags,
    })),
  };
  return JSON.stringify(document, null, 2);
}

const OLDEST_AT = Date.parse("2025-01-06T08:00:00Z");
const MINUTE_MS = 60_000;

type CompleteItem = MadeItem & {
  title: string | null;
  id: string | null;
  url: string | null;
  publishedAt: string | null;
  tags: string[];
};

function completeFeed(feed: MadeFeed) {
  const homeUrl = feed.homeUrl ?? "http://home.feeds.test/";
  const items = feed.items.map((item, index): CompleteItem => {
    const number = feed.items.length - index;
    return {
      title: `Article ${number}`,
      id: `article-${number}`,
      url: new URL(`articles/${number}`, homeUrl).href,
      publishedAt: new Date(OLDEST_AT + number * MINUTE_MS).toISOString(),
      tags: [],
      ...item,
    };
  });
  return { title: feed.title ?? "A feed", homeUrl, feedUrl: feed.feedUrl, language: feed.language, items };
}

function element(name: string, children: string[]): string {
  return `<${name}>\n${children.filter(Boolean).join("\n")}\n</${name}>`;
}

function text(name: string, value: string | null | undefined): string {
  return value === null || value === undefined ? "" : `<${name}>${escapeXml(value)}</${name}>`;
}

function link(relation: string, url: string | null | undefined): string {
  return url === null || url === undefined ? "" : `<link rel="${relation}" href="${escapeXml(url)}"/>`;
}

function escapeXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A CDATA section ends at the first "]]>", so that one is cut in two. */
function splitCdata(html: string): string {
  return html.replaceAll("]]>", "]]]]><![CDATA[>");
}
