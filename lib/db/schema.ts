import { Dexie, type Table } from "dexie";
import type {
  Article,
  BodyChunk,
  Feed,
  NetworkRequest,
  Position,
  Revision,
  StoredImage,
  TagChoice,
  Tombstone,
} from "../model.ts";
import { DATABASE } from "./layout.ts";
import type { Snapshot } from "./snapshots.ts";

/** Number of articles per scope, kept in the transaction of the rows it counts: counting rows is 10 µs a key. */
export type Counter = { scope: string; count: number };

/** Small facts that must survive the worker: each key has one shape, see `lib/db/state.ts`. */
export type StateRow = { key: string; value: unknown };

/**
 * An immutable part of the search index: what one transaction said of its articles, or several such merged. Of an
 * article, the segment of the highest order that names it holds.
 */
export type Segment = {
  id: number;
  /** The later, the higher; a merged segment takes the highest of those it replaces. */
  order: number;
  documents: number;
  /** Least and greatest id of its documents. */
  ids: [least: number, greatest: number];
  /** When its newest document was published: the newest are read first. */
  newestAt: number;
  /** Sum of the lengths of its documents, in terms. */
  terms: number;
  /** Articles whose postings in segments of lower order are void: deleted, or said anew here. */
  voided: Uint32Array<ArrayBuffer>;
  /** The first term of each of its blocks. */
  firsts: string[];
};

/**
 * Blocks of 0 and up hold terms and their postings, those below 0 the table of documents. Small, since Chromium puts
 * values of more than 64 KB into files of their own.
 */
export type SegmentBlock = { segment: number; n: number; bytes: Uint8Array<ArrayBuffer> };

export class Db extends Dexie {
  declare feeds: Table<Feed, string>;
  declare articles: Table<Article, number>;
  declare bodies: Table<BodyChunk, number>;
  declare images: Table<StoredImage, string>;
  declare counters: Table<Counter, string>;
  declare state: Table<StateRow, string>;
  declare tombstones: Table<Tombstone, number>;
  declare revisions: Table<Revision, number>;
  declare segments: Table<Segment, number>;
  declare segmentBlocks: Table<SegmentBlock, [segment: number, n: number]>;
  declare positions: Table<Position, number>;
  declare tags: Table<TagChoice, string>;
  declare requests: Table<NetworkRequest, number>;
  declare snapshots: Table<Snapshot, number>;

  constructor(name: string) {
    // Strict: an acknowledged star or refresh was seen missing after a crash with the relaxed default.
    // Uncached: the answers of queries that were given up stay in Dexie's cache for seconds, and a list scrolled fast
    // gives up hundreds.
    super(name, { cache: "disabled", chromeTransactionDurability: "strict" });
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
    // Adds the search index and the order in which pictures go; background batches fill both with what versions 1 and 2
    // stored.
    this.version(3)
      .stores({
        segments: "id",
        segmentBlocks: "[segment+n]",
        images: "url, wanted, readAt",
      })
      .upgrade(async (transaction) => {
        const state = transaction.table<StateRow, string>("state");
        const next = await state.get("nextArticleId");
        const lastTexts = await transaction.table<BodyChunk, number>("bodies").orderBy(":id").last();
        // As `lib/db/state.ts` ties each key to its shape.
        if (next) await state.put({ key: "indexing", value: { below: next.value, of: next.value, replaces: null } });
        // Until now the store itself numbered them.
        await state.put({ key: "nextChunkId", value: (lastTexts?.id ?? 0) + 1 });
      });
    // Adds where people stopped reading, and what they made of tags.
    this.version(4).stores({
      positions: "articleId, at",
      tags: "tag",
    });
    // Adds what was asked of whom, what was kept of each day, and pictures by content and article.
    this.version(5).stores({
      requests: "++id, at, [feedId+at]",
      snapshots: "at",
      images: "url, wanted, readAt, hash, articleId",
    });
  }
}

/** Opens lazily, at the first query. */
export function openDatabase(name: string = DATABASE): Db {
  return new Db(name);
}
