import type { FeedDocument, NotAFeed } from "../../lib/feed/document.ts";

/** Documents that reach the caps of lib/feed/limits.ts, made rather than kept, and what must be read of them. */
export type LargeFeed = { name: string; text: () => string; said: (read: unknown) => unknown; expected: unknown };

const times = (count: number, each: (i: number) => string) => Array.from({ length: count }, (_, i) => each(i)).join("");
const rss = (inner: string) => `<rss version="2.0"><channel><title>Large</title>${inner}</channel></rss>`;
const atomLinks = (count: number) => times(count, (i) => `<enclosure url="https://x.example/${i}" type="audio/mpeg"/>`);
const dated = (i: number) =>
  `<item><guid>${i}</guid><pubDate>${new Date(Date.UTC(2024, 0, 1) + i * 60_000).toUTCString()}</pubDate></item>`;

/** The dearest last: whoever looks for one that fails gets there seldom. */
export const largeFeeds: LargeFeed[] = [
  large(
    "an author of 20,000 characters is none",
    () => rss(`<item><guid>1</guid><author>${"a ".repeat(10_000)}</author></item>`),
    {
      said: ({ items }) => items.map((item) => item.authors),
      expected: [[]],
    },
  ),
  large(
    "text between elements is nothing",
    () => rss(`<item><guid>1</guid>${'<a b="'.repeat(4_000)}<title>t</title></item>`),
    {
      said: ({ items }) => items.map((item) => item.title),
      expected: ["t"],
    },
  ),
  large(
    "JSON of 600 levels is malformed",
    () => inJson({ id: 1, _deep: JSON.parse("[".repeat(600) + "]".repeat(600)) }),
    {
      said: (read) => read.items,
      expected: { kind: "notAFeed", reason: "malformed", candidates: [] },
    },
  ),
  large(
    "between items, 60,000 tags end the reading",
    () => rss(`<item><guid>1</guid></item>${"<a/>".repeat(60_000)}${dated(2)}`),
    {
      said: guids,
      expected: ["1"],
    },
  ),
  large(
    "of 300 attributes the first 256 count",
    () => rss(`<item><guid>1</guid><enclosure ${attributes(300)} url="https://x.example/late"/></item>`),
    {
      said: ({ items }) => items.map((item) => item.enclosures),
      expected: [[]],
    },
  ),
  large("a title is cut at 300 graphemes", () => rss(`<item><title>${"e\u0301".repeat(400)}</title></item>`), {
    said: ({ items }) => items[0]?.title,
    expected: `${"e\u0301".repeat(300)}…`,
  }),
  large(
    "a summary is cut at 300 graphemes",
    () => rss(`<item><description>${"word ".repeat(400)}</description></item>`),
    {
      said: ({ items }) => items[0]?.summary.length,
      expected: 300,
    },
  ),
  large("a name is cut at 120", () => rss(`<item><guid>1</guid><category>${"a".repeat(200)}</category></item>`), {
    said: ({ items }) => items[0]?.categories,
    expected: [`${"a".repeat(120)}…`],
  }),
  large(
    "an address of more than 4,096 characters is none",
    () => rss(`<item><guid>1</guid><link>https://x.example/${"a".repeat(4_096)}</link></item>`),
    {
      said: ({ items }) => items[0]?.url,
      expected: null,
    },
  ),
  large("of 30 authors 20 stay", () => inJson({ authors: list(30, (i) => ({ name: `A${i}` })) }), {
    said: ({ items }) => items[0]?.authors.length,
    expected: 20,
  }),
  large("of 100 categories 64 stay", () => inJson({ tags: list(100, (i) => `t${i}`) }), {
    said: ({ items }) => items[0]?.categories.length,
    expected: 64,
  }),
  large("of 50 enclosures 32 stay", () => rss(`<item><guid>1</guid>${atomLinks(50)}</item>`), {
    said: ({ items }) => items[0]?.enclosures.length,
    expected: 32,
  }),
  {
    name: "of 50 feeds that a page names 32 are listed",
    text: () => `<html>${times(50, (i) => `<link rel="alternate" type="application/rss+xml" href="/${i}">`)}</html>`,
    said: (read) => candidates(read).length,
    expected: 32,
  },
  large("of 5,100 items the newest 5,000 stay, in the document's order", () => rss(times(5_100, dated)), {
    said: ({ items, repairs }) => [items.length, items[0]?.guid, items.at(-1)?.guid, repairs],
    expected: [5_000, "100", "5099", [{ kind: "tooManyItems", count: 100 }]],
  }),
  large("of 5,100 items in JSON the newest 5,000 stay", () => manyInJson(5_100), {
    said: ({ items, repairs }) => [items.length, items[0]?.guid, repairs],
    expected: [5_000, "100", [{ kind: "tooManyItems", count: 100 }]],
  }),
  large("an item of 51,000 tags is dropped, its neighbours stay", () => bomb(51_000), {
    said: guids,
    expected: ["before", "after"],
  }),
  large("of items with 320,000 tags together, those beyond 300,000 are dropped", () => manyTags(8), {
    said: guids,
    expected: ["0", "1", "2", "3", "4", "5", "6"],
  }),
];

function large(
  name: string,
  text: () => string,
  { said, expected }: { said: (feed: FeedDocument) => unknown; expected: unknown },
): LargeFeed {
  return { name, text, expected, said: (read) => (isFeed(read) ? said(read) : read) };
}

function isFeed(read: unknown): read is FeedDocument {
  return typeof read === "object" && read !== null && "kind" in read && read.kind === "feed";
}

function candidates(read: unknown): string[] {
  const page = read as NotAFeed | FeedDocument; // readFeed's own answer
  return page.kind === "notAFeed" ? page.candidates : [];
}

function guids({ items }: FeedDocument): (string | null)[] {
  return items.map((item) => item.guid);
}

function bomb(tags: number): string {
  const item = `<item><guid>bomb</guid>${"<a/>".repeat(tags)}</item>`;
  return rss(`<item><guid>before</guid></item>${item}<item><guid>after</guid></item>`);
}

function manyTags(items: number): string {
  return rss(times(items, (i) => `<item><guid>${i}</guid>${"<a/>".repeat(40_000)}</item>`));
}

function attributes(count: number): string {
  return times(count, (i) => ` a${i}="${i}"`);
}

function list<T>(length: number, each: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => each(i));
}

function inJson(item: object): string {
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items: [{ id: "1", ...item }] });
}

function manyInJson(count: number): string {
  const items = list(count, (i) => ({ id: i, date_published: new Date(Date.UTC(2024, 0, 1) + i * 60_000) }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items });
}
