import type { Feed } from "../model.ts";
import { countOf } from "./counters.ts";
import { isFailed } from "./failed.ts";
import { listFeeds } from "./feeds.ts";
import type { Db } from "./schema.ts";

/** What the icon in the browser's toolbar says. */
export type Toolbar = {
  unread: number;
  /** Sources that somebody should look after. */
  needy: number;
  /** No source has answered for a day. */
  isCutOff: boolean;
  /** The reader has paused every source. */
  isPaused: boolean;
};

const DAY_MS = 24 * 3_600_000;

export async function readToolbar(db: Db, now: number): Promise<Toolbar> {
  const [unread, feeds] = await Promise.all([countOf(db, "unread"), listFeeds(db)]);
  // Being offline is nobody's fault.
  const needy = feeds.filter((feed) => isFailed(feed) && feed.trouble?.kind !== "offline");
  const heardAt = Math.max(...feeds.map((feed: Feed) => feed.lastFetchedAt ?? feed.addedAt));
  const isCutOff = feeds.length > 0 && needy.length === feeds.length && now - heardAt >= DAY_MS;
  const isPaused = feeds.length > 0 && feeds.every((feed) => feed.isPaused);
  return { unread, needy: needy.length, isCutOff, isPaused };
}
