import type { DocumentReport } from "../feed/report.ts";
import type { Feed, Filter, TagChoice } from "../model.ts";
import type { Cursor } from "./articles.ts";
import type { Db } from "./schema.ts";

/** The rows of the `state` table by key. Written only through `lib/db`, so their shapes are known. */
type States = {
  nextArticleId: number;
  nextChunkId: number;
  nextSegmentId: number;
  /** Segments that are being made one of. */
  merge: Merge;
  /** Segments out of the index whose blocks are still to be deleted. */
  deadSegments: number[];
  /** Articles that are to be indexed, though they did not just arrive. */
  indexing: Indexing;
  /** The refresh that runs or ran last: its progress is derived from the rows of these feeds. */
  refreshRun: RefreshRun;
  /** Articles whose texts are still to be looked through for pictures. */
  unillustrated: number[];
  /** The wish to have all pictures of what is unread, until its end was noted. */
  download: Download;
  /** Articles that arrived and that nobody has been told of yet. */
  arrivals: number[];
  noticeLog: NoticeLog;
  /** The newest article that there was when somebody last looked at a list. */
  lookedThrough: number;
  /** The article that was read last, where it was left before its end. */
  leftOff: number;
  /** What "Undo" would take back. */
  undo: UndoBatch;
  /** Articles of the batch above, as many as one transaction marked: numbered from 0 to its `chunks`. */
  [chunk: `undo/${number}`]: number[];
  /** Of a source's last whole document. */
  [report: `document/${string}`]: DocumentReport;
  /** Sources that are not followed any more, whose articles are still to be deleted. */
  unfollowed: Unfollowed[];
  /** Articles that are still to be given their source's tags, and mapped by what the reader made of them. */
  retagging: Retagging;
  /** A number (0…1) made once: see `installation.ts`. */
  installation: number;
  /** Hosts that want to be left alone, and until when. */
  hostPauses: [host: string, until: number][];
  retention: RetentionPass;
  /** Of all stored pictures that were weighed. */
  pictureBytes: number;
  /** Pictures stored by earlier versions are weighed through this address; null: all are. */
  weighedThrough: string | null;
  /** When somebody last saved a backup as a file. */
  backupSavedAt: number;
  /** Since when pictures find no room. */
  storageFull: { at: number };
};

/** `next` is the term that comes next; `firsts` and `documents` are of the blocks written so far, under `segment`. */
export type Merge = {
  segment: number;
  from: number[];
  documents: number;
  voided: number[];
  next: string;
  firsts: string[];
};
/** Ids below `below`, out of those below `of`. Segments of an order below `replaces` go when it is done. */
export type Indexing = { below: number; of: number; replaces: number | null };
/** `stoppedAt`: when somebody wished it to end, see `refreshRun.ts`. Absent: nobody has. */
export type RefreshRun = { startedAt: number; feedIds: string[]; stoppedAt?: number };
/**
 * When notifications were shown in the last hour, since when they are held back, and the articles of those that may still
 * be up, by their ids (absent in logs of old).
 */
export type NoticeLog = { shownAt: number[]; heldSince: number | null; shown?: Record<string, number[]> };
/**
 * Unread articles are looked through behind `after`, so many so far; then `total` pictures are waited for. `end`: all are
 * there that can be had, or there is no room for more; `left` could not be reached.
 */
export type Download = {
  askedAt: number;
  after: Cursor | null;
  articles: number;
  total: number | null;
  end: { isRoomUsedUp: boolean; left: number } | null;
};
export type UndoBatch = MarkedBatch | TagsBatch | UnfollowBatch;
export type MarkedBatch = {
  kind: "markRead";
  articleIds: number[];
  /** Rows of further ids, and how many ids are in them. Absent: none. */
  chunks?: number;
  count?: number;
  /** What is still to be marked; null or absent when it is done. */
  rest?: RestToMark | null;
  /** It is being taken back. */
  isUndone?: boolean;
};
/** What was chosen of these tags before; of those without a row `{ tag }`. */
export type TagsBatch = { kind: "tags"; before: TagChoice[] };
/** The source can be followed again as if nothing had been, for as long as this is what Undo would take back. */
export type UnfollowBatch = { kind: "unfollow"; feedId: string };
export type Unfollowed = { feed: Feed; at: number };
/** Scopes to be walked, the first one behind `after`. */
export type Retagging = { scopes: string[]; after: Cursor | null };
/** What a filter shows behind `after`, down to the time `from`, of the articles up to `throughId`. */
export type RestToMark = { filter: Filter; throughId: number; after: Cursor | null; from: number };

/** A pass of retention by these wishes: through the feed `after`, or to its end at `doneAt`. */
export type RetentionPass = {
  keepReadDays: number | null;
  keepPerFeed: number | null;
  after: string;
  doneAt: number | null;
};

export async function readState<K extends keyof States>(db: Db, key: K): Promise<States[K] | undefined> {
  const row = await db.state.get(key);
  // Only writeState below writes this table, and it ties each key to its shape.
  return row?.value as States[K] | undefined;
}

export async function writeState<K extends keyof States>(db: Db, key: K, value: States[K]): Promise<void> {
  await db.state.put({ key, value });
}

export async function clearState(db: Db, key: keyof States): Promise<void> {
  await db.state.delete(key);
}
