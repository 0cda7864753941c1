import { changeFeeds } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import type { Feed, Trouble } from "../model.ts";
import { nextAfterFailure } from "./schedule.ts";

const FEEDS_NEEDED = 3;
const HOSTS_NEEDED = 2;
const DAY = 24 * 3_600_000;
const SILENT: ReadonlySet<Trouble["kind"]> = new Set(["offline", "unreachable", "timeout"]);

type Deps = { db: Db; now: () => number; random: () => number };

/**
 * When everybody fell silent in one round, the fault is on this side, whatever the browser says of the network: told as
 * "offline" and not counted. `claimed` are the round's feeds as they were before it.
 */
export async function forgiveSilentRound({ db, now, random }: Deps, claimed: Feed[]): Promise<void> {
  if (claimed.length < FEEDS_NEEDED) return;
  const before = new Map(claimed.map((feed) => [feed.id, feed]));
  await changeFeeds(db, [...before.keys()], (rows, all) => {
    const heardAt = Math.max(0, ...all.map((feed) => feed.lastFetchedAt ?? 0));
    if (!rows.every(isSilent) || !isSurprising(claimed, { heardAt, now: now() })) return [];
    return rows.map((row) => ({
      ...row,
      failures: before.get(row.id)?.failures ?? 0,
      trouble: { kind: "offline", at: now() },
      // As after a first failure: should it be their fault after all, they are not asked at every alarm.
      nextFetchAt: nextAfterFailure(FIRST, { now: now(), place: 0, random: random() }),
    }));
  });
}

const FIRST = { trouble: "unreachable", failures: 1, retryAfterMs: null, intervalMs: 0 } as const;

const isSilent = ({ lease, trouble }: Feed): boolean => lease === null && trouble !== null && SILENT.has(trouble.kind);

/**
 * Enough of them were well until now. Feeds that are dead for long meet in rounds of their own, and so do those that
 * stayed silent when others could be heard again; and after a day without a word from anybody silence is no surprise.
 */
function isSurprising(claimed: Feed[], { heardAt, now }: { heardAt: number; now: number }): boolean {
  const wasWell = ({ failures, trouble }: Feed) =>
    failures === 0 && (trouble?.kind !== "offline" || trouble.at >= heardAt);
  const well = claimed.filter(wasWell);
  const hosts = new Set(well.map((feed) => new URL(feed.url).host));
  return well.length >= FEEDS_NEEDED && hosts.size >= HOSTS_NEEDED && now - heardAt <= DAY;
}
