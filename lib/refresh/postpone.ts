import { changeFeeds, NEVER } from "../db/feeds.ts";
import { placeFor } from "../db/installation.ts";
import type { Db } from "../db/schema.ts";
import type { Feed } from "../model.ts";
import { intervalOf, momentFor, paceKept } from "./pace.ts";
import { nextAfterPause } from "./schedule.ts";
import { isWelcome, nextWelcome } from "./skipTimes.ts";

type Deps = { db: Db; now: () => number; random: () => number };

/** Puts off the feeds whose publishers want no visits at this hour: an alarm may be late. Resolves to the others. */
export async function putOffUnwelcome({ db, now, random }: Deps, due: Feed[]): Promise<Feed[]> {
  const at = now();
  const unwelcome = due.filter((feed) => !isWelcome(at, paceKept(feed).skips));
  if (unwelcome.length === 0) return due;
  const next = new Map<string, number>();
  for (const feed of unwelcome) {
    const [pace, place] = [paceKept(feed), await placeFor(db, feed.id, random)];
    next.set(feed.id, nextWelcome(at, { skips: pace.skips, place, spreadMs: intervalOf(feed, pace, at) }));
  }
  await changeFeeds(db, [...next.keys()], (rows) =>
    rows.map((row) => ({ ...row, nextFetchAt: next.get(row.id) ?? row.nextFetchAt })),
  );
  return due.filter((feed) => !next.has(feed.id));
}

/** What becomes of a claimed feed whose host wants to be left alone, by people too; null when it may be asked. */
export async function waitForHost(
  deps: Deps,
  claimed: Feed,
  pauses: ReadonlyMap<string, number>,
): Promise<Partial<Feed> | null> {
  const { host } = new URL(claimed.url);
  const until = pauses.get(host);
  if (until === undefined) return null;
  const { now, place } = await momentFor(deps, claimed);
  if (claimed.nextFetchAt === NEVER) return {};
  const nextFetchAt = nextAfterPause(until, intervalOf(claimed, paceKept(claimed), now), place);
  return { trouble: { kind: "hostWaits", at: now, host }, nextFetchAt };
}
