import { getArticles } from "./articles.ts";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** Somebody looks at a list whose newest article this is. */
export function noteLooked(db: Db, through: number): Promise<void> {
  return db.transaction("rw", db.state, async () => {
    if (through > ((await readState(db, "lookedThrough")) ?? 0)) await writeState(db, "lookedThrough", through);
  });
}

/** The notifications of which every article has been read since. */
export async function settledNotices(db: Db): Promise<string[]> {
  const shown = Object.entries((await readState(db, "noticeLog"))?.shown ?? {});
  const settled = await Promise.all(shown.map(async ([id, ids]) => ((await isAnyUnread(db, ids)) ? [] : [id])));
  return settled.flat();
}

/** Where there are thousands, one unread among the first is enough to know. */
const CHUNK = 50;

async function isAnyUnread(db: Db, ids: number[]): Promise<boolean> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await getArticles(db, ids.slice(start, start + CHUNK));
    if (rows.some((row) => row?.unread)) return true;
  }
  return false;
}
