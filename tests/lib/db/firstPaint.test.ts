import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listPage, newestArticleId } from "../../../lib/db/articles.ts";
import { markAllRead } from "../../../lib/db/marking.ts";
import { readCounts } from "../../../lib/db/counters.ts";
import { HOME_FEED, newFeed } from "../../../lib/db/feeds.ts";
import { readFirstPaint } from "../../../lib/db/firstPaint.ts";
import { placesOf } from "../../../lib/db/places.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { writeState } from "../../../lib/db/state.ts";
import type { Article } from "../../../lib/model.ts";
import { counted } from "../../support/countedReads.ts";

let db: Db;
let name: string;

beforeEach(() => {
  name = `first-paint-${crypto.randomUUID()}`;
  db = openDatabase(name);
});

afterEach(() => db.delete());

const all = { scope: "all", count: 20 };

test("a store that does not exist is not made", async () => {
  expect(await readFirstPaint({ ...all, name })).toBeNull();
  const present = await indexedDB.databases();
  expect(present.map((database) => database.name)).not.toContain(name);
});

test("a store without the tables it needs is left to Dexie", async () => {
  await new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("articles");
    request.onsuccess = () => resolve(request.result.close());
  });
  expect(await readFirstPaint({ ...all, name })).toBeNull();
});

test("an empty store gives empty lists", async () => {
  await db.open();
  expect(await readFirstPaint({ ...all, name })).toEqual({
    articles: [],
    counts: new Map(),
    feeds: [],
    choices: new Map(),
    images: [],
    run: null,
    newestId: 0,
  });
});

test("the first paint shows what Dexie would show, newest first", async () => {
  await seed(30);
  const paint = await readFirstPaint({ ...all, name });
  expect(paint?.articles).toEqual(await listPage(db, { view: "all", tag: null, feedId: null }, null, 20));
  expect(paint?.articles.map((article) => article.id)).toEqual(Array.from({ length: 20 }, (_, i) => 30 - i));
  expect(paint?.counts).toEqual(await countsOfTags());
  expect(paint?.newestId).toBe(await newestArticleId(db));
});

test("however much is stored, it asks one transaction for the same few rows", async () => {
  await seed(30);
  const few = await counted(() => readFirstPaint({ ...all, name }));
  expect(few).toMatchObject({ writing: 0, rows: { articles: 20 } });
  // The newest, two ranges of counters, the sources, what was made of tags, two facts, and a picture for each article.
  expect(few.requests).toBe(7 + 20);
  expect(few.unbounded).toEqual(["counters.getAll", "counters.getAll", "feeds.getAll", "tags.getAll"]);
  await seed(600, 30);
  expect(await counted(() => readFirstPaint({ ...all, name }))).toEqual(few);
});

test("a scope gives its own articles only", async () => {
  await seed(10);
  await markAllRead(db, { view: "all", tag: "science", feedId: null }, 10);
  const unread = await readFirstPaint({ scope: "unread", count: 20, name });
  expect(unread?.articles.map((article) => article.tags[0])).toEqual(Array(5).fill("world"));
  const science = await readFirstPaint({ scope: "all #science", count: 20, name });
  expect(science?.articles).toHaveLength(5);
});

test("the pictures of the shown articles come along, others stay where they are", async () => {
  await seed(22);
  await db.images.put(picture("https://a.example/22.webp"));
  await db.images.put(picture("https://a.example/1.webp"));
  const paint = await readFirstPaint({ ...all, name });
  expect(paint?.images.map((image) => image.url)).toEqual(["https://a.example/22.webp"]);
});

test("the running refresh and the sources come along", async () => {
  await db.feeds.add(newFeed({ id: HOME_FEED, url: "https://a.example/feed", title: "A", homeUrl: null }, 5));
  await writeState(db, "refreshRun", { startedAt: 7, feedIds: [HOME_FEED] });
  const paint = await readFirstPaint({ ...all, name });
  expect(paint?.feeds.map((feed) => feed.id)).toEqual([HOME_FEED]);
  expect(paint?.run).toEqual({ startedAt: 7, feedIds: [HOME_FEED] });
});

test("the connection is closed afterwards, so that a migration need not wait", async () => {
  await db.open();
  await readFirstPaint({ ...all, name });
  db.close();
  const blocked = vi.fn();
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onblocked = blocked;
    request.onsuccess = resolve;
  });
  expect(blocked).not.toHaveBeenCalled();
});

/** Of the two views that the popup counts, without those of their sources. */
async function countsOfTags() {
  const counts = [...(await readCounts(db))];
  return new Map(counts.filter(([scope]) => /^(all|unread)( #|$)/.test(scope)));
}

async function seed(count: number, from = 0): Promise<void> {
  const rows = Array.from({ length: count - from }, (_, i) => article(from + i + 1));
  const counters = new Map<string, number>();
  for (const [scope] of rows.flatMap((row) => row.places)) counters.set(scope, (counters.get(scope) ?? 0) + 1);
  await db.articles.bulkAdd(rows);
  await db.counters.bulkPut([...counters].map(([scope, count]) => ({ scope, count })));
  await writeState(db, "nextArticleId", count + 1);
}

/** Two articles share each moment, so ties are part of every page. */
function article(id: number): Article {
  const row = {
    id,
    feedId: HOME_FEED,
    keys: [`home guid ${id}`],
    url: `https://a.example/${id}`,
    title: `Article ${id}`,
    summary: "",
    authors: [],
    tags: [id % 2 ? "world" : "science"],
    publishedAt: null,
    publishedDateOnly: false,
    updatedAt: null,
    arrivedAt: 1000,
    sortAt: 1000 + Math.floor(id / 2),
    hero: { url: `https://a.example/${id}.webp`, alt: "" },
    language: null,
    direction: null,
    enclosures: [],
    commentsUrl: null,
    contentHash: "",
    body: null,
    unread: 1 as const,
    starred: 0 as const,
    later: 0 as const,
  };
  return { ...row, places: placesOf(row) };
}

function picture(url: string) {
  return { url, feedId: HOME_FEED, wanted: 1 as const, tries: 0, full: null, thumb: null, width: 0, height: 0 };
}
