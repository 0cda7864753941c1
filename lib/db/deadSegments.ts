import { Dexie } from "dexie";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Their blocks are deleted at once, by ranges: as many segments as one merge takes, mostly. */
const SEGMENTS_AT_ONCE = 8;

/** Must run inside the transaction that takes the segments out of the index. Their blocks are many, and go later. */
export async function buryBlocks(db: Db, segments: number[]): Promise<void> {
  await writeState(db, "deadSegments", [...((await readState(db, "deadSegments")) ?? []), ...segments]);
}

/** Deletes the blocks of some segments that nothing reads any more; false where there are none. */
export function dropDeadBlocks(db: Db): Promise<boolean> {
  return db.transaction("rw", [db.segmentBlocks, db.state], async () => {
    const dead = (await readState(db, "deadSegments")) ?? [];
    if (dead.length === 0) return false;
    const ranges = dead.slice(0, SEGMENTS_AT_ONCE).map((id) => [
      [id, Dexie.minKey],
      [id, Dexie.maxKey],
    ]);
    for (const [least, most] of ranges) await db.segmentBlocks.where("[segment+n]").between(least, most).delete();
    await writeState(db, "deadSegments", dead.slice(SEGMENTS_AT_ONCE));
    return true;
  });
}
