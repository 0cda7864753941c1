import type { DocumentTable } from "../search/buildSegment.ts";
import { mergeBlocks, type TermRange } from "../search/mergeBlocks.ts";
import { chooseRun } from "../search/mergeRun.ts";
import { mergeTables, newOrdinals } from "../search/mergeTables.ts";
import { buryBlocks } from "./deadSegments.ts";
import { readTable, tableBlocks, tableKeys } from "./documentTable.ts";
import type { Db, Segment, SegmentBlock } from "./schema.ts";
import { indexTables, segmentOf, takeSegmentId } from "./searchIndex.ts";
import { clearState, readState, writeState, type Merge } from "./state.ts";

export type MergeStep = "nothing" | "merging" | "damaged";

/**
 * Does a part of the work of making one segment of several: a transaction of some hundred KB. What is done lies in the
 * store, so that a worker that is killed is followed by one that goes on. Until the last part, the old ones hold.
 */
export function mergeOn(db: Db): Promise<MergeStep> {
  return db.transaction("rw", indexTables(db), async () => {
    const merge = await readState(db, "merge");
    if (!merge) return beginMerge(db);
    const segments = (await db.segments.bulkGet(merge.from)).filter((segment) => segment !== undefined);
    if (segments.length < merge.from.length) return abandon(db, merge, "merging");
    return mergeRange(db, merge, segments);
  });
}

/** The documents are decided upon first and for good: what is deleted meanwhile is void by later segments. */
async function beginMerge(db: Db): Promise<MergeStep> {
  const rebuiltFrom = (await readState(db, "indexing"))?.replaces ?? 0;
  const everything = await db.segments.toArray();
  const all = everything.filter(({ order }) => order >= rebuiltFrom);
  const run = chooseRun(all);
  if (!run) return "nothing";
  const tables = await readTables(db, run);
  if (!tables) return "damaged";
  const highest = run.at(-1)?.order ?? 0;
  const later = new Set(all.filter(({ order }) => order > highest).flatMap(({ voided }) => [...voided]));
  const inputs = run.map(({ voided }, i) => ({ table: tables[i] ?? mergeTables([], () => true), voided }));
  const documents = mergeTables(inputs, (id) => later.has(id));
  const segment = await takeSegmentId(db);
  const voided = await neededVoids(db, run, everything);
  await db.segmentBlocks.bulkAdd(tableBlocks(segment, documents));
  const { ids } = documents;
  await writeState(db, "merge", {
    segment,
    from: run.map(({ id }) => id),
    documents: ids.length,
    next: "",
    firsts: [],
    voided,
  });
  return "merging";
}

/** Those of the run's voids that stand in segments below it. */
async function neededVoids(db: Db, run: Segment[], all: Segment[]): Promise<number[]> {
  const lowest = run[0]?.order ?? 0;
  const left = new Set(run.flatMap(({ voided }) => [...voided]));
  const needed: number[] = [];
  for (const below of all.filter(({ order }) => order < lowest)) {
    const [least, greatest] = below.ids;
    if (![...left].some((id) => id >= least && id <= greatest)) continue;
    const [table] = (await readTables(db, [below])) ?? [];
    // What cannot be read may hold any of them.
    for (const id of table?.ids ?? [...left]) if (left.delete(id)) needed.push(id);
  }
  return needed;
}

/** Blocks that are read and written at once; with many segments more, since a block of each is read in every part. */
const BLOCKS_AT_ONCE = 16;
const BLOCKS_OF_EACH = 2;

async function mergeRange(db: Db, merge: Merge, segments: Segment[]): Promise<MergeStep> {
  const range = nextRange(merge.next, segments);
  const tables = await readTables(db, segments);
  const documents = await readDocuments(db, { id: merge.segment, documents: merge.documents });
  const read = await Promise.all(segments.map((segment) => readRange(db, segment, range)));
  if (!tables || !documents || read.includes(null)) return abandon(db, merge, "damaged");
  const ordinals = newOrdinals(tables, documents);
  const inputs = read.map((blocks, i) => ({ blocks: blocks ?? [], ordinals: ordinals[i] ?? new Int32Array() }));
  const blocks = mergeBlocks(inputs, range);
  if (!blocks) return abandon(db, merge, "damaged");
  const firsts = [...merge.firsts, ...blocks.map(({ first }) => first)];
  const rows = blocks.map(({ bytes }, i): SegmentBlock => ({
    segment: merge.segment,
    n: merge.firsts.length + i,
    bytes,
  }));
  await db.segmentBlocks.bulkAdd(rows);
  if (range.until !== null) await writeState(db, "merge", { ...merge, next: range.until, firsts });
  else await finishMerge(db, { ...merge, firsts }, { segments, documents });
  return "merging";
}

function nextRange(from: string, segments: Segment[]): TermRange {
  const firsts = segments.flatMap((segment) => segment.firsts.filter((first) => first > from)).sort();
  const blocks = Math.max(BLOCKS_AT_ONCE, BLOCKS_OF_EACH * segments.length);
  return { from, until: firsts[blocks - 1] ?? null };
}

type Done = { segments: Segment[]; documents: DocumentTable };

/** The new one is seen and the old ones are not, at once. */
async function finishMerge(
  db: Db,
  { segment: id, firsts, voided }: Merge,
  { segments, documents }: Done,
): Promise<void> {
  const order = segments.reduce((highest, each) => Math.max(highest, each.order), 0);
  const from = segments.map((segment) => segment.id);
  await db.segments.bulkDelete(from);
  const isEmpty = documents.ids.length + voided.length === 0;
  if (!isEmpty) await db.segments.add(segmentOf(documents, { id, order, voided, firsts }));
  await buryBlocks(db, isEmpty ? [...from, id] : from);
  await clearState(db, "merge");
}

async function abandon(db: Db, merge: Merge, step: MergeStep): Promise<MergeStep> {
  await buryBlocks(db, [merge.segment]);
  await clearState(db, "merge");
  return step;
}

async function readTables(db: Db, segments: Segment[]): Promise<DocumentTable[] | null> {
  const tables = await Promise.all(segments.map((segment) => readDocuments(db, segment)));
  const present = tables.filter((table) => table !== null);
  return present.length === tables.length ? present : null;
}

async function readDocuments(
  db: Db,
  { id, documents }: Pick<Segment, "id" | "documents">,
): Promise<DocumentTable | null> {
  return readTable(await db.segmentBlocks.bulkGet(tableKeys(id, documents)), documents);
}

/** A segment's blocks that have terms of the range; null where one is missing. */
async function readRange(db: Db, { id, firsts }: Segment, { from, until }: TermRange): Promise<Uint8Array[] | null> {
  const behind = firsts.findIndex((first) => first > from);
  const start = Math.max(0, (behind < 0 ? firsts.length : behind) - 1);
  const last = until === null ? -1 : firsts.findIndex((first) => first >= until);
  const end = last < 0 ? firsts.length : last;
  const keys = Array.from({ length: Math.max(0, end - start) }, (_, i): [number, number] => [id, start + i]);
  const blocks = (await db.segmentBlocks.bulkGet(keys)).flatMap((block) => (block ? [block.bytes] : []));
  return blocks.length === keys.length ? blocks : null;
}
