import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Asks the refresh that began then to end: what is being fetched is still stored, and no further feed is asked. */
export function stopRefresh(db: Db, startedAt: number, now: number): Promise<void> {
  return db.transaction("rw", db.state, async () => {
    const run = await readState(db, "refreshRun");
    // Another one may have begun since: that was not meant.
    if (run?.startedAt === startedAt) await writeState(db, "refreshRun", { ...run, stoppedAt: now });
  });
}

export async function isStopAsked(db: Db, startedAt: number): Promise<boolean> {
  const run = await readState(db, "refreshRun");
  return run?.startedAt === startedAt && run.stoppedAt !== undefined;
}
