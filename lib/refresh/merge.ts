import type { Draft, Merged } from "../db/ingest.ts";
import type { Item } from "../feed/document.ts";
import { contentHash } from "../feed/identity.ts";
import type { Article, Feed } from "../model.ts";
import { canonicalTags } from "../tags/canonicalTags.ts";

export type KeyedItem = { item: Item; keys: string[] };

export type Arrival = {
  feed: Feed;
  now: number;
  isFirstLoad: boolean;
  /** Noon, in the reader's zone, of the calendar day that starts at this UTC midnight. */
  localNoon: (utcMidnight: number) => number;
};

/**
 * What a document makes of the stored articles. New ones are inserted oldest first, so that ids grow in the order of
 * the document and ties of date keep it. What the reader owns (flags, place, arrival) is never written.
 */
export function merge(items: KeyedItem[], stored: Article[], arrival: Arrival): Merged {
  const byKey = new Map(stored.flatMap((article) => article.keys.map((key) => [key, article] as const)));
  const merged: Merged = { insert: [], revise: [] };
  const taken = new Set<number>();
  for (const { item, keys } of items) {
    const match = findStored(item, keys, byKey);
    if (!match) merged.insert.unshift(newDraft(item, keys, arrival));
    else if (!taken.has(match.id) && match.contentHash !== contentHash(item)) {
      taken.add(match.id);
      merged.revise.push({ stored: match, draft: revisedDraft(item, match, keys, arrival) });
    }
  }
  return merged;
}

const SAME_STORY_MS = 48 * 3_600_000;

/** The best key decides; a further key (the same link) only together with the title or the time. */
function findStored(item: Item, keys: string[], byKey: Map<string, Article>): Article | null {
  const [primary, ...aliases] = keys;
  const same = primary === undefined ? undefined : byKey.get(primary);
  if (same) return same;
  for (const alias of aliases) {
    const candidate = byKey.get(alias);
    if (candidate && (candidate.title === item.title || isCloseInTime(candidate, item))) return candidate;
  }
  return null;
}

function isCloseInTime(article: Article, item: Item): boolean {
  if (article.publishedAt === null || item.publishedAt === null) return false;
  return Math.abs(article.publishedAt - item.publishedAt) <= SAME_STORY_MS;
}

function newDraft(item: Item, keys: string[], arrival: Arrival): Merged["insert"][number] {
  return {
    ...contentOf(item, arrival.feed),
    feedId: arrival.feed.id,
    keys,
    arrivedAt: arrival.now,
    sortAt: sortAtOf(item, arrival),
    unread: 1,
    starred: 0,
    later: 0,
    isNews: !arrival.isFirstLoad && isRecent(item, arrival),
  };
}

function revisedDraft(item: Item, stored: Article, keys: string[], arrival: Arrival): Draft {
  const { id: _, places: __, body: ___, ...kept } = stored;
  return { ...kept, ...contentOf(item, arrival.feed), keys: [...new Set([...keys, ...stored.keys])] };
}

function contentOf(item: Item, feed: Feed) {
  return {
    url: item.url,
    title: item.title,
    summary: item.summary,
    authors: item.authors,
    tags: canonicalTags([...item.categories, ...feed.tags]),
    publishedAt: item.publishedAt,
    publishedDateOnly: item.publishedDateOnly,
    updatedAt: item.updatedAt,
    hero: item.heroUrl === null ? null : { url: item.heroUrl, alt: item.heroAlt },
    language: item.language,
    direction: item.direction,
    enclosures: item.enclosures,
    commentsUrl: item.commentsUrl,
    contentHash: contentHash(item),
    text: item.body,
  };
}

const EARLIEST = Date.UTC(1990, 0, 1);

/** The claimed date where it can be believed, else the arrival. Never later than the arrival. */
function sortAtOf(item: Item, { now, localNoon }: Arrival): number {
  if (item.publishedAt === null || item.publishedAt < EARLIEST) return now;
  return Math.min(item.publishedDateOnly ? localNoon(item.publishedAt) : item.publishedAt, now);
}

const DAY_MS = 24 * 3_600_000;

/** Worth telling of: at most a day old; of a calendar date, today or yesterday. */
function isRecent(item: Item, { now, localNoon }: Arrival): boolean {
  if (item.publishedAt === null) return true;
  if (item.publishedDateOnly) return now - localNoon(item.publishedAt) < 1.5 * DAY_MS;
  return now - item.publishedAt <= DAY_MS;
}
