import { FEED_PATH, type Candidate } from "./candidate.ts";
import { eachTag } from "./html.ts";
import { textOf } from "./htmlText.ts";
import { knownFeeds } from "./knownSites.ts";
import { CANDIDATES_KEPT, NAME_LENGTH } from "./limits.ts";
import { cleanLine } from "./text.ts";
import { absoluteUrl } from "./url.ts";

/** What a web page tells of feeds. */
export type Page = {
  /** Best first: those that it declares, comments last; only where there are none, links that plainly lead to feeds. */
  candidates: Candidate[];
  /** Where else a feed may lie, by what made the page: likeliest first. */
  guesses: string[];
  asksToSignIn: boolean;
};

export function readPage(html: string, pageUrl: string): Page {
  const page = startPage(pageUrl);
  eachTag(html, (name, attributes, end) => {
    readTag(page, { name, attributes, textAfter: () => textAfter(html, end) });
    return page.declared.size < CANDIDATES_KEPT;
  });
  return {
    candidates: bestOf(page),
    guesses: guessesAt(pageUrl, page.generator),
    asksToSignIn: page.asksToSignIn,
  };
}

/** Where feeds commonly lie on a host, likeliest first; what a generator writes comes before all, beside its page too. */
export function guessesAt(pageUrl: string, generator = ""): string[] {
  const own = GENERATORS.find(([name]) => name.test(generator))?.[1];
  const folder = new URL(pageUrl).pathname.replace(/[^/]*$/, "");
  const paths = own === undefined ? WELL_KNOWN : [`${folder}${own}`, `/${own}`, ...WELL_KNOWN];
  return [...new Set(paths.map((path) => new URL(path, pageUrl).href))];
}

type Reading = {
  pageUrl: string;
  base: string;
  declared: Map<string, Candidate>;
  linked: Map<string, Candidate>;
  canonical: Candidate[];
  generator: string;
  asksToSignIn: boolean;
};

type Seen = { name: string; attributes: Record<string, string>; textAfter: () => string };

function startPage(pageUrl: string): Reading {
  const found = { declared: new Map(), linked: new Map(), canonical: [] };
  return { pageUrl, base: pageUrl, ...found, generator: "", asksToSignIn: false };
}

function readTag(page: Reading, seen: Seen): void {
  const { name, attributes } = seen;
  if (name === "base") page.base = absoluteUrl(attributes["href"], page.pageUrl) ?? page.base;
  if (name === "link") readLink(page, seen);
  if (name === "a" && page.linked.size < CANDIDATES_KEPT) readAnchor(page, seen);
  if (name === "meta" && attributes["name"]?.toLowerCase() === "generator")
    page.generator = attributes["content"] ?? "";
  if (name === "input" && attributes["type"]?.toLowerCase() === "password") page.asksToSignIn = true;
}

function readLink(page: Reading, { attributes }: Seen): void {
  const rels = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
  const url = absoluteUrl(attributes["href"], page.base);
  if (url === null) return;
  if (rels.includes("canonical")) page.canonical = knownFeeds(url);
  if (rels.includes("stylesheet") || !(rels.includes("feed") || (rels.includes("alternate") && isFeed(attributes))))
    return;
  if (!page.declared.has(url)) page.declared.set(url, candidateOf(url, attributes["title"] ?? "", attributes["type"]));
}

/** oEmbed and WordPress's REST API are JSON alternates as well, and any document may have a copy in XML. */
function isFeed({ type = "", title = "", href = "" }: Record<string, string>): boolean {
  if (FEED_TYPE.test(type)) return true;
  return PLAIN_TYPE.test(type) && (/\b(feed|rss|atom)\b/i.test(title) || FEED_PATH.test(href.split(/[?#]/)[0] ?? ""));
}

/** A link that says nothing of what it leads to is judged by its address alone. */
function readAnchor(page: Reading, { attributes, textAfter }: Seen): void {
  const url = absoluteUrl(attributes["href"], page.base);
  if (url === null || url === page.pageUrl) return;
  const isOne = FEED_TYPE.test(attributes["type"] ?? "") || leadsToFeed(new URL(url));
  if (isOne && !page.linked.has(url)) page.linked.set(url, candidateOf(url, attributes["title"] ?? textAfter()));
}

function leadsToFeed({ hostname, pathname }: URL): boolean {
  return FEED_PATH.test(pathname) || /^feeds\d?\.(feedburner|megaphone|simplecast|buzzsprout)\.com$/.test(hostname);
}

/** The text of the element whose opening tag ends there. */
function textAfter(html: string, end: number): string {
  const inside = html.slice(end, end + LONGEST_ANCHOR);
  return textOf(inside.slice(0, inside.search(/<\/a\b|$/i)));
}

function candidateOf(url: string, title: string, type = ""): Candidate {
  const kind = COMMENTS.test(title) || /\/comments?(\/|$)/i.test(new URL(url).pathname) ? "comments" : "articles";
  return { url, title: cleanLine(title, NAME_LENGTH), format: formatOf(type, url), kind };
}

function formatOf(type: string, url: string): Candidate["format"] {
  const { pathname, search } = new URL(url);
  const told = [type, `${pathname}${search}`].map((text) => /json|atom|rdf|rss/i.exec(text)?.[0].toLowerCase());
  // One of the four words that the pattern has.
  return (told.find((word) => word !== undefined) as Candidate["format"]) ?? null;
}

function bestOf({ declared, canonical, linked }: Reading): Candidate[] {
  const found = [[...declared.values()], canonical, [...linked.values()]].find((list) => list.length > 0) ?? [];
  const isLast = (candidate: Candidate) => Number(candidate.kind === "comments");
  return found.toSorted((a, b) => isLast(a) - isLast(b));
}

const FEED_TYPE = /^\s*(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/rss|text\/rss(\+xml)?)\b/i;
const PLAIN_TYPE = /^\s*(application\/json|(application|text)\/xml)\s*(;|$)/i;
const COMMENTS = /comment|kommentar|comentari|comentári|commenti|reacti|коммент|コメント|评论|評論|댓글/i;
/** UTF-16 units of HTML that are looked through for the words of a link. */
const LONGEST_ANCHOR = 1_000;

const WELL_KNOWN = ["/feed", "/rss.xml", "/index.xml", "/atom.xml", "/feed.xml", "/rss", "/feed.json"];
const GENERATORS: [name: RegExp, path: string][] = [
  [/wordpress/i, "feed/"],
  [/ghost/i, "rss/"],
  [/hugo/i, "index.xml"],
  [/jekyll|eleventy/i, "feed.xml"],
  [/astro|gatsby|next\.js/i, "rss.xml"],
  [/hexo|movable type/i, "atom.xml"],
  [/micro\.blog/i, "feed.json"],
  [/blogger/i, "feeds/posts/default"],
  [/squarespace/i, "?format=rss"],
];
