import "fake-indexeddb/auto";
import { getArticle, getBody } from "../../lib/db/articles.ts";
import { HOME_FEED, newFeed } from "../../lib/db/feeds.ts";
import type { Draft } from "../../lib/db/draft.ts";
import { ingest, type Merged } from "../../lib/db/ingest.ts";
import { openDatabase, type Db } from "../../lib/db/schema.ts";
import { claimFeed } from "../../lib/db/feeds.ts";
import type { Article, Feed } from "../../lib/model.ts";

/** A day in the middle of the year, noon UTC: the tests' "now". */
export const NOW = Date.UTC(2024, 6, 3, 12);

let made = 0;

/** A new, empty store in memory. */
export function makeDb(): Db {
  return openDatabase(`test-${made++}`);
}

export function makeDraft(given: Partial<Draft> & { title: string }): Draft & { isNews: boolean } {
  return {
    feedId: HOME_FEED,
    keys: [`${HOME_FEED} g:${given.title}`],
    url: null,
    summary: "",
    authors: [],
    tags: ["world"],
    publishedAt: null,
    publishedDateOnly: false,
    updatedAt: null,
    arrivedAt: NOW,
    sortAt: NOW,
    unread: 1,
    starred: 0,
    later: 0,
    hero: null,
    language: null,
    direction: null,
    enclosures: [],
    commentsUrl: null,
    contentHash: given.title,
    text: { format: "markdown", source: `Text of ${given.title}`, baseUrl: null },
    isNews: true,
    ...given,
  };
}

export async function addFeed(db: Db, id: string = HOME_FEED): Promise<Feed> {
  const feed = newFeed({ id, url: `https://${id}.example/feed`, title: id, homeUrl: null }, NOW);
  await db.feeds.put(feed);
  return feed;
}

/** Stores drafts as one refresh of their feed would. */
export async function store(
  db: Db,
  given: Partial<Merged> & { now?: number },
  feedId: string = HOME_FEED,
): Promise<void> {
  const { now = NOW, ...merged } = given;
  if (!(await db.feeds.get(feedId))) await addFeed(db, feedId);
  const claimed = await claimFeed(db, feedId, { id: `lease-${made++}`, now: NOW, isWanted: () => true });
  if (!claimed) throw new Error(`${feedId} is claimed already`);
  const drafts = [...(merged.insert ?? []), ...(merged.revise ?? []).map((each) => each.draft)];
  await ingest(db, {
    claimed,
    now,
    keys: drafts.flatMap((draft) => draft.keys),
    merge: () => ({ insert: [], revise: [], rebury: [], isDoubtful: false, ...merged }),
    feed: {},
  });
}

/** Stores what the publisher made of an article since. */
export async function rewrite(db: Db, id: number, fields: Partial<Draft>, now: number): Promise<Article> {
  const stored = await storedArticle(db, id);
  const { id: _, places: __, body: ___, ...kept } = stored;
  const draft = { ...kept, text: await getBody(db, stored), ...fields };
  await store(db, { revise: [{ stored, draft }], now });
  return await storedArticle(db, id);
}

async function storedArticle(db: Db, id: number): Promise<Article> {
  const article = await getArticle(db, id);
  if (!article) throw new Error(`article ${id} is not stored`);
  return article;
}
