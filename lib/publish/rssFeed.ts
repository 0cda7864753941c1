import type { ArticlePicture, Site, SourceArticle } from "./article.ts";

/**
 * Writes RSS 2.0 with the full text as HTML (`content:encoded`) and as Markdown (`source:markdown`).
 *
 * By hand, because a Markdown text must come back to the byte: feedsmith's generator trims each string, turns `&apos;`
 * into an apostrophe even inside CDATA and gives a calendar day a time. Text is escaped rather than put into CDATA,
 * which can hold neither `]]>` nor a carriage return.
 */
export function writeRssFeed(site: Site, articles: SourceArticle[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"${NAMESPACES}>
  <channel>
    ${[...describe(site), ...articles.map(writeItem)].join("\n    ")}
  </channel>
</rss>
`;
}

const NAMESPACES = [
  ["atom", "http://www.w3.org/2005/Atom"],
  ["content", "http://purl.org/rss/1.0/modules/content/"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["source", "http://source.scripting.com/"],
]
  .map(([prefix, uri]) => `\n  xmlns:${prefix}="${uri}"`)
  .join("");

function describe(site: Site): string[] {
  return [
    element("title", site.title),
    element("link", `${site.url}/`),
    // RSS demands a description, even where a site has nothing to say.
    element("description", site.description || site.title),
    element("language", site.language),
    empty("atom:link", { rel: "self", type: "application/rss+xml", href: `${site.url}/feed.xml` }),
  ];
}

function writeItem(article: SourceArticle): string {
  const { day, at } = article.pubDate;
  const lines = [
    element("title", article.title),
    element("link", article.url),
    element("guid", article.url),
    element("pubDate", new Date(at).toUTCString()),
    ...(day ? [element("dc:date", day)] : []),
    ...(article.description ? [element("description", article.description)] : []),
    ...article.tags.map((tag) => element("category", tag)),
    ...(article.hero ? [writeHero(article.hero)] : []),
    element("content:encoded", article.html),
    element("source:markdown", article.markdown),
  ];
  return `<item>\n      ${lines.join("\n      ")}\n    </item>`;
}

function writeHero({ url, type, width, height }: ArticlePicture): string {
  return empty("media:content", { url, medium: "image", type, width, height });
}

function element(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`;
}

function empty(name: string, attributes: Record<string, string | number | null>): string {
  const written = Object.entries(attributes).filter(([, value]) => value !== null);
  return `<${name}${written.map(([key, value]) => ` ${key}="${escape(String(value))}"`).join("")}/>`;
}

/** A bare carriage return would reach the reader as a line feed. */
function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (letter) => ESCAPES[letter] ?? letter);
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
