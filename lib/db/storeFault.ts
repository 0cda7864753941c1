import { Dexie } from "dexie";
import { feedOf, type FeedRecord } from "./feedRecord.ts";
import { ensureHomeFeed, type NewFeed } from "./feeds.ts";
import { DATABASE } from "./layout.ts";
import { openDatabase } from "./schema.ts";

/** What keeps the store from being opened and read, as the browser calls it; null where nothing does. */
export async function storeFault(name: string = DATABASE): Promise<string | null> {
  const db = openDatabase(name);
  try {
    await db.open();
    await db.feeds.count();
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.name : String(fault);
  } finally {
    db.close();
  }
}

export type NewStore = { records: FeedRecord[]; home: Omit<NewFeed, "id">; now: number };

/** In the place of what is stored, whether it can be opened or not: these sources, to be fetched anew, and nothing else. */
export async function startAnew({ records, home, now }: NewStore, name: string = DATABASE): Promise<void> {
  await Dexie.delete(name);
  const db = openDatabase(name);
  await db.feeds.bulkPut(records.map((record) => feedOf(record, now)));
  await ensureHomeFeed(db, home, now);
  db.close();
}
