import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { writeRssFeed } from "../../../lib/publish/rssFeed.ts";
import { hero, makeArticle, site } from "./makeArticle.ts";

/** jsdom's XML parser is strict: a feed that is not well-formed throws. */
function parse(xml: string) {
  const { document } = new JSDOM(xml, { contentType: "application/xml" }).window;
  const all = (name: string) => [...document.getElementsByTagName(name)];
  return { all, text: (name: string) => all(name).map((element) => element.textContent) };
}

test("a full article has everything that RSS has a place for", () => {
  const article = makeArticle({ description: "The <b> crossing.", hero, tags: ["world", "R&D"] });
  const { all, text } = parse(writeRssFeed(site, [article]));
  expect(text("guid")).toEqual(["https://news.example.com/ferries/"]);
  expect(text("link")).toEqual(["https://news.example.com/", "https://news.example.com/ferries/"]);
  expect(text("title")).toEqual(["Harbour & Hill", "Ferries return"]);
  expect(text("description")).toEqual(["Harbour & Hill", "The <b> crossing."]);
  expect(text("category")).toEqual(["world", "R&D"]);
  expect(text("content:encoded")).toEqual(["<p>Text</p>\n"]);
  expect(all("media:content")[0]?.outerHTML).toContain(
    'url="https://news.example.com/a.png" medium="image" type="image/png" width="7" height="5"',
  );
  expect(all("atom:link")[0]?.getAttribute("href")).toBe("https://news.example.com/feed.xml");
  expect(all("atom:link")[0]?.getAttribute("rel")).toBe("self");
  expect(all("source:markdown")[0]?.namespaceURI).toBe("http://source.scripting.com/");
});

test("a calendar day is noon UTC in pubDate and itself in dc:date", () => {
  const { text } = parse(writeRssFeed(site, [makeArticle()]));
  expect(text("pubDate")).toEqual(["Wed, 03 Jul 2024 12:00:00 GMT"]);
  expect(text("dc:date")).toEqual(["2024-07-03"]);
});

test("a moment has no dc:date", () => {
  const article = makeArticle({ pubDate: { at: Date.UTC(2024, 6, 3, 16, 30), day: null } });
  const { text } = parse(writeRssFeed(site, [article]));
  expect(text("pubDate")).toEqual(["Wed, 03 Jul 2024 16:30:00 GMT"]);
  expect(text("dc:date")).toEqual([]);
});

test("a picture elsewhere on the web is named without a size", () => {
  const remote = { url: "https://cdn.example/a?b=1&c=2", type: null, width: null, height: null };
  const { all } = parse(writeRssFeed(site, [makeArticle({ hero: remote })]));
  expect(all("media:content")[0]?.getAttributeNames()).toEqual(["url", "medium"]);
  expect(all("media:content")[0]?.getAttribute("url")).toBe("https://cdn.example/a?b=1&c=2");
});

test.each([
  ["leading spaces", "    indented code\n\ntext\n\n"],
  ["the end of a CDATA section", "```xml\n<![CDATA[ a ]]>\n```"],
  ["comments and entities", "<!-- kept --> &amp; &apos; &lt; &#65; <rss version='2.0'>"],
  ["Windows line ends", "One\r\nTwo\rThree"],
  ["quotes and other scripts", "\"a\" 'b' – 東京 🛳 \u0085\u00a0\u2028"],
  ["nothing", ""],
])("Markdown comes back to the byte: %s", (_, markdown) => {
  expect(parse(writeRssFeed(site, [makeArticle({ markdown })])).text("source:markdown")).toEqual([markdown]);
});
