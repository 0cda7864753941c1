import { undoChoices } from "./choosing.ts";
import { undoMarking } from "./marking.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";

/** Takes back what was done last of all that can be. Resolves to how many articles it was done to, where it was to articles. */
export async function undoLast(db: Db): Promise<number> {
  if ((await readState(db, "undo"))?.kind !== "tags") return undoMarking(db);
  await undoChoices(db);
  return 0;
}
