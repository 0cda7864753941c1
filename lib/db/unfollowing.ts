import { retainNothing } from "./retention.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState } from "./state.ts";

/** A toast that nobody has closed for so long belongs to a page that is gone. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * Deletes the articles of all sources that cannot be brought back, some at a time; those that were starred or saved for
 * later stay. A page or worker that dies midway is followed by a round that goes on.
 */
export async function finishUnfollowing(db: Db, now: number): Promise<void> {
  for (const { feed, at } of (await readState(db, "unfollowed")) ?? []) {
    if (!(await isBeyondUndo(db, feed.id, now - at > FORGOTTEN_MS))) continue;
    await retainNothing(db, feed.id, now);
    await db.transaction("rw", db.tombstones, db.state, async () => {
      await db.tombstones.where("[feedId+seenAt]").between([feed.id], [feed.id, Infinity]).delete();
      await clearState(db, `document/${feed.id}`);
      await strike(db, feed.id);
    });
  }
}

function isBeyondUndo(db: Db, feedId: string, isForgotten: boolean): Promise<boolean> {
  return db.transaction("rw", db.state, async () => {
    const last = await readState(db, "undo");
    if (last?.kind !== "unfollow" || last.feedId !== feedId) return true;
    if (isForgotten) await clearState(db, "undo");
    return isForgotten;
  });
}

/** It waits no longer. In the transaction that knows why. */
export async function strike(db: Db, feedId: string): Promise<void> {
  const rest = (await readState(db, "unfollowed"))?.filter(({ feed }) => feed.id !== feedId);
  await writeState(db, "unfollowed", rest ?? []);
}
