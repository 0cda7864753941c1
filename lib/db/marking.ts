import type { Filter } from "../model.ts";
import { flagRows, getArticles, listPage } from "./articles.ts";
import type { Db } from "./schema.ts";
import { clearState, readState, writeState, type MarkedBatch, type RestToMark, type UndoBatch } from "./state.ts";

/** The longest task that 20,000 articles cost the open list is then 15 ms of work; smaller chunks only take longer in all. */
const CHUNK = 150;

/**
 * Marks read what the filter shows, up to the article id `throughId`: later arrivals wait behind a pill, unseen.
 * Leaves an undo batch in the store, so that Undo outlives the popup. Resolves to the number of articles marked.
 */
export function markAllRead(db: Db, filter: Filter, throughId: number): Promise<number> {
  return markRange(db, { filter, throughId, after: null, from: 0 });
}

/** The same of one stretch of the list: from this time to just before that one. */
export function markReadBetween(
  db: Db,
  shown: { filter: Filter; throughId: number },
  [from, before]: [from: number, before: number],
): Promise<number> {
  const { filter, throughId } = shown;
  return markRange(db, { filter, throughId, after: { sortAt: before, id: 0 }, from });
}

/** A handful of articles. */
export async function markReadWithUndo(db: Db, ids: number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const batch: MarkedBatch = { kind: "markRead", articleIds: ids };
  await beginWhenFree(db, async () => {
    await flag(db, ids, 0);
    return { batch, ids: [] };
  });
  return ids.length;
}

/** Takes back the last such act, whether it had come to its end or not. */
export async function undoMarking(db: Db): Promise<number> {
  const count = await db.transaction("rw", db.state, async () => {
    const batch = await readState(db, "undo");
    if (batch?.kind !== "markRead" || batch.isUndone) return 0;
    await writeState(db, "undo", { ...batch, rest: null, isUndone: true });
    return batch.articleIds.length + (batch.count ?? 0);
  });
  await finishMarking(db);
  return count;
}

/** Goes on with a marking or an undo whose page was closed midway. One read where there is none. */
export async function finishMarking(db: Db): Promise<void> {
  const batch = await readState(db, "undo");
  if (!isUnderWay(batch)) return;
  while (await goOn(db)) await letOthersRead();
}

/** Else what a page asks after each chunk waits for the next one, and is old when it is answered: its numbers stand still. */
export const letOthersRead = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const isUnderWay = (batch: UndoBatch | undefined): boolean =>
  batch?.kind === "markRead" && Boolean(batch.rest ?? batch.isUndone);

async function markRange(db: Db, { filter, ...rest }: RestToMark): Promise<number> {
  const { view } = filter;
  // Among all there are mostly read ones: the list of the unread has the same in the same order.
  const walked: RestToMark = { ...rest, filter: { ...filter, view: view === "all" ? "unread" : view } };
  const fresh: MarkedBatch = { kind: "markRead", articleIds: [] };
  if ((await beginWhenFree(db, () => markSome(db, fresh, walked))) === "nothing") return 0;
  await finishMarking(db);
  const batch = await readState(db, "undo");
  return batch?.kind === "markRead" ? (batch.count ?? 0) : 0;
}

type Marked = { batch: MarkedBatch; ids: number[] };

async function beginWhenFree(db: Db, mark: () => Promise<Marked>): Promise<"begun" | "nothing"> {
  for (;;) {
    const begun = await begin(db, mark);
    if (begun !== "busy") return begun;
    await finishMarking(db);
  }
}

/** The first chunk of a new batch takes the place of the last batch. */
function begin(db: Db, mark: () => Promise<Marked>): Promise<"begun" | "nothing" | "busy"> {
  return db.transaction("rw", db.articles, db.counters, db.state, async () => {
    const last = await readState(db, "undo");
    if (isUnderWay(last)) return "busy";
    const marked = await mark();
    if (!marked.batch.rest && marked.ids.length + marked.batch.articleIds.length === 0) return "nothing";
    await dropChunks(db, last);
    await keep(db, marked);
    return "begun";
  });
}

/** Another act takes its place. */
export async function dropChunks(db: Db, batch: UndoBatch | undefined): Promise<void> {
  const count = batch?.kind === "markRead" ? (batch.chunks ?? 0) : 0;
  for (let n = 0; n < count; n++) await clearState(db, `undo/${n}`);
}

function goOn(db: Db): Promise<boolean> {
  return db.transaction("rw", db.articles, db.counters, db.state, async () => {
    const batch = await readState(db, "undo");
    if (batch?.kind !== "markRead") return false;
    if (batch.isUndone) return restoreSome(db, batch);
    if (!batch.rest) return false;
    const marked = await markSome(db, batch, batch.rest);
    await keep(db, marked);
    return marked.batch.rest !== null;
  });
}

async function markSome(db: Db, batch: MarkedBatch, rest: RestToMark): Promise<Marked> {
  const rows = await listPage(db, rest.filter, rest.after, CHUNK);
  const wanted = rows.filter((row) => row.unread === 1 && row.id <= rest.throughId && row.sortAt >= rest.from);
  await flagRows(db, wanted, { unread: 0 });
  const last = rows.at(-1);
  const isEnd = !last || rows.length < CHUNK || last.sortAt < rest.from;
  const after = last ? { sortAt: last.sortAt, id: last.id } : null;
  return { batch: { ...batch, rest: isEnd ? null : { ...rest, after } }, ids: wanted.map((row) => row.id) };
}

/** In the transaction that marks them: what is written down is what was done, wherever it stops. */
async function keep(db: Db, { batch, ids }: Marked): Promise<void> {
  const { count = 0, chunks = 0 } = batch;
  const isMore = ids.length > 0;
  if (isMore) await writeState(db, `undo/${chunks}`, ids);
  await writeState(db, "undo", { ...batch, count: count + ids.length, chunks: isMore ? chunks + 1 : chunks });
}

/** The last chunk first; the batch goes with the first. */
async function restoreSome(db: Db, batch: MarkedBatch): Promise<boolean> {
  const { chunks = 0 } = batch;
  if (chunks === 0) {
    await flag(db, batch.articleIds, 1);
    await clearState(db, "undo");
    return false;
  }
  await flag(db, (await readState(db, `undo/${chunks - 1}`)) ?? [], 1);
  await clearState(db, `undo/${chunks - 1}`);
  await writeState(db, "undo", { ...batch, chunks: chunks - 1 });
  return true;
}

async function flag(db: Db, ids: number[], unread: 0 | 1): Promise<void> {
  const rows = await getArticles(db, ids);
  const present = rows.filter((row) => row !== undefined);
  await flagRows(db, present, { unread });
}
