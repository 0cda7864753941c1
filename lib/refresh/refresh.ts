import { readCounts } from "../db/counters.ts";
import { claimFeed, dueFeeds, HOME_FEED, isDue, listFeeds, NO_VALIDATORS, releaseFeed } from "../db/feeds.ts";
import { ingest } from "../db/ingest.ts";
import { feedScope } from "../db/layout.ts";
import type { Db } from "../db/schema.ts";
import { writeState } from "../db/state.ts";
import { isStorageFull } from "../db/storageFull.ts";
import type { FeedDocument } from "../feed/document.ts";
import { itemsWithKeys } from "../feed/identity.ts";
import { readFeed } from "../feed/read.ts";
import type { Feed, Trouble } from "../model.ts";
import { fetchDocument, type Failure, type Network, type Outcome } from "./fetchDocument.ts";
import { merge } from "./merge.ts";
import { inTurns } from "./inTurns.ts";
import { HOME_INTERVAL_MS, INTERVAL_MS, nextAfterAnswer, nextAfterFailure, nextWhenGone } from "./schedule.ts";

export type RefreshDeps = Network & {
  db: Db;
  random: () => number;
  wait: (ms: number) => Promise<void>;
  localNoon: (utcMidnight: number) => number;
};

/** `due`: what the schedule asks for. `all` and a single feed: what a person asked for. */
export type Which = "due" | "all" | { feedId: string };

const FEEDS_AT_ONCE = 6;
const SAME_HOST_PAUSE_MS = 250;
/** A person who asks twice within this gets the first answer again. */
const MANUAL_PAUSE_MS = 60_000;

/** Fetches feeds and stores what is new. Safe to run twice at once, and to be killed at any moment. */
export async function refresh(deps: RefreshDeps, which: Which): Promise<void> {
  const feeds = await feedsToFetch(deps, which);
  if (feeds.length === 0) return;
  await writeState(deps.db, "refreshRun", { startedAt: deps.now(), feedIds: feeds.map((feed) => feed.id) });
  const manners = {
    hostOf: (feed: Feed) => new URL(feed.url).host,
    atOnce: FEEDS_AT_ONCE,
    pauseMs: SAME_HOST_PAUSE_MS,
    wait: deps.wait,
  };
  const faults: unknown[] = [];
  await inTurns(feeds, manners, async (feed) => {
    await refreshFeed(deps, feed.id, which).catch((fault: unknown) => faults.push(fault));
  });
  // One feed's bug must not stop the others; it must not be silent either.
  if (faults.length > 0) throw new AggregateError(faults, "refresh failed");
}

async function feedsToFetch({ db, now, mayFetch }: RefreshDeps, which: Which): Promise<Feed[]> {
  if (which === "due") return dueFeeds(db, now());
  const feeds = await listFeeds(db);
  const asked = feeds.filter((feed) => (which === "all" || feed.id === which.feedId) && isWanted(feed, which, now()));
  const allowed = await Promise.all(asked.map((feed) => feed.trouble?.kind !== "noPermission" || mayFetch(feed.url)));
  return asked.filter((_, i) => allowed[i]);
}

/** Asked again when the feed is claimed: another run may have fetched it meanwhile. */
function isWanted(feed: Feed, which: Which, now: number): boolean {
  if (which === "due") return isDue(feed, now);
  if (feed.trouble?.kind === "tooManyRequests") return isDue(feed, now);
  // One that lacked a permission did not answer; someone who has just given it waits for the answer.
  if (feed.lastTriedAt === null || feed.trouble?.kind === "noPermission") return true;
  const waited = now - feed.lastTriedAt;
  return waited < 0 || waited >= MANUAL_PAUSE_MS;
}

/** Leases lost in a row after which a feed is taken for the cause. */
const LEASES_TO_LOSE = 3;

async function refreshFeed(deps: RefreshDeps, id: string, which: Which): Promise<void> {
  const now = deps.now();
  const claim = { id: crypto.randomUUID(), now, isWanted: (feed: Feed) => isWanted(feed, which, now) };
  const claimed = await claimFeed(deps.db, id, claim);
  if (!claimed) return;
  if (claimed.lostLeases >= LEASES_TO_LOSE) return recordFailure(deps, claimed, internalFault(deps));
  try {
    const outcome = await fetchDocument(claimed.url, claimed.validators, deps);
    await recordOutcome(deps, claimed, outcome);
  } catch (fault) {
    await recordFailure(deps, claimed, isStorageFull(fault) ? storageFull(deps) : internalFault(deps));
    if (!isStorageFull(fault)) throw fault;
  }
}

/** Ends a claim with what its fetch ended in. */
export function recordOutcome(deps: RefreshDeps, claimed: Feed, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case "fetched":
      return storeDocument(deps, claimed, outcome);
    case "notModified":
      return releaseFeed(deps.db, claimed, answered(deps, claimed, { ...outcome, ttlMs: claimed.ttlMs }));
    case "gone":
      return releaseFeed(deps.db, claimed, {
        trouble: { kind: "gone", at: deps.now(), status: 410 },
        nextFetchAt: nextWhenGone({ now: deps.now() }),
      });
    case "failed":
      return recordFailure(deps, claimed, outcome);
  }
}

type Fetched = Extract<Outcome, { kind: "fetched" }>;

async function storeDocument(deps: RefreshDeps, claimed: Feed, fetched: Fetched): Promise<void> {
  const now = deps.now();
  const document = readFeed(fetched.bytes, { url: fetched.url, contentType: fetched.contentType, now });
  if (document.kind === "notAFeed") {
    const kind = document.reason === "webPage" ? "webPage" : "notAFeed";
    return recordFailure(deps, claimed, { kind: "failed", trouble: { kind, at: now }, retryAfterMs: null });
  }
  const trouble = await troubleOf(deps, claimed, document);
  const isFirstLoad = claimed.lastFetchedAt === null;
  const items = itemsWithKeys(claimed.id, document.items);
  await ingest(deps.db, {
    claimed,
    keys: items.flatMap((each) => each.keys),
    merge: (stored) => merge(items, stored, { feed: claimed, now, isFirstLoad, localNoon: deps.localNoon }),
    feed: {
      ...answered(deps, claimed, { ...fetched, ttlMs: document.hints.ttlMs }),
      ...(isFirstLoad && nameOf(claimed, document)),
      trouble,
      // An incomplete answer must be asked for again in full.
      ...(trouble && { validators: NO_VALIDATORS }),
    },
  });
}

/** A feed takes its document's name at the first load; the home feed has the name its publisher gave the build. */
function nameOf(claimed: Feed, document: FeedDocument): Partial<Feed> {
  if (claimed.id === HOME_FEED) return {};
  return { title: document.title || claimed.title, homeUrl: document.homeUrl ?? claimed.homeUrl };
}

async function troubleOf(deps: RefreshDeps, claimed: Feed, document: FeedDocument): Promise<Trouble | null> {
  const at = deps.now();
  if (document.repairs.some((repair) => repair.kind === "truncated")) return { kind: "truncated", at };
  const stored = (await readCounts(deps.db)).get(feedScope("all", claimed.id)) ?? 0;
  return document.items.length === 0 && stored > 0 ? { kind: "emptied", at } : null;
}

type Answer = Pick<Fetched, "validators" | "maxAgeMs"> & { ttlMs: number | null };

function answered(deps: RefreshDeps, claimed: Feed, { validators, maxAgeMs, ttlMs }: Answer): Partial<Feed> {
  const now = deps.now();
  const intervalMs = claimed.id === HOME_FEED ? HOME_INTERVAL_MS : INTERVAL_MS;
  const nextFetchAt = nextAfterAnswer({ intervalMs, maxAgeMs, ttlMs }, { now, random: deps.random() });
  return { validators, nextFetchAt, ttlMs, failures: 0, lostLeases: 0, lastFetchedAt: now, trouble: null };
}

/** Being offline is nobody's fault: it is told, not counted. */
function recordFailure(deps: RefreshDeps, claimed: Feed, { trouble, retryAfterMs }: Failure): Promise<void> {
  const failures = trouble.kind === "offline" ? claimed.failures : claimed.failures + 1;
  const at = { now: deps.now(), random: deps.random() };
  const nextFetchAt = nextAfterFailure({ trouble: trouble.kind, failures, retryAfterMs }, at);
  return releaseFeed(deps.db, claimed, { trouble, failures, nextFetchAt });
}

const internalFault = (deps: RefreshDeps): Failure => faultOf(deps, "internal");
const storageFull = (deps: RefreshDeps): Failure => faultOf(deps, "storageFull");

function faultOf(deps: RefreshDeps, kind: Trouble["kind"]): Failure {
  return { kind: "failed", trouble: { kind, at: deps.now() }, retryAfterMs: null };
}
