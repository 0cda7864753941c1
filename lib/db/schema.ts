import { Dexie, type Table } from "dexie";
import type { Article, BodyChunk, Feed, Revision, StoredImage, Tombstone } from "../model.ts";
import { DATABASE } from "./layout.ts";

/** Number of articles per scope, kept in the transaction of the rows it counts: counting rows is 10 µs a key. */
export type Counter = { scope: string; count: number };

/** Small facts that must survive the worker: each key has one shape, see `lib/db/state.ts`. */
export type StateRow = { key: string; value: unknown };

export class Db extends Dexie {
  declare feeds: Table<Feed, string>;
  declare articles: Table<Article, number>;
  declare bodies: Table<BodyChunk, number>;
  declare images: Table<StoredImage, string>;
  declare counters: Table<Counter, string>;
  declare state: Table<StateRow, string>;
  declare tombstones: Table<Tombstone, number>;
  declare revisions: Table<Revision, number>;

  constructor(name: string) {
    // Strict: an acknowledged star or refresh was seen missing after a crash with the relaxed default.
    super(name, { chromeTransactionDurability: "strict" });
    // Migrations are appended below, never edited.
    this.version(1).stores({
      feeds: "id, nextFetchAt",
      articles: "id, *keys, *places",
      bodies: "++id",
      images: "url, wanted",
      counters: "scope",
      state: "key",
    });
    // Adds stores and rewrites no row: what version 1 stored lacks the fields that came later, and is read without them.
    this.version(2).stores({
      tombstones: "++id, *keys, [feedId+seenAt]",
      revisions: "++id, articleId",
    });
  }
}

/** Opens lazily, at the first query. */
export function openDatabase(name: string = DATABASE): Db {
  return new Db(name);
}
