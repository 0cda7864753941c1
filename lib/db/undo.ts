import { undoChoices } from "./choosing.ts";
import { undoMarking } from "./marking.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";
import { undoUnfollow } from "./unfollow.ts";

/** Takes back what was done last of all that can be. Resolves to how many articles it was done to, where it was to articles. */
export async function undoLast(db: Db): Promise<number> {
  const kind = (await readState(db, "undo"))?.kind;
  if (kind === "tags") await undoChoices(db);
  else if (kind === "unfollow") await undoUnfollow(db);
  else return undoMarking(db);
  return 0;
}
