import { canonicalUrl } from "../feed/url.ts";
import type { Feed, Validators } from "../model.ts";
import { isHeld, LEASE_MS } from "./lease.ts";
import { noteRequest, type NewRequest } from "./requests.ts";
import type { Db } from "./schema.ts";

/** The home feed keeps its id when its address changes, so its articles and flags stay. */
export const HOME_FEED = "home";

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null, storedAt: 0 };

export type PictureHosts = NonNullable<Feed["pictureHosts"]>;

export type NewFeed = Pick<Feed, "id" | "url" | "title" | "homeUrl" | "pictureHosts">;

export function newFeed(given: NewFeed, now: number): Feed {
  return {
    ...given,
    tags: [],
    addedAt: now,
    validators: NO_VALIDATORS,
    nextFetchAt: now,
    ttlMs: null,
    lease: null,
    lostLeases: 0,
    failures: 0,
    lastTriedAt: null,
    lastFetchedAt: null,
    trouble: null,
  };
}

/** Makes the home feed's row exist and point where this build says. Safe to run at every start. */
export function ensureHomeFeed(db: Db, home: Omit<NewFeed, "id">, now: number): Promise<void> {
  return db.transaction("rw", db.feeds, async () => {
    const stored = await db.feeds.get(HOME_FEED);
    if (!stored) return void (await db.feeds.add(newFeed({ ...home, id: HOME_FEED }, now)));
    if (stored.url === home.url) return;
    await db.feeds.update(HOME_FEED, {
      ...home,
      validators: NO_VALIDATORS,
      movedTo: null,
      older: null,
      nextFetchAt: now,
      failures: 0,
      trouble: null,
    });
  });
}

export function listFeeds(db: Db): Promise<Feed[]> {
  return db.feeds.toArray();
}

export function getFeed(db: Db, id: string): Promise<Feed | undefined> {
  return db.feeds.get(id);
}

/** The next visit of a feed that only people ask for. */
export const NEVER = Infinity;

const CLOCK_STEP_MS = 5 * 60_000;

/** A feed that was tried in the future was tried by a clock that has been put back since: its times mean nothing. */
export function isDue(feed: Feed, now: number): boolean {
  if (feed.isPaused || feed.nextFetchAt === NEVER) return false;
  return feed.nextFetchAt <= now || (feed.lastTriedAt ?? feed.addedAt) > now + CLOCK_STEP_MS;
}

export function dueFeeds(db: Db, now: number): Promise<Feed[]> {
  return db.feeds.filter((feed) => isDue(feed, now)).toArray();
}

export type Claim = { id: string; now: number; isWanted: (feed: Feed) => boolean };

/**
 * Claims a feed for one fetch: resolves to the row as claimed, or null when someone else holds it or it is not wanted
 * any more (someone else has just fetched it).
 * A lease that ran out is a fetch that never ended; it is counted, so that a crash cannot loop for ever.
 */
export function claimFeed(db: Db, id: string, lease: Claim): Promise<Feed | null> {
  return db.transaction("rw", db.feeds, async () => {
    const feed = await db.feeds.get(id);
    if (!feed || isHeld(feed, lease.now) || !lease.isWanted(feed)) return null;
    const claimed: Feed = {
      ...feed,
      lease: { id: lease.id, until: lease.now + LEASE_MS },
      lostLeases: feed.lease === null ? feed.lostLeases : feed.lostLeases + 1,
      lastTriedAt: lease.now,
    };
    await db.feeds.put(claimed);
    return claimed;
  });
}

/** A feed as it was claimed, and the request that was made since: it is written with what it led to. */
export type Claimed = Feed & { request?: NewRequest | null | undefined };

/** Ends a claim without articles. Leaves the row as it is when the lease has passed to someone else. */
export function releaseFeed(db: Db, claimed: Claimed, change: Partial<Feed>): Promise<void> {
  return db.transaction("rw", db.feeds, db.requests, async () => {
    const [feed] = await Promise.all([db.feeds.get(claimed.id), noteRequest(db, claimed.request)]);
    if (!feed || feed.lease?.id !== claimed.lease?.id) return;
    await db.feeds.put({ ...feed, ...change, lease: null, lostLeases: change.lostLeases ?? 0 });
  });
}

/** Rewrites the rows of these feeds at once, whoever else writes: `change` gets them and all there are. */
export function changeFeeds(db: Db, ids: string[], change: (feeds: Feed[], all: Feed[]) => Feed[]): Promise<void> {
  return db.transaction("rw", db.feeds, async () => {
    const all = await db.feeds.toArray();
    const asked = all.filter((feed) => ids.includes(feed.id));
    await db.feeds.bulkPut(change(asked, all));
  });
}

/** Follows a feed by its address; resolves to its id, the present one's when that address is followed in any spelling. */
export function followFeed(db: Db, given: Omit<NewFeed, "id">, now: number): Promise<{ id: string; isNew: boolean }> {
  return db.transaction("rw", db.feeds, async () => {
    const same = canonicalUrl(given.url);
    const present = await db.feeds.filter((feed) => canonicalUrl(feed.url) === same).first();
    if (present) return { id: present.id, isNew: false };
    const id = crypto.randomUUID();
    await db.feeds.add(newFeed({ ...given, id }, now));
    return { id, isNew: true };
  });
}
