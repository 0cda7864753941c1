import type { Draft } from "../db/draft.ts";
import type { Known, Merged } from "../db/ingest.ts";
import type { Item } from "../feed/document.ts";
import { inscribed, seenAgain } from "../db/tombstones.ts";
import type { KeyedItem } from "../feed/identity.ts";
import type { Article, Feed } from "../model.ts";
import { withSourceTags } from "../tags/sourceTags.ts";
import { findOwners } from "./owners.ts";

export type Arrival = {
  feed: Feed;
  now: number;
  isFirstLoad: boolean;
  /** Noon, in the reader's zone, of the calendar day that starts at this UTC midnight. */
  localNoon: (utcMidnight: number) => number;
  /** Where articles without a date belong, when not at the top. */
  undatedAt?: number;
  /** A person asks for these: what was deleted comes back, read. */
  isAskedFor?: true;
};

/**
 * What a document makes of the stored articles. New ones are inserted oldest first, so that ids grow in the order of
 * the document and ties of date keep it. What the reader owns (flags, place, arrival) is never written.
 */
export function merge(items: KeyedItem[], known: Known, arrival: Arrival): Merged {
  const { owners, dead, fresh, isMassChange } = findOwners(items, known);
  const changed = [...owners].filter(([keyed, owner]) => isChanged(keyed, owner));
  const revise = changed.map(([keyed, owner]) => ({ stored: owner, draft: revisedDraft(keyed, owner, arrival) }));
  const isNew = new Set(arrival.isAskedFor ? [...fresh, ...dead.keys()] : fresh);
  const insert = items
    .filter((keyed) => isNew.has(keyed))
    .map((keyed) => ({ ...newDraft(keyed, arrival), ...(dead.has(keyed) && { unread: 0 as const }) }))
    .reverse();
  const rebury = [...dead].flatMap(
    ([{ item, keys }, tombstone]) => seenAgain(tombstone, inscribed({ keys, title: item.title }), arrival.now) ?? [],
  );
  const isDoubtful = isMassChange && !arrival.isFirstLoad;
  if (!arrival.isAskedFor) return { insert, revise, rebury, isDoubtful };
  return { insert, revise, rebury: [], exhume: [...dead.values()].map(({ id }) => id), isDoubtful };
}

/** A new first key is written too: by it the article is known when its title changes next. */
const isChanged = ({ hash, keys: [key = ""] }: KeyedItem, owner: Article): boolean =>
  owner.contentHash !== hash || !owner.keys.includes(key);

function newDraft({ item, keys, hash }: KeyedItem, arrival: Arrival): Merged["insert"][number] {
  return {
    ...contentOf(item, arrival.feed),
    contentHash: hash,
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

function revisedDraft({ item, keys, hash }: KeyedItem, stored: Article, arrival: Arrival): Draft {
  // What the reader made of its tags is made anew of those that it is given now.
  const { id: _, places: __, body: ___, givenTags: ____, sourceTags: _____, mutedBy: ______, ...kept } = stored;
  const known = [...new Set([...keys, ...stored.keys])].slice(0, KEYS_KEPT);
  return { ...kept, ...contentOf(item, arrival.feed), contentHash: hash, keys: known };
}

/** Of an article whose publisher changes its guid with every edit. */
const KEYS_KEPT = 8;

function contentOf(item: Item, feed: Feed) {
  return {
    url: item.url,
    title: item.title,
    summary: item.summary,
    authors: item.authors,
    ...withSourceTags(item.categories, feed.tags),
    publishedAt: item.publishedAt,
    publishedDateOnly: item.publishedDateOnly,
    updatedAt: item.updatedAt,
    hero: item.heroUrl === null ? null : { url: item.heroUrl, alt: item.heroAlt },
    language: item.language,
    direction: item.direction,
    enclosures: item.enclosures,
    commentsUrl: item.commentsUrl,
    text: item.body,
  };
}

const EARLIEST = Date.UTC(1990, 0, 1);

/** The claimed date where it can be believed, else the arrival or, of older pages, their place. Never later than it. */
function sortAtOf(item: Item, { now, localNoon, undatedAt = now }: Arrival): number {
  if (item.publishedAt === null || item.publishedAt < EARLIEST) return undatedAt;
  return Math.min(item.publishedDateOnly ? localNoon(item.publishedAt) : item.publishedAt, now);
}

const DAY_MS = 24 * 3_600_000;

/** Worth telling of: at most a day old; of a calendar date, today or yesterday. */
function isRecent(item: Item, { now, localNoon }: Arrival): boolean {
  if (item.publishedAt === null) return true;
  if (item.publishedDateOnly) return now - localNoon(item.publishedAt) < 1.5 * DAY_MS;
  return now - item.publishedAt <= DAY_MS;
}
