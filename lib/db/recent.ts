import { Dexie } from "dexie";
import type { Db } from "./schema.ts";
import { tagScope } from "./tagScope.ts";

/** How many articles of a tag stand in the order after a moment. Counts keys, reads no row. */
export function countSince(db: Db, tag: string, at: number): Promise<number> {
  const scope = tagScope("all", tag);
  return db.articles.where("places").between([scope, at], [scope, Dexie.maxKey]).count();
}
