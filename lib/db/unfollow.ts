import { canonicalUrl } from "../feed/url.ts";
import { dropChunks, finishMarking, isUnderWay } from "./marking.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState, type Unfollowed } from "./state.ts";
import { finishUnfollowing, strike } from "./unfollowing.ts";

/**
 * Takes a source out of all lists of sources. Its articles go when Undo can no longer bring it back: when something else
 * has been done since, or `letUnfollowedGo` was called, or nobody did for ten minutes.
 */
export async function unfollow(db: Db, feedId: string, now: number): Promise<void> {
  while ((await tryUnfollow(db, feedId, now)) === "busy") await finishMarking(db);
}

function tryUnfollow(db: Db, feedId: string, now: number): Promise<"done" | "busy"> {
  return db.transaction("rw", db.feeds, db.state, async () => {
    const last = await readState(db, "undo");
    if (isUnderWay(last)) return "busy";
    const feed = await db.feeds.get(feedId);
    if (!feed) return "done";
    await db.feeds.delete(feedId);
    await dropChunks(db, last);
    // Whoever fetches it now has nothing to store: the row that their lease was on is gone.
    const waiting: Unfollowed = { feed: { ...feed, lease: null }, at: now };
    await writeState(db, "unfollowed", [...((await readState(db, "unfollowed")) ?? []), waiting]);
    await writeState(db, "undo", { kind: "unfollow", feedId });
    return "done";
  });
}

/** The source that Undo would bring back; null where it would not bring one. */
export async function lastUnfollowed(db: Db): Promise<Unfollowed | null> {
  const last = await readState(db, "undo");
  if (last?.kind !== "unfollow") return null;
  return (await readState(db, "unfollowed"))?.find(({ feed }) => feed.id === last.feedId) ?? null;
}

/** Follows the source again that was unfollowed last, as it was. Nothing of it has been deleted yet. */
export function undoUnfollow(db: Db): Promise<void> {
  return db.transaction("rw", db.feeds, db.state, async () => {
    const waiting = await lastUnfollowed(db);
    if (!waiting) return;
    // Somebody may have followed it anew instead.
    const same = canonicalUrl(waiting.feed.url);
    if (await db.feeds.filter(({ url }) => canonicalUrl(url) === same).first()) return;
    await db.feeds.put(waiting.feed);
    await strike(db, waiting.feed.id);
    await clearState(db, "undo");
  });
}

/** The toast that offered Undo is gone. */
export async function letUnfollowedGo(db: Db, now: number): Promise<void> {
  await db.transaction("rw", db.state, async () => {
    if ((await readState(db, "undo"))?.kind === "unfollow") await clearState(db, "undo");
  });
  await finishUnfollowing(db, now);
}
