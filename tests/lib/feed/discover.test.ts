import { describe, expect, test } from "vitest";
import { choicesOf } from "../../../lib/feed/choices.ts";
import { guessesAt, readPage } from "../../../lib/feed/discover.ts";

const PAGE = "https://site.example/blog/post";
const found = (html: string, url = PAGE) => readPage(html, url).candidates;
const urls = (html: string, url = PAGE) => found(html, url).map((candidate) => candidate.url);
const alternate = (type: string, rest: string) => `<link rel="alternate" type="${type}" ${rest}>`;

describe("a page that declares its feeds", () => {
  test.each([
    ["RSS", alternate("application/rss+xml", 'href="/feed"'), "rss"],
    ["Atom", alternate("application/atom+xml", 'href="/feed"'), "atom"],
    ["RDF", alternate("application/rdf+xml", 'href="/feed"'), "rdf"],
    ["JSON Feed", alternate("application/feed+json", 'href="/feed"'), "json"],
    ["a type with a charset", alternate("application/rss+xml; charset=utf-8", 'href="/feed"'), "rss"],
    ["an old type", alternate("text/rss", 'href="/feed"'), "rss"],
    ["plain JSON that calls itself a feed", alternate("application/json", 'title="Feed" href="/feed"'), "json"],
    ["plain XML that calls itself RSS", alternate("text/xml", 'title="News RSS" href="/feed"'), null],
    ["rel=feed", '<link rel="feed" href="/feed">', null],
    ["rels in any case and number", '<LINK REL="ALTERNATE home" TYPE="Application/RSS+XML" HREF="/feed">', "rss"],
  ])("%s", (_what, html, format) => {
    expect(found(html)).toMatchObject([{ url: "https://site.example/feed", format, kind: "articles" }]);
  });

  test.each([
    ["oEmbed", alternate("application/json+oembed", 'href="/oembed"')],
    ["oEmbed in XML", alternate("text/xml+oembed", 'title="A feed" href="/oembed"')],
    ["WordPress's REST API", alternate("application/json", 'title="JSON" href="/wp-json/wp/v2/posts/1"')],
    ["a style sheet", '<link rel="alternate stylesheet" type="application/rss+xml" href="/x.css">'],
    ["another language", '<link rel="alternate" hreflang="de" href="/de/feed">'],
    ["no address", alternate("application/rss+xml", 'title="x"')],
    ["a script", alternate("application/rss+xml", 'href="javascript:alert(1)"')],
    ["a link in a comment", `<!-- ${alternate("application/rss+xml", 'href="/old"')} -->`],
    ["a link in a script", `<script>'${alternate("application/rss+xml", 'href="/old"')}'</script>`],
  ])("is not taken to declare one by %s", (_what, html) => {
    expect(found(html)).toEqual([]);
  });

  test("relative addresses follow the base", () => {
    expect(urls(`<base href="/sub/">${alternate("application/rss+xml", 'href="feed.xml"')}`)).toEqual([
      "https://site.example/sub/feed.xml",
    ]);
    expect(urls(alternate("application/rss+xml", 'href="feed.xml"'))).toEqual(["https://site.example/blog/feed.xml"]);
  });

  test("titles are plain text on one line", () => {
    const [one] = found(alternate("application/rss+xml", 'href="/feed" title="Tom &amp; Ann\n &raquo; Feed"'));
    expect(one?.title).toBe("Tom & Ann » Feed");
  });

  test("comments come last, whether title or address tells of them", () => {
    const html =
      alternate("application/rss+xml", 'href="/comments/feed/" title="Rückmeldungen"') +
      alternate("application/rss+xml", 'href="/blog/post/feed/" title="Site » A post Comments Feed"') +
      alternate("application/rss+xml", 'href="/feed/" title="Site » Feed"');
    expect(found(html).map(({ url, kind }) => [new URL(url).pathname, kind])).toEqual([
      ["/feed/", "articles"],
      ["/comments/feed/", "comments"],
      ["/blog/post/feed/", "comments"],
    ]);
  });

  test("links in the text do not count beside declared feeds", () => {
    const html = `${alternate("application/rss+xml", 'href="/feed"')}<a href="/other.rss">RSS</a>`;
    expect(urls(html)).toEqual(["https://site.example/feed"]);
  });

  test("an address named twice counts once, and a flood of them is cut off", () => {
    const one = alternate("application/rss+xml", 'href="/feed"');
    expect(urls(one + one)).toHaveLength(1);
    const many = Array.from({ length: 500 }, (_, i) => alternate("application/rss+xml", `href="/feed${i}"`));
    expect(urls(many.join(""))).toHaveLength(32);
  });
});

describe("a page that declares none", () => {
  test.each([
    ["/feed/", true],
    ["/blog/rss", true],
    ["/index.xml", true],
    ["/atom.xml", true],
    ["/feed.json", true],
    ["/news.rss", true],
    ["https://feeds.feedburner.com/site", true],
    ["/feedback", false],
    ["/rss-explained", false],
    ["/sitemap.xml", false],
    ["mailto:feed@site.example", false],
    ["#feed", false],
  ])("the link %s leads to a feed: %s", (href, isFeed) => {
    expect(urls(`<p><a href="${href}">x</a></p>`)).toHaveLength(isFeed ? 1 : 0);
  });

  test("a link is called what its words say", () => {
    const html = '<a href="/world.rss"><b>World</b> news</a><a href="/law.rss" title="Law">RSS</a><a href="/x.rss">';
    expect(found(html).map((candidate) => candidate.title)).toEqual(["World news", "Law", ""]);
  });

  test("a page whose canonical address is of a known site has that site's feed", () => {
    const html = '<link rel="canonical" href="https://www.youtube.com/channel/UCabc">';
    expect(urls(html, "https://www.youtube.com/@name")).toEqual([
      "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc",
    ]);
  });
});

test("a page that asks for a password says so", () => {
  expect(readPage('<form><input type="PASSWORD"></form>', PAGE).asksToSignIn).toBe(true);
  expect(readPage("<form><input type=text></form>", PAGE).asksToSignIn).toBe(false);
});

test("of one publication in several formats the first is offered", () => {
  const html =
    alternate("application/rss+xml", 'href="/rss" title="News (RSS)"') +
    alternate("application/atom+xml", 'href="/atom" title="News (Atom 1.0)"') +
    alternate("application/rss+xml", 'href="/law" title="Law (RSS)"') +
    alternate("application/rss+xml", 'href="/law2" title="Law (RSS)"');
  expect(choicesOf(found(html)).map(({ url }) => new URL(url).pathname)).toEqual(["/rss", "/law", "/law2"]);
});

describe("guesses", () => {
  test("are the well-known places of the host", () => {
    expect(guessesAt("https://site.example/a/b?c").slice(0, 3)).toEqual([
      "https://site.example/feed",
      "https://site.example/rss.xml",
      "https://site.example/index.xml",
    ]);
  });

  test.each([
    ["WordPress 6.7", "feed/"],
    ["Ghost 5.1", "rss/"],
    ["Hugo 0.139.0", "index.xml"],
    ["Jekyll v4.3", "feed.xml"],
    ["Astro v5", "rss.xml"],
    ["Hexo 7", "atom.xml"],
  ])("begin with what %s writes, beside the page and at the root", (generator, path) => {
    const { guesses } = readPage(`<meta name="Generator" content="${generator}">`, "https://site.example/blog/");
    expect(guesses.slice(0, 2)).toEqual([`https://site.example/blog/${path}`, `https://site.example/${path}`]);
  });
});
