import { Dexie } from "dexie";
import type { Db } from "./schema.ts";

/** How many articles of a list stand in the order after a moment. Counts keys, reads no row. */
export const countSince = (db: Db, scope: string, at: number): Promise<number> =>
  db.articles.where("places").between([scope, at], [scope, Dexie.maxKey]).count();
