/**
 * Feeds for measuring, the same bytes on every machine: items of about 2.7 KB, as a site publishes them that puts its
 * whole articles into its feed. They hold what costs time in the real world: typography beyond Latin-1, a few accents,
 * character references, a picture beside the text and the same one in it, links, lists.
 */
export type DocumentKind = "rss" | "atomHtml" | "atomXhtml" | "json";

export const DOCUMENT_KINDS: DocumentKind[] = ["rss", "atomHtml", "atomXhtml", "json"];

export function makeDocument(kind: DocumentKind, count: number): Uint8Array<ArrayBuffer> {
  const next = randomNumbers();
  const articles = Array.from({ length: count }, (_, i) => makeArticle(count - i, next));
  return new TextEncoder().encode(WRITERS[kind](articles));
}

type Article = {
  number: number;
  title: string;
  url: string;
  author: string;
  tags: string[];
  at: Date;
  picture: string;
  summary: string;
  html: string;
};

type Random = (limit: number) => number;

function makeArticle(number: number, next: Random): Article {
  const url = `https://news.example/${2020 + (number % 6)}/${slug(next)}-${number}`;
  const picture = `https://cdn.example/pictures/${number}/wide.jpg?w=1200&q=75`;
  return {
    number,
    title: sentence(next, 9),
    url,
    author: `${word(next)} ${word(next)}`,
    tags: [word(next), word(next), `${word(next)} ${word(next)}`],
    at: new Date(Date.UTC(2020, 0, 1) + number * 3_600_000),
    picture,
    summary: `${sentence(next, 14)} ${sentence(next, 16)}`,
    html: htmlOf({ next, url, picture }),
  };
}

function htmlOf({ next, url, picture }: { next: Random; url: string; picture: string }): string {
  const figure = `<figure><img src="${picture.replace("&", "&amp;")}" alt="${sentence(next, 6)}" width="1200" height="800" loading="lazy"/><figcaption>${sentence(next, 8)}</figcaption></figure>`;
  const paragraph = () =>
    `<p>${sentence(next, 16)} ${sentence(next, 12)} <a href="${url}#${word(next)}">${word(next)} ${word(next)}</a> ${sentence(next, 10)}</p>`;
  const list = `<ul><li>${sentence(next, 6)}</li><li><strong>${word(next)}</strong>: ${sentence(next, 5)}</li></ul>`;
  const quote = `<blockquote><p><em>&#8220;${sentence(next, 12)}&#8221;</em></p></blockquote>`;
  return [figure, paragraph(), `<h2>${sentence(next, 5)}</h2>`, paragraph(), list, paragraph(), quote].join("\n");
}

const WRITERS: Record<DocumentKind, (articles: Article[]) => string> = {
  rss: (articles) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>News</title><link>https://news.example/</link><description>What happened</description><language>en</language>
${articles.map(rssItem).join("\n")}
</channel></rss>`,
  atomHtml: (articles) => atom(articles, (html) => `<content type="html">${escaped(html)}</content>`),
  atomXhtml: (articles) =>
    atom(articles, (html) => `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`),
  json: (articles) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "News",
      home_page_url: "https://news.example/",
      language: "en",
      items: articles.map(jsonItem),
    }),
};

function rssItem({ number, title, url, author, tags, at, picture, summary, html }: Article): string {
  return `<item>
<title>${escaped(title)}</title>
<link>${url}</link>
<guid isPermaLink="false">news-${number}</guid>
<pubDate>${at.toUTCString()}</pubDate>
<dc:creator><![CDATA[${author}]]></dc:creator>
${tags.map((tag) => `<category><![CDATA[${tag}]]></category>`).join("\n")}
<description>${escaped(`<p>${summary}</p>`)}</description>
<content:encoded><![CDATA[${html}]]></content:encoded>
<media:content url="${escaped(picture)}" medium="image" type="image/jpeg" width="1200" height="800"><media:title type="html">${escaped(title)}</media:title></media:content>
<media:thumbnail url="${escaped(picture)}" width="150" height="100"/>
</item>`;
}

function atom(articles: Article[], contentOf: (html: string) => string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<title>News</title><id>https://news.example/</id><link rel="alternate" type="text/html" href="https://news.example/"/><updated>2026-01-01T00:00:00Z</updated>
${articles.map((article) => atomEntry(article, contentOf(article.html))).join("\n")}
</feed>`;
}

function atomEntry({ number, title, url, author, tags, at, picture, summary }: Article, content: string): string {
  return `<entry>
<title type="html">${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<id>tag:news.example,2020:${number}</id>
<published>${at.toISOString()}</published>
<updated>${at.toISOString()}</updated>
<author><name>${author}</name><uri>https://news.example/by/${number % 40}</uri></author>
${tags.map((tag) => `<category term="${tag}" label="${tag}"/>`).join("\n")}
<summary type="html">${escaped(`<p>${summary}</p>`)}</summary>
${content}
<media:thumbnail url="${escaped(picture)}" width="150" height="100"/>
</entry>`;
}

function jsonItem({ number, title, url, author, tags, at, picture, summary, html }: Article): object {
  return {
    id: `news-${number}`,
    url,
    title,
    content_html: html,
    summary,
    image: picture,
    date_published: at.toISOString(),
    date_modified: at.toISOString(),
    authors: [{ name: author, url: `https://news.example/by/${number % 40}` }],
    tags,
    attachments: [{ url: picture, mime_type: "image/jpeg", size_in_bytes: 200_000 + number }],
  };
}

const WORDS =
  "harbour winter council river library signal orchard engine market morning granite lantern valley ferry bridge window letter copper season island travel quiet summer garden reason history glass paper village number answer".split(
    " ",
  );
/** What makes a text more than ASCII, about one word in twenty. */
const MARKED = ["café", "naïve", "it’s", "“quoted”", "north–south", "Zürich", "façade"];

function sentence(next: Random, words: number): string {
  const text = Array.from({ length: words }, () => (next(20) === 0 ? pick(MARKED, next) : word(next))).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function word(next: Random): string {
  return pick(WORDS, next);
}

function slug(next: Random): string {
  return Array.from({ length: 5 }, () => word(next)).join("-");
}

function pick(list: string[], next: Random): string {
  return list[next(list.length)] ?? "";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Park and Miller's generator: good enough to mix words. */
function randomNumbers(): Random {
  let seed = 1;
  return (limit) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
}
