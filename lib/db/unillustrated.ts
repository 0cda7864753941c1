import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Notes that the pictures of these articles are wanted, above their texts and in them: which they are is looked up apart. */
export async function queueTextsOf(db: Db, ids: number[]): Promise<void> {
  const waiting = (await readState(db, "unillustrated")) ?? [];
  await writeState(db, "unillustrated", [...new Set([...waiting, ...ids])]);
}
