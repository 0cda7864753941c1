import { countOf } from "../db/counters.ts";
import { HOME_FEED, NEVER, NO_VALIDATORS, releaseFeed, type Claimed } from "../db/feeds.ts";
import { pauseHost } from "../db/hostPauses.ts";
import { ingest } from "../db/ingest.ts";
import { feedScope } from "../db/layout.ts";
import type { Db } from "../db/schema.ts";
import type { FeedDocument } from "../feed/document.ts";
import { identityOf, itemsWithKeys } from "../feed/identity.ts";
import { readDocument } from "../feed/readDocument.ts";
import { reportOn } from "../feed/report.ts";
import type { Feed, Trouble } from "../model.ts";
import type { Answer, Failure, Network, Outcome } from "./fetchDocument.ts";
import { merge } from "./merge.ts";
import { placeAfter } from "./moved.ts";
import { olderAfter } from "./older.ts";
import { intervalOf, momentFor, paceIn, paceKept, type Pace } from "./pace.ts";
import { nextAfterAnswer, nextAfterFailure, nextWhenGone } from "./schedule.ts";

export type RecordDeps = Network & {
  db: Db;
  random: () => number;
  localNoon: (utcMidnight: number) => number;
};

/** Ends a claim with what the fetch ended in. */
export async function recordOutcome(deps: RecordDeps, claimed: Claimed, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case "fetched":
      return storeDocument(deps, claimed, outcome);
    case "notModified":
      return releaseFeed(deps.db, claimed, {
        ...(await answered(deps, claimed, { ...outcome, pace: paceKept(claimed) })),
        brought: 0,
        trouble: isOfDocument(claimed.trouble) ? claimed.trouble : null,
      });
    case "gone":
      return releaseFeed(deps.db, claimed, gone(claimed, deps.now()));
    case "failed":
      return recordFailure(deps, claimed, outcome);
  }
}

/** As long as the document is the same, so is what is wrong with it. */
const isOfDocument = (trouble: Trouble | null): boolean => trouble?.kind === "truncated" || trouble?.kind === "emptied";

export type Fetched = Extract<Outcome, { kind: "fetched" }>;

export async function storeDocument(deps: RecordDeps, claimed: Claimed, fetched: Fetched): Promise<void> {
  const now = deps.now();
  const document = readDocument(fetched.bytes, { url: fetched.url, contentType: fetched.contentType, now });
  if (document.kind === "notAFeed") {
    const kind = document.reason === "webPage" ? "webPage" : "notAFeed";
    return recordFailure(deps, claimed, { kind: "failed", trouble: { kind, at: now }, retryAfter: null });
  }
  const trouble = await troubleOf(deps, claimed, document);
  const fresh = await answered(deps, claimed, { ...fetched, pace: paceIn(document, now) });
  const isFirstLoad = claimed.lastFetchedAt === null;
  const identity = claimed.identity ?? identityOf(document.items);
  const items = itemsWithKeys(claimed.id, document.items, identity);
  await ingest(deps.db, {
    claimed,
    now,
    keys: items.flatMap((each) => each.keys),
    report: reportOn(document, { at: now, bytes: fetched.bytes.length, kept: items.length }),
    merge: (known) => merge(items, known, { feed: claimed, now, isFirstLoad, localNoon: deps.localNoon }),
    feed: {
      ...fresh,
      ...(isFirstLoad && nameOf(claimed, document)),
      ...(identity && { identity }),
      ...(trouble === null && { listed: items.length }),
      older: await olderAfter(deps, claimed, document),
      trouble,
      // An incomplete answer must be asked for again in full, once: then it is the document that is so.
      ...(trouble && trouble.kind !== claimed.trouble?.kind && { validators: NO_VALIDATORS }),
    },
  });
}

/** A feed takes its document's name at the first load; the home feed has the name its publisher gave the build. */
function nameOf(claimed: Feed, document: FeedDocument): Partial<Feed> {
  if (claimed.id === HOME_FEED) return {};
  const title = claimed.isNamed ? claimed.title : document.title || claimed.title;
  return { title, homeUrl: document.homeUrl ?? claimed.homeUrl };
}

async function troubleOf(deps: RecordDeps, claimed: Feed, document: FeedDocument): Promise<Trouble | null> {
  const at = deps.now();
  if (document.repairs.some((repair) => repair.kind === "truncated")) return { kind: "truncated", at };
  if (document.items.length > 0) return null;
  // Only now: the read would wait for every refresh that is being written.
  const stored = await countOf(deps.db, feedScope("all", claimed.id));
  return stored > 0 ? { kind: "emptied", at } : null;
}

async function answered(deps: RecordDeps, claimed: Feed, answer: Answer & { pace: Pace }): Promise<Partial<Feed>> {
  const { validators, fresh, pace } = answer;
  const moment = await momentFor(deps, claimed);
  const intervalMs = intervalOf(claimed, pace, moment.now);
  return {
    ...(await placeAfter(deps, claimed, answer.url)),
    ...pace,
    validators,
    nextFetchAt: nextAfterAnswer({ ...pace, intervalMs, fresh }, moment),
    failures: 0,
    lostLeases: 0,
    lastFetchedAt: moment.now,
    trouble: null,
  };
}

/** What the first of several in a row said stays on the row: its time is what the second is measured by. */
function gone(claimed: Feed, now: number): Partial<Feed> {
  const said = claimed.trouble;
  const firstSaidAt = said?.kind === "gone" || said?.kind === "closed" ? Math.min(said.at, now) : now;
  const nextFetchAt = claimed.nextFetchAt === NEVER ? NEVER : nextWhenGone(firstSaidAt, now);
  const kind = nextFetchAt === NEVER ? "closed" : "gone";
  return { trouble: { kind, at: firstSaidAt, status: 410 }, nextFetchAt };
}

/** Being offline is nobody's fault: it is told, not counted. A feed that only people ask for stays so until it answers. */
export async function recordFailure(
  deps: RecordDeps,
  claimed: Claimed,
  { trouble, retryAfter }: Failure,
): Promise<void> {
  const now = deps.now();
  // First, and for itself: if the worker dies in between, the host is left alone all the same.
  if (retryAfter)
    for (const host of retryAfter.hosts) await pauseHost(deps.db, host, { now, until: now + retryAfter.ms });
  if (claimed.nextFetchAt === NEVER) return releaseFeed(deps.db, claimed, {});
  const failures = trouble.kind === "offline" ? claimed.failures : claimed.failures + 1;
  const moment = await momentFor(deps, claimed);
  const intervalMs = intervalOf(claimed, paceKept(claimed), now);
  const retryAfterMs = retryAfter?.ms ?? null;
  const nextFetchAt = nextAfterFailure({ trouble: trouble.kind, failures, retryAfterMs, intervalMs }, moment);
  return releaseFeed(deps.db, claimed, { trouble, failures, nextFetchAt });
}
