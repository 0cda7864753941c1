import { claimFeed, dueFeeds, isDue, listFeeds, releaseFeed, type Claimed } from "../db/feeds.ts";
import { readPauses } from "../db/hostPauses.ts";
import { isStopAsked } from "../db/refreshRun.ts";
import { writeState } from "../db/state.ts";
import { isStorageFull, unlessFull } from "../db/storageFull.ts";
import { withRoom } from "../db/withRoom.ts";
import type { Feed, RequestReason, Trouble } from "../model.ts";
import { fetchDocument, type Failure } from "./fetchDocument.ts";
import { inTurns } from "./inTurns.ts";
import { putOffUnwelcome, waitForHost } from "./postpone.ts";
import { recordFailure, recordOutcome, type RecordDeps } from "./recordOutcome.ts";
import { forgiveSilentRound } from "./silentRound.ts";

export type RefreshDeps = RecordDeps & { wait: (ms: number) => Promise<void> };

/** `due`: what the schedule asks for. `all` (that are not paused) and a single feed: what a person asked for. */
export type Which = "due" | "all" | { feedId: string };

const FEEDS_AT_ONCE = 6;
const SAME_HOST_PAUSE_MS = 250;
/** A person who asks twice within this gets the first answer again. */
const MANUAL_PAUSE_MS = 60_000;

/** Fetches feeds and stores what is new. Safe to run twice at once, and to be killed at any moment. */
export async function refresh(deps: RefreshDeps, which: Which): Promise<void> {
  const feeds = await feedsToFetch(deps, which);
  if (feeds.length === 0) return;
  const startedAt = deps.now();
  // On a full disk nobody sees how far it is; what it brings may find room all the same.
  await writeState(deps.db, "refreshRun", { startedAt, feedIds: feeds.map((feed) => feed.id) }).catch(unlessFull);
  let isStopped = false;
  const manners = {
    hostOf: (feed: Feed) => new URL(feed.url).host,
    atOnce: FEEDS_AT_ONCE,
    pauseMs: SAME_HOST_PAUSE_MS,
    wait: async (ms: number) => void (isStopped || (await deps.wait(ms))),
  };
  const asked: Feed[] = [];
  const faults: unknown[] = [];
  await inTurns(feeds, manners, async ({ id }) => {
    // Those that are not asked stay due.
    isStopped ||= await isStopAsked(deps.db, startedAt);
    if (isStopped) return;
    const claimed = await refreshFeed(deps, id, which).catch((fault: unknown) => void faults.push(fault));
    if (claimed) asked.push(claimed);
  });
  // One feed's bug must not stop the others; it must not be silent either.
  if (faults.length > 0) throw new AggregateError(faults, "refresh failed");
  await forgiveSilentRound(deps, asked).catch(unlessFull);
}

async function feedsToFetch(deps: RefreshDeps, which: Which): Promise<Feed[]> {
  const { db, now, mayFetch } = deps;
  if (which === "due") return putOffUnwelcome(deps, await dueFeeds(db, now()));
  const feeds = await listFeeds(db);
  const isMeant = (feed: Feed) => (which === "all" ? !feed.isPaused : feed.id === which.feedId);
  const asked = feeds.filter((feed) => isMeant(feed) && isWanted(feed, which, now()));
  const allowed = await Promise.all(asked.map((feed) => feed.trouble?.kind !== "noPermission" || mayFetch(feed.url)));
  return asked.filter((_, i) => allowed[i]);
}

/** Asked again when the feed is claimed: another run may have fetched it meanwhile. */
function isWanted(feed: Feed, which: Which, now: number): boolean {
  if (which === "due") return isDue(feed, now);
  // One that lacked a permission did not answer; someone who has just given it waits for the answer.
  if (feed.lastTriedAt === null || feed.trouble?.kind === "noPermission") return true;
  const waited = now - feed.lastTriedAt;
  return waited < 0 || waited >= MANUAL_PAUSE_MS;
}

/** Leases lost in a row after which a feed is taken for the cause. */
const LEASES_TO_LOSE = 3;

/** Resolves to the feed as it was when it was asked, or null when nobody was. */
async function refreshFeed(deps: RefreshDeps, id: string, which: Which): Promise<Feed | null> {
  const now = deps.now();
  // At once: each would wait for every refresh that is being written.
  const [claimed, pauses] = await Promise.all([claim(deps, id, which), readPauses(deps.db, now)]);
  if (!claimed) return null;
  const wait = await waitForHost(deps, claimed, pauses);
  if (wait) {
    await releaseFeed(deps.db, claimed, wait).catch(unlessFull);
    return null;
  }
  if (claimed.lostLeases >= LEASES_TO_LOSE) await recordFailure(deps, claimed, internalFault(deps));
  else await fetchAndRecord(deps, claimed, which === "due" ? "due" : "asked");
  return claimed;
}

/** Where not even a claim finds room, nobody is asked for what could not be stored. */
async function claim({ db, now: clock }: RefreshDeps, id: string, which: Which): Promise<Feed | null> {
  const now = clock();
  const lease = { id: crypto.randomUUID(), now, isWanted: (feed: Feed) => isWanted(feed, which, now) };
  const claimed = await withRoom(db, () => claimFeed(db, id, lease)).catch(unlessFull);
  return claimed ?? null;
}

async function fetchAndRecord(deps: RefreshDeps, feed: Feed, why: RequestReason): Promise<void> {
  const claimed: Claimed = { ...feed };
  try {
    const outcome = await fetchDocument({ url: feed.url, why, feedId: feed.id }, feed.validators, deps);
    claimed.request = outcome.request;
    await withRoom(deps.db, () => recordOutcome(deps, claimed, outcome));
  } catch (fault) {
    if (!isStorageFull(fault)) {
      await recordFailure(deps, claimed, internalFault(deps));
      throw fault;
    }
    // Even this may find no room: then the lease runs out, and the feed is asked again.
    await recordFailure(deps, claimed, storageFull(deps)).catch(unlessFull);
  }
}

const internalFault = (deps: RefreshDeps): Failure => faultOf(deps, "internal");
const storageFull = (deps: RefreshDeps): Failure => faultOf(deps, "storageFull");

function faultOf(deps: RefreshDeps, kind: Trouble["kind"]): Failure {
  return { kind: "failed", trouble: { kind, at: deps.now() }, retryAfter: null };
}
