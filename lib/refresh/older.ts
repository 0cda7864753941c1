import { oldestSortAt } from "../db/articles.ts";
import { claimFeed, getFeed, NO_VALIDATORS, releaseFeed, type Claimed } from "../db/feeds.ts";
import { hostPausedUntil, pauseHost } from "../db/hostPauses.ts";
import { ingest, type Harvest } from "../db/ingest.ts";
import { isStorageFull, unlessFull } from "../db/storageFull.ts";
import { withRoom } from "../db/withRoom.ts";
import type { FeedDocument } from "../feed/document.ts";
import { hashText } from "../feed/hash.ts";
import { itemsWithKeys } from "../feed/identity.ts";
import { readDocument } from "../feed/readDocument.ts";
import { canonicalUrl, isSameSite } from "../feed/url.ts";
import type { Feed, Older, Trouble } from "../model.ts";
import { fetchDocument } from "./fetchDocument.ts";
import { merge, type Arrival } from "./merge.ts";
import type { Fetched, RecordDeps } from "./recordOutcome.ts";

/**
 * Fetches the next older page of a feed, for a person who asks for it. Nothing of it is news, and neither validators nor
 * schedule of the feed change. Killed at any moment it leaves the way back as it was.
 */
export async function loadOlder(deps: RecordDeps, feedId: string): Promise<void> {
  const before = await getFeed(deps.db, feedId);
  const isWanted = (feed: Feed) => (feed.older?.url ?? null) !== null;
  const lease = { id: crypto.randomUUID(), now: deps.now(), isWanted };
  const claimed = await withRoom(deps.db, () => claimFeed(deps.db, feedId, lease)).catch(unlessFull);
  if (!claimed?.older?.url) return;
  // When the feed itself was tried, and what that brought, is not what this is about.
  const kept = { lastTriedAt: before?.lastTriedAt ?? null, brought: claimed.brought ?? 0 };
  const way: Way = { claimed, kept, older: claimed.older, url: claimed.older.url };
  try {
    await fetchPage(deps, way);
  } catch (fault) {
    const kind = isStorageFull(fault) ? "storageFull" : "internal";
    await stop(deps, way, { kind, at: deps.now() }).catch(unlessFull);
    if (kind === "internal") throw fault;
  }
}

/** Where a document's older pages begin. Once somebody has gone there, the way back is theirs, not the document's. */
export async function olderAfter(deps: RecordDeps, feed: Feed, document: FeedDocument): Promise<Older | null> {
  if (feed.older && feed.older.read.length > 0) return feed.older;
  const url = await olderUrl(deps, feed, { document, read: [] });
  return url === null ? null : { url, read: [], trouble: null };
}

type Way = { claimed: Claimed; kept: Pick<Feed, "lastTriedAt" | "brought">; older: Older; url: string };

async function fetchPage(deps: RecordDeps, way: Way): Promise<void> {
  const { db, now } = deps;
  const { host } = new URL(way.url);
  if (!(await deps.mayFetch(way.url))) return stop(deps, way, { kind: "noPermission", at: now(), host });
  if ((await hostPausedUntil(db, host, now())) !== null) return stop(deps, way, { kind: "hostWaits", at: now(), host });
  const outcome = await fetchDocument({ url: way.url, why: "older", feedId: way.claimed.id }, NO_VALIDATORS, deps);
  way.claimed.request = outcome.request;
  if (outcome.kind === "fetched") return storePage(deps, way, outcome);
  if (outcome.kind !== "failed") return stop(deps, way, { kind: "gone", at: now(), host });
  const { trouble, retryAfter } = outcome;
  const until = now() + (retryAfter?.ms ?? 0);
  for (const paused of retryAfter?.hosts ?? []) await pauseHost(db, paused, { now: now(), until });
  await stop(deps, way, trouble);
}

/** The way back stays where it is: the page can be asked for again. */
function stop({ db }: RecordDeps, { claimed, kept, older }: Way, trouble: Trouble): Promise<void> {
  return releaseFeed(db, claimed, { ...kept, older: { ...older, trouble } });
}

async function storePage(deps: RecordDeps, way: Way, { bytes, url, contentType }: Fetched): Promise<void> {
  const { claimed, kept, older } = way;
  const now = deps.now();
  const document = readDocument(bytes, { url, contentType, now });
  if (document.kind === "notAFeed") return stop(deps, way, { kind: "notAFeed", at: now, host: new URL(url).host });
  const items = itemsWithKeys(claimed.id, document.items, claimed.identity);
  const read = [...new Set([...older.read, pageKey(way.url), pageKey(url)])];
  const undatedAt = (await oldestSortAt(deps.db, claimed.id)) ?? now;
  const arrival: Arrival = {
    feed: claimed,
    now,
    isFirstLoad: true,
    isAskedFor: true,
    localNoon: deps.localNoon,
    undatedAt: undatedAt - 1,
  };
  const harvest: Harvest = {
    claimed,
    now,
    keys: items.flatMap((each) => each.keys),
    merge: (known) => merge(items, known, arrival),
    feed: { ...kept, older: { url: await olderUrl(deps, claimed, { document, read }), read, trouble: null } },
  };
  await withRoom(deps.db, () => ingest(deps.db, harvest));
}

/** Some archives walk in circles, and some lead to other people's: such a way ends. */
async function olderUrl(
  { mayFetch }: RecordDeps,
  feed: Feed,
  { document, read }: { document: FeedDocument; read: string[] },
): Promise<string | null> {
  const url = document.nextUrl;
  if (url === null || read.length >= PAGES_READ) return null;
  const been = new Set([...read, ...[feed.url, document.selfUrl ?? feed.url].map(pageKey)]);
  if (been.has(pageKey(url))) return null;
  const isOwn = [feed.url, feed.homeUrl, document.homeUrl].some((own) => own !== null && isSameSite(own, url));
  const isSafe = url.startsWith("https:") || feed.url.startsWith("http:");
  return (isOwn && isSafe) || (await mayFetch(url)) ? url : null;
}

/** Pages of one feed, each counted once or twice: far more than anyone has asked for by hand. */
const PAGES_READ = 1_000;

const pageKey = (url: string): string => hashText(canonicalUrl(url)).slice(0, 16);
