import { readCounts } from "../db/counters.ts";
import { HOME_FEED, NO_VALIDATORS, releaseFeed } from "../db/feeds.ts";
import { ingest } from "../db/ingest.ts";
import { feedScope } from "../db/layout.ts";
import type { Db } from "../db/schema.ts";
import type { FeedDocument } from "../feed/document.ts";
import { identityOf, itemsWithKeys } from "../feed/identity.ts";
import { readFeed } from "../feed/read.ts";
import type { Feed, Trouble } from "../model.ts";
import type { Failure, Network, Outcome } from "./fetchDocument.ts";
import { merge } from "./merge.ts";
import { HOME_INTERVAL_MS, INTERVAL_MS, nextAfterAnswer, nextAfterFailure, nextWhenGone } from "./schedule.ts";

export type RecordDeps = Network & {
  db: Db;
  random: () => number;
  localNoon: (utcMidnight: number) => number;
};

/** Ends a claim with what the fetch ended in. */
export function recordOutcome(deps: RecordDeps, claimed: Feed, outcome: Outcome): Promise<void> {
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

export type Fetched = Extract<Outcome, { kind: "fetched" }>;

export async function storeDocument(deps: RecordDeps, claimed: Feed, fetched: Fetched): Promise<void> {
  const now = deps.now();
  const document = readFeed(fetched.bytes, { url: fetched.url, contentType: fetched.contentType, now });
  if (document.kind === "notAFeed") {
    const kind = document.reason === "webPage" ? "webPage" : "notAFeed";
    return recordFailure(deps, claimed, { kind: "failed", trouble: { kind, at: now }, retryAfterMs: null });
  }
  const trouble = await troubleOf(deps, claimed, document);
  const isFirstLoad = claimed.lastFetchedAt === null;
  const identity = claimed.identity ?? identityOf(document.items);
  const items = itemsWithKeys(claimed.id, document.items, identity);
  await ingest(deps.db, {
    claimed,
    now,
    keys: items.flatMap((each) => each.keys),
    merge: (known) => merge(items, known, { feed: claimed, now, isFirstLoad, localNoon: deps.localNoon }),
    feed: {
      ...answered(deps, claimed, { ...fetched, ttlMs: document.hints.ttlMs }),
      ...(isFirstLoad && nameOf(claimed, document)),
      ...(identity && { identity }),
      trouble,
      // An incomplete answer must be asked for again in full.
      ...(trouble && { validators: NO_VALIDATORS }),
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
  const stored = (await readCounts(deps.db)).get(feedScope("all", claimed.id)) ?? 0;
  return document.items.length === 0 && stored > 0 ? { kind: "emptied", at } : null;
}

type Answer = Pick<Fetched, "validators" | "maxAgeMs"> & { ttlMs: number | null };

function answered(deps: RecordDeps, claimed: Feed, { validators, maxAgeMs, ttlMs }: Answer): Partial<Feed> {
  const now = deps.now();
  const intervalMs = claimed.id === HOME_FEED ? HOME_INTERVAL_MS : INTERVAL_MS;
  const nextFetchAt = nextAfterAnswer({ intervalMs, maxAgeMs, ttlMs }, { now, random: deps.random() });
  return { validators, nextFetchAt, ttlMs, failures: 0, lostLeases: 0, lastFetchedAt: now, trouble: null };
}

/** Being offline is nobody's fault: it is told, not counted. */
export function recordFailure(deps: RecordDeps, claimed: Feed, { trouble, retryAfterMs }: Failure): Promise<void> {
  const failures = trouble.kind === "offline" ? claimed.failures : claimed.failures + 1;
  const at = { now: deps.now(), random: deps.random() };
  const nextFetchAt = nextAfterFailure({ trouble: trouble.kind, failures, retryAfterMs }, at);
  return releaseFeed(deps.db, claimed, { trouble, failures, nextFetchAt });
}
