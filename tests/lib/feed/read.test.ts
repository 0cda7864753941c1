import { expect, test } from "vitest";
import { ITEMS_KEPT } from "../../../lib/feed/limits.ts";
import { readFeed } from "../../../lib/feed/read.ts";

const FROM = { url: "https://x.example/feed", now: Date.UTC(2026, 10, 23) };
const read = (text: string) => readFeed(new TextEncoder().encode(text), FROM);
const rss = (inner: string) => `<rss version="2.0"><channel><title>t</title>${inner}</channel></rss>`;

function items(text: string) {
  const document = read(text);
  if (document.kind !== "feed") throw new Error(`not a feed: ${document.reason}`);
  return document.items;
}

function repairs(text: string): string[] {
  const document = read(text);
  return document.kind === "feed" ? document.repairs.map((repair) => repair.kind) : [];
}

test.each([
  ["", "empty"],
  [" \n\t", "empty"],
  ["Not found", "malformed"],
  ["\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008PNG", "notText"],
  ["{}", "otherJson"],
  ['{"name":"x"}', "otherJson"],
  ["[1,2]", "otherJson"],
  ['{"version":"https://jsonfeed.org/version/1.1","items":[', "malformed"],
  ["<!DOCTYPE html><p>Log in", "webPage"],
  ["<html><body><rss version='2.0'></rss></body></html>", "webPage"],
  ["<opml version='2.0'></opml>", "opml"],
  ["<note/>", "otherXml"],
])("%j is no feed, and says why", (text, reason) => {
  expect(read(text)).toEqual({ kind: "notAFeed", reason, candidates: [] });
});

test.each([
  "<rss/>",
  "<rss version='2.0'><channel/></rss>",
  "<feed xmlns='http://www.w3.org/2005/Atom'/>",
  '{"version":"https://jsonfeed.org/version/1","items":[]}',
])("%j is a feed without items", (text) => {
  expect(read(text)).toMatchObject({ kind: "feed", items: [] });
});

test("of too many items the newest stay, in the document's order", () => {
  const dated = (i: number) =>
    `<item><guid>${i}</guid><pubDate>${new Date(Date.UTC(2024, 0, 1) + i * 60_000).toUTCString()}</pubDate></item>`;
  const many = Array.from({ length: ITEMS_KEPT + 100 }, (_, i) => dated(i)).join("");
  const kept = items(rss(many));
  expect(kept).toHaveLength(ITEMS_KEPT);
  expect(kept[0]?.guid).toBe("100");
  expect(repairs(rss(many))).toEqual(["tooManyItems"]);
});

test("a feed of many items is the same feed, wherever its own fields stand", () => {
  const many = Array.from({ length: 1_200 }, (_, i) => `<item><guid>${i}</guid></item>`).join("");
  const document = read(`<rss><channel><link>https://y.example/</link>${many}<title>T</title></channel></rss>`);
  expect(document).toMatchObject({ kind: "feed", title: "T", homeUrl: "https://y.example/", repairs: [] });
  expect(document.kind === "feed" && document.items.map((item) => item.guid)).toEqual(
    Array.from({ length: 1_200 }, (_, i) => String(i)),
  );
});

test("a truncated feed keeps its whole items, wherever it breaks off", () => {
  const whole = rss(
    "<item><guid>1</guid></item><item><guid>2</guid><description><![CDATA[x <b>y]]></description></item>",
  );
  const end = whole.indexOf("</item>") + "</item>".length;
  const second = whole.lastIndexOf("</item>");
  for (let length = end; length < second; length++) {
    expect(items(whole.slice(0, length)).map((item) => item.guid)).toEqual(["1"]);
    expect(repairs(whole.slice(0, length))).toEqual(["truncated"]);
  }
});

test("a missing </rss> alone loses nothing and is not worth a word", () => {
  const text = rss("<item><guid>1</guid></item>").replace("</rss>", "");
  expect(items(text)).toHaveLength(1);
  expect(repairs(text)).toEqual([]);
});

test("what follows the feed is ignored", () => {
  expect(
    items(`${rss("<item><guid>1</guid></item>")}<script>track()</script><item><guid>2</guid></item>`),
  ).toHaveLength(1);
});

test("an element of a hundred thousand attributes is read like any other", () => {
  const attributes = Array.from({ length: 100_000 }, (_, i) => `xmlns:a${i}="u${i}"`).join(" ");
  expect(items(`<rss ${attributes}><channel><item ${attributes}><guid>1</guid></item></channel></rss>`)).toHaveLength(
    1,
  );
});

test("an item of a million tags is dropped, its neighbours stay", () => {
  const bomb = `<item><guid>1</guid>${"<a>x</a>".repeat(200_000)}</item>`;
  expect(items(rss(`${bomb}<item><guid>2</guid></item>`)).map((item) => item.guid)).toEqual(["2"]);
});

test("nothing of a hostile document reaches an object's prototype", () => {
  read(
    '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"id":"1","constructor":{"prototype":{"polluted":1}}}]}',
  );
  read(rss("<item><__proto__><polluted>1</polluted></__proto__></item>"));
  expect("polluted" in {}).toBe(false);
});

test("a hero comes from beside the text first, else from in it", () => {
  const hero = (inner: string) => items(rss(`<item><link>https://x.example/a/b</link>${inner}</item>`))[0];
  const picture = '<description>&lt;img src="in.jpg" alt="In"&gt;</description>';
  expect(hero(`<enclosure url="/beside.jpg" type="image/jpeg" length="1"/>${picture}`)?.heroUrl).toBe(
    "https://x.example/beside.jpg",
  );
  expect(hero(picture)).toMatchObject({ heroUrl: "https://x.example/a/in.jpg", heroAlt: "In" });
  expect(hero('<enclosure url="/a.mp3" type="audio/mpeg" length="1"/>')?.heroUrl).toBeNull();
  expect(
    hero('<source:markdown xmlns:source="http://source.scripting.com/">![A](m_(1).jpg "t")</source:markdown>'),
  ).toMatchObject({
    heroUrl: "https://x.example/a/m_(1).jpg",
    heroAlt: "A",
  });
});

test("relative addresses in a text refer to the xml:base, else the article, the site, the feed", () => {
  const base = (inner: string, channel = "") =>
    items(rss(`${channel}<item>${inner}<description>x</description></item>`))[0]?.body?.baseUrl;
  expect(base("<link>https://y.example/p/1</link>")).toBe("https://y.example/p/1");
  expect(base("", "<link>https://site.example/</link>")).toBe("https://site.example/");
  expect(base("")).toBe(FROM.url);
  const atom = (own: string) =>
    items(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/d/"><entry xml:base="e/"><link href="f"/><content type="html"${own}>x</content></entry></feed>`,
    )[0];
  expect(atom("")).toMatchObject({ url: "https://b.example/d/e/f", body: { baseUrl: "https://b.example/d/e/" } });
  expect(atom(' xml:base="g/"')?.body?.baseUrl).toBe("https://b.example/d/e/g/");
});
