import { listPage } from "../../lib/db/articles.ts";
import { claimFeed, HOME_FEED, NEVER, newFeed } from "../../lib/db/feeds.ts";
import { tendIndex } from "../../lib/db/indexing.ts";
import { ingest, type Merged } from "../../lib/db/ingest.ts";
import type { Db } from "../../lib/db/schema.ts";
import type { Item } from "../../lib/feed/document.ts";
import { itemsWithKeys } from "../../lib/feed/identity.ts";
import type { Feed, Flag } from "../../lib/model.ts";
import { merge } from "../../lib/refresh/merge.ts";
import { homeFeedUrl, site } from "../../lib/site.ts";
import { hostOf, type MadeArticle, makeArticle } from "./articles.ts";

/** So many feeds with so many articles each, as if they had come in `slices` visits of each feed. */
export type SeedPlan = { feeds: number; perFeed: number; slices: number; until: number };

/** Fills the store through the product's own ingest with one of the plan's slices; none of the feeds is ever due. */
export async function seed(db: Db, { plan, slice }: { plan: SeedPlan; slice: number }): Promise<void> {
  if (slice === 0) await db.feeds.bulkPut(Array.from({ length: plan.feeds }, (_, i) => feedOf(i, plan)));
  const size = plan.perFeed / plan.slices;
  for (let feed = 0; feed < plan.feeds; feed++) {
    const numbers = Array.from({ length: size }, (_, i) => slice * size + size - 1 - i);
    const articles = numbers.map((number) => makeArticle({ feed, number, count: plan.perFeed, until: plan.until }));
    await store(db, feedIdOf(feed), articles);
  }
  // As the background does after each round.
  await tendIndex(db);
}

/** Leaves nothing for the background to do: of the pictures, the newest are there and the others are not wanted. */
export async function finishSeed(db: Db): Promise<void> {
  const newest = await listPage(db, { view: "all", tag: null, feedId: null }, null, PICTURES);
  const urls = newest.flatMap((article) => article.hero?.url ?? []);
  const thumb = await picture();
  const wanted = await db.images.bulkGet(urls);
  await db.images.clear();
  await db.images.bulkPut(wanted.flatMap((row) => (row ? [{ ...row, wanted: 0 as const, thumb, full: thumb }] : [])));
}

const PICTURES = 200;

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(232, 155);
  const context = canvas.getContext("2d");
  if (context) context.fillStyle = "#0c5a48";
  context?.fillRect(20, 20, 150, 100);
  return canvas.convertToBlob({ type: "image/webp" });
}

/** The first is the home feed, whose row the background looks for. */
export const feedIdOf = (feed: number): string => (feed === 0 ? HOME_FEED : `feed-${feed}`);

function feedOf(feed: number, { until }: SeedPlan): Feed {
  const url = feed === 0 ? homeFeedUrl : `http://${hostOf(feed)}/feeds/${feed}`;
  const title = feed === 0 ? site.name : `Feed ${feed}`;
  return { ...newFeed({ id: feedIdOf(feed), url, title, homeUrl: null }, until), nextFetchAt: NEVER };
}

async function store(db: Db, feedId: string, articles: MadeArticle[]): Promise<void> {
  const now = Math.max(...articles.map((article) => article.publishedAt));
  const claimed = await claimFeed(db, feedId, { id: crypto.randomUUID(), now, isWanted: () => true });
  if (!claimed) throw new Error(`${feedId} is claimed`);
  const items = itemsWithKeys(feedId, articles.map(itemOf));
  const localNoon = (midnight: number) => midnight;
  const ingested = await ingest(db, {
    claimed,
    now,
    keys: items.flatMap((each) => each.keys),
    merge: (known) => flagged(merge(items, known, { feed: claimed, now, isFirstLoad: true, localNoon })),
    feed: { lastFetchedAt: now },
  });
  if (ingested.kind !== "stored" || ingested.inserted !== articles.length) throw new Error(`${feedId}: not stored`);
}

/** As people leave them: a third is read, a few are starred or kept for later. */
function flagged(merged: Merged): Merged {
  const flag = (is: boolean): Flag => (is ? 1 : 0);
  const insert = merged.insert.map((draft, i) => ({
    ...draft,
    unread: flag(i % 3 > 0),
    starred: flag(i % 50 === 0),
    later: flag(i % 25 === 7),
  }));
  return { ...merged, insert };
}

/** As the engine reads it from a document. */
function itemOf({ guid, url, title, summary, authors, tags, publishedAt, heroUrl, html }: MadeArticle): Item {
  return {
    guid,
    url,
    title,
    summary,
    body: { format: "html", source: html, baseUrl: url },
    authors,
    categories: tags,
    publishedAt,
    updatedAt: null,
    publishedDateOnly: false,
    rawDate: null,
    heroUrl,
    heroAlt: "",
    enclosures: [],
    commentsUrl: null,
    language: null,
    direction: null,
  };
}
