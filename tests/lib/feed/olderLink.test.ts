import { expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const link = (rel: string, href: string) => `<a:link xmlns:a="${ATOM}" rel="${rel}" href="${href}"/>`;
const item = "<item><title>One</title><link>https://x.example/1</link></item>";
const rdf = 'xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

const formats: [format: string, document: (links: string) => string][] = [
  ["RSS", (links) => `<rss version="2.0"><channel><title>T</title>${links}${item}</channel></rss>`],
  ["Atom", (links) => `<feed xmlns="${ATOM}"><title>T</title>${links}<entry><title>One</title></entry></feed>`],
  ["RDF", (links) => `<rdf:RDF ${rdf}><channel><title>T</title>${links}</channel>${item}</rdf:RDF>`],
];

const nextUrlOf = (document: string) => {
  const read = readFeed(new TextEncoder().encode(document), { url: "https://x.example/feed", now: 0 });
  return read.kind === "feed" ? read.nextUrl : read.reason;
};

test.each(formats)("a paged feed in %s leads to its next page", (_format, document) => {
  expect(nextUrlOf(document(link("next", "?page=2")))).toBe("https://x.example/feed?page=2");
});

test.each(formats)(
  "an archived feed in %s leads to the archive before, whatever else it leads to",
  (_format, document) => {
    const links = link("next", "?page=2") + link("next-archive", "/2025/7") + link("prev-archive", "/2025/5");
    expect(nextUrlOf(document(links))).toBe("https://x.example/2025/5");
  },
);

test.each(formats)("%s without such links, or with newer pages only, leads nowhere", (_format, document) => {
  const links = link("prev", "?page=1") + link("next-archive", "/2025/7") + link("current", "/feed");
  expect(nextUrlOf(document(links))).toBeNull();
});

test.each([
  ["https://x.example/feed-2.json", "https://x.example/feed-2.json"],
  ["feed-2.json", "https://x.example/feed-2.json"],
  ["file:///etc/passwd", null],
])("a JSON Feed's next_url %s is %s", (next_url, url) => {
  const version = "https://jsonfeed.org/version/1.1";
  expect(nextUrlOf(JSON.stringify({ version, title: "T", items: [], next_url }))).toBe(url);
});
