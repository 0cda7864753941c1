import { Dexie } from "dexie";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Blocks that are deleted at once. */
const BLOCKS_AT_ONCE = 32;

/** Must run inside the transaction that takes the segments out of the index. Their blocks are many, and go later. */
export async function buryBlocks(db: Db, segments: number[]): Promise<void> {
  await writeState(db, "deadSegments", [...((await readState(db, "deadSegments")) ?? []), ...segments]);
}

/** Deletes some blocks of segments that nothing reads any more; false where there are none. */
export function dropDeadBlocks(db: Db): Promise<boolean> {
  return db.transaction("rw", [db.segmentBlocks, db.state], async () => {
    const [dead, ...others] = (await readState(db, "deadSegments")) ?? [];
    if (dead === undefined) return false;
    const blocks = db.segmentBlocks.where("[segment+n]").between([dead, Dexie.minKey], [dead, Dexie.maxKey]);
    const keys = await blocks.limit(BLOCKS_AT_ONCE).primaryKeys();
    await db.segmentBlocks.bulkDelete(keys);
    if (keys.length < BLOCKS_AT_ONCE) await writeState(db, "deadSegments", others);
    return true;
  });
}
