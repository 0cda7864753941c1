import { searchTextOf } from "../feed/searchText.ts";
import type { Article, Body } from "../model.ts";
import { startSegment, type BuiltSegment, type Indexable } from "../search/buildSegment.ts";
import { labelsOf } from "../search/labels.ts";
import { tagsGiven } from "../tags/mapTags.ts";
import { tableBlocks } from "./documentTable.ts";
import type { Db, Segment, SegmentBlock } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** The stores that an index change needs in its transaction. */
export const indexTables = (db: Db) => [db.segments, db.segmentBlocks, db.state];

/** What one transaction says of its articles, until it is written as one segment. */
export type IndexDraft = {
  /** Articles come in the order of their ids. Most of the work is done here: while the store writes other rows. */
  add: (article: Indexed, text: Body | null) => void;
  /** `voided`: articles that are gone or said anew. Must run inside the transaction that writes the rows. */
  write: (db: Db, voided: number[]) => Promise<void>;
};

export type Indexed = Pick<
  Article,
  "id" | "sortAt" | "title" | "summary" | "authors" | "tags" | "givenTags" | "feedId"
>;

export function startIndexDraft(): IndexDraft {
  const segment = startSegment();
  return {
    add: (article, text) => segment.add(indexableOf(article, text)),
    write: (db, voided) => writeSegment(db, segment.build(), voided),
  };
}

/** Articles that are gone, in the transaction that deletes them. */
export function voidArticles(db: Db, ids: number[]): Promise<void> {
  return startIndexDraft().write(db, ids);
}

function indexableOf(article: Indexed, text: Body | null): Indexable {
  const { id, sortAt, title, summary, authors, feedId } = article;
  // What the reader makes of tags is looked up when a query is planned.
  const tags = tagsGiven(article);
  const texts = [summary, ...authors, ...tags, searchTextOf(text)];
  return { id, sortAt, title, texts, labels: labelsOf({ feedId, tags }) };
}

async function writeSegment(db: Db, { documents, blocks }: BuiltSegment, voided: number[]): Promise<void> {
  if (documents.ids.length + voided.length === 0) return;
  const id = await takeSegmentId(db);
  const termRows = blocks.map(({ bytes }, n): SegmentBlock => ({ segment: id, n, bytes }));
  const firsts = blocks.map(({ first }) => first);
  await Promise.all([
    db.segmentBlocks.bulkAdd([...termRows, ...tableBlocks(id, documents)]),
    db.segments.add(segmentOf(documents, { id, order: id, voided, firsts })),
  ]);
}

export async function takeSegmentId(db: Db): Promise<number> {
  const id = (await readState(db, "nextSegmentId")) ?? 1;
  await writeState(db, "nextSegmentId", id + 1);
  return id;
}

type Placed = { id: number; order: number; voided: ArrayLike<number>; firsts: string[] };

export function segmentOf({ ids, sortAts, lengths }: BuiltSegment["documents"], placed: Placed): Segment {
  return {
    ...placed,
    voided: Uint32Array.from(placed.voided).sort(),
    documents: ids.length,
    ids: [ids[0] ?? 0, ids.at(-1) ?? 0],
    newestAt: sortAts.reduce((newest, at) => Math.max(newest, at), -Infinity),
    terms: lengths.reduce((sum, length) => sum + length, 0),
  };
}
