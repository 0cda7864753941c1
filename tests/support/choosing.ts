import { chooseTags } from "../../lib/db/choosing.ts";
import { finishRetagging } from "../../lib/db/retagging.ts";
import type { Db } from "../../lib/db/schema.ts";
import type { Act } from "../../lib/tags/choosing.ts";

/** As a page does it: the choice, then all articles. */
export async function choose(db: Db, act: Act): Promise<boolean> {
  const isChanged = await chooseTags(db, act);
  await finishRetagging(db);
  return isChanged;
}
