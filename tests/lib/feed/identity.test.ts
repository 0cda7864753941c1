import { expect, test } from "vitest";
import type { Item } from "../../../lib/feed/document.ts";
import { articleKeys, contentHash, identityOf, itemsWithKeys } from "../../../lib/feed/identity.ts";

const NOTHING: Item = {
  ...{ guid: null, url: null, title: "", summary: "", body: null, authors: [], categories: [], publishedAt: null },
  ...{ updatedAt: null, publishedDateOnly: false, rawDate: null, heroUrl: null, heroAlt: "", enclosures: [] },
  ...{ commentsUrl: null, language: null, direction: null },
};
const item = (fields: Partial<Item>): Item => ({ ...NOTHING, ...fields });
const html = (source: string) => ({ format: "html" as const, source, baseUrl: null });
const primary = (fields: Partial<Item>) => articleKeys("F", item(fields))[0];
const keysOf = (...items: Partial<Item>[]) => itemsWithKeys("F", items.map(item)).map(({ keys }) => keys);

test("a guid is the best key, the link its alias", () => {
  expect(articleKeys("F", item({ guid: "1", url: "https://x.example/a" }))).toEqual(["F g:1", "F u:x.example/a"]);
});

test("without a guid the link is the key", () => {
  expect(articleKeys("F", item({ url: "https://x.example/a/" }))).toEqual(["F u:x.example/a"]);
});

test("the same item in two feeds is two articles", () => {
  expect(articleKeys("A", item({ guid: "1" }))).not.toEqual(articleKeys("B", item({ guid: "1" })));
});

const SAME: [why: string, a: Partial<Item>, b: Partial<Item>][] = [
  ["the site moved to https", { guid: "http://x.example/1" }, { guid: "https://x.example/1" }],
  ["white space stands around a guid", { guid: " 1\n" }, { guid: "1" }],
  ["a link gained a trailing slash", { url: "https://x.example/a" }, { url: "https://x.example/a/" }],
  ["a link gained a campaign", { url: "https://x.example/a" }, { url: "https://x.example/a?utm_source=rss" }],
  ["the title was edited", { guid: "1", title: "a" }, { guid: "1", title: "b" }],
  ["the body was edited", { guid: "1", body: html("a") }, { guid: "1", body: html("b") }],
  ["the date changed", { url: "https://x.example/a", publishedAt: 1 }, { url: "https://x.example/a", publishedAt: 2 }],
  ["only markup changed in a nameless text", { body: html("<p>a b</p>") }, { body: html("<div>a  <b>b</b></div>") }],
  ["a long text changed far down", { body: html(`${"a ".repeat(4000)}b`) }, { body: html(`${"a ".repeat(4000)}c`) }],
];

test.each(SAME)("it is the same article when %s", (_why, a, b) => {
  expect(primary(a)).toBe(primary(b));
});

const DIFFERENT: [why: string, a: Partial<Item>, b: Partial<Item>][] = [
  ["guids differ in case", { guid: "a" }, { guid: "A" }],
  ["guids differ in encoding", { guid: "a%20b" }, { guid: "a b" }],
  ["guids differ in a trailing slash", { guid: "https://x.example/a" }, { guid: "https://x.example/a/" }],
  ["a guid looks like another's link", { guid: "x.example/a" }, { url: "https://x.example/a" }],
  ["links differ in a number", { url: "https://x.example/?p=1" }, { url: "https://x.example/?p=2" }],
  ["titles are the same and days differ", { title: "Links", publishedAt: 1 }, { title: "Links", publishedAt: 2 }],
  ["dates are the same and titles differ", { title: "a", publishedAt: 1 }, { title: "b", publishedAt: 1 }],
  ["nameless texts differ", { body: html("a") }, { body: html("b") }],
  [
    "only a recording tells them apart",
    { enclosures: [{ url: "https://x.example/1.mp3", type: "", length: null }] },
    { enclosures: [] },
  ],
];

test.each(DIFFERENT)("they are two articles when %s", (_why, a, b) => {
  expect(primary(a)).not.toBe(primary(b));
});

test("a guid of more than 2,048 characters is kept as its hash", () => {
  const key = primary({ guid: "g".repeat(2_049) });
  expect(key).toMatch(/^F g:[0-9a-f]{32}$/);
  expect(key).not.toBe(primary({ guid: "g".repeat(2_050) }));
});

test("two items under one guid both add their link, so that neither depends on its place", () => {
  const items = [
    { guid: "1", url: "https://x.example/a" },
    { guid: "1", url: "https://x.example/b" },
  ];
  const keys = [
    ["F g:1|https://x.example/a", "F u:x.example/a", "F g:1"],
    ["F g:1|https://x.example/b", "F u:x.example/b", "F g:1"],
  ];
  expect(keysOf(...items)).toEqual(keys);
  expect(keysOf(...items.toReversed())).toEqual(keys.toReversed());
});

test("all items under one guid stay apart, whatever their order", () => {
  const items = ["a", "b", "c", "d"].map((name) => ({ guid: "same", url: `https://x.example/${name}`, title: name }));
  expect(new Set(keysOf(...items).map(([key]) => key)).size).toBe(4);
});

test("the same guid, link and title is the same item twice, and dropped", () => {
  expect(keysOf({ guid: "1", title: "a" }, { guid: "1", title: "a" }, { guid: "2" })).toHaveLength(2);
});

test("one link for several titles keeps them apart", () => {
  const keys = keysOf({ url: "https://x.example/log", title: "a" }, { url: "https://x.example/log", title: "b" });
  expect(new Set(keys.map(([key]) => key)).size).toBe(2);
});

test("links that differ only in their fragment keep items apart", () => {
  const keys = keysOf({ url: "https://x.example/log#a", title: "v" }, { url: "https://x.example/log#b", title: "v" });
  expect(new Set(keys.map(([key]) => key)).size).toBe(2);
});

test("a link that several items share is nobody's alias", () => {
  expect(keysOf({ guid: "1", url: "https://x.example/" }, { guid: "2", url: "https://x.example/" })).toEqual([
    ["F g:1"],
    ["F g:2"],
  ]);
});

test("a guid that changes at every fetch leaves the link to be found by", () => {
  const [before, after] = ["?t=1", "?t=2"].map((guid) => articleKeys("F", item({ guid, url: "https://x.example/a" })));
  expect(after?.[0]).not.toBe(before?.[0]);
  expect(after?.[1]).toBe(before?.[1]);
});

test("a changed order changes no key", () => {
  const items = [{ guid: "1" }, { url: "https://x.example/2" }, { title: "3", publishedAt: 3 }];
  expect(keysOf(...items.toReversed())).toEqual(keysOf(...items).toReversed());
});

test("the content hash follows what people see, not what publishers set anew at each fetch", () => {
  const hash = (fields: Partial<Item>) =>
    contentHash(item({ title: "t", url: "https://x.example/a", body: html("<p>a b</p>"), ...fields }));
  expect(hash({ guid: "2", publishedAt: 5, updatedAt: 6, rawDate: "7" })).toBe(hash({}));
  expect(hash({ body: html("<p>a <i>b</i></p>") })).not.toBe(hash({}));
  expect(hash({ title: "u" })).not.toBe(hash({}));
  expect(hash({ authors: ["x"] })).not.toBe(hash({}));
  expect(hash({ url: "https://x.example/b" })).not.toBe(hash({}));
});

const linked = (count: number, guid: (n: number) => string | null, url = (n: number) => `https://x.example/${n}`) =>
  Array.from({ length: count }, (_, n) => item({ guid: guid(n), url: url(n), title: `${n}` }));

test.each<[what: string, items: Item[], identity: "link" | undefined]>([
  ["guids of their own", linked(20, (n) => `${n}`), undefined],
  ["no guids", linked(20, () => null), undefined],
  ["one guid for all", linked(3, () => "same"), "link"],
  ["one guid for 2 of 3", linked(3, (n) => (n < 2 ? "same" : "other")), undefined],
  ["one guid for 3 of 29", linked(29, (n) => (n < 3 ? "same" : `${n}`)), "link"],
  ["one guid for 3 of 30", linked(30, (n) => (n < 3 ? "same" : `${n}`)), undefined],
  ["each item listed twice", [...linked(9, (n) => `${n}`), ...linked(9, (n) => `${n}`)], undefined],
  [
    "one guid for 3 of 20, and one link for all",
    linked(
      20,
      (n) => (n < 3 ? "same" : `${n}`),
      () => "https://x.example/",
    ),
    undefined,
  ],
])("%s: told apart by %3$s", (_what, items, identity) => {
  expect(identityOf(items)).toBe(identity);
});

test("a feed told apart by its links has the guid as an alias, where it is an item's own", () => {
  const items = linked(4, (n) => (n < 3 ? "same" : "own"));
  expect(itemsWithKeys("F", items, "link").map(({ keys }) => keys)).toEqual([
    ["F u:x.example/0"],
    ["F u:x.example/1"],
    ["F u:x.example/2"],
    ["F u:x.example/3", "F g:own"],
  ]);
});
