import type { DocumentReport } from "../feed/report.ts";
import type { Article, Feed, Tombstone } from "../model.ts";
import { tagged, type Choices } from "../tags/mapTags.ts";
import { listPage } from "./articles.ts";
import { startBodyDraft } from "./bodies.ts";
import { readChoices } from "./choices.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { toRow, type Draft } from "./draft.ts";
import type { Claimed } from "./feeds.ts";
import { queueImages } from "./pictureQueue.ts";
import { rekeyByLink } from "./rekey.ts";
import { reviseArticles, type Revise } from "./revisions.ts";
import { noteRequest } from "./requests.ts";
import type { Db } from "./schema.ts";
import { indexTables, startIndexDraft } from "./searchIndex.ts";
import { readState, writeState } from "./state.ts";
import { findBuried, forgetBuried } from "./tombstones.ts";

/** What the store knows of a document: the articles that share a key with it, those here and those deleted. */
export type Known = { stored: Article[]; buried: Tombstone[] };

/** What one document makes of the store. */
export type Merged = {
  insert: (Draft & { isNews: boolean })[];
  revise: Revise[];
  /** Tombstones of articles that the document lists still, where they are to be written anew. */
  rebury: Tombstone[];
  /** Tombstones of articles that come back. Absent: of none. */
  exhume?: number[];
  /** A long document is new almost whole: to be merged once more, with articles that share no key with it. */
  isDoubtful: boolean;
};

export type Harvest = {
  claimed: Claimed;
  now: number;
  /** Keys of everything in the document: stored articles are looked up by them. */
  keys: string[];
  /** Pure: runs inside the transaction. */
  merge: (known: Known) => Merged;
  /** The feed's row after this fetch: validators, schedule, trouble. */
  feed: Partial<Feed>;
  /** What the document was like; the next one's takes its place. Absent: it was not the feed's own document. */
  report?: DocumentReport;
};

export type Ingested = { kind: "stored"; inserted: number; revised: number } | { kind: "leaseLost" };

/**
 * One transaction holds articles, bodies, their index, counters, queued pictures and the feed's validators: a crash leaves all or
 * none of a refresh. Gives up without a write when the feed's lease has passed to someone else.
 */
export function ingest(db: Db, harvest: Harvest): Promise<Ingested> {
  const { feeds, articles, bodies, images, counters, tombstones, revisions, positions, tags, requests } = db;
  const stores = [feeds, articles, bodies, images, counters, tombstones, revisions, positions, tags, requests];
  const tables = [...stores, ...indexTables(db)];
  return db.transaction("rw", tables, async () => store(db, harvest));
}

/**
 * All is asked at once, and then all is written at once: what waits for an answer waits for every document that the
 * worker reads meanwhile, and the store waits with it.
 */
async function store(db: Db, harvest: Harvest): Promise<Ingested> {
  const { claimed, keys, now } = harvest;
  const [feed, found, choices, firstId = 1, firstChunk = 1] = await Promise.all([
    db.feeds.get(claimed.id),
    findKnown(db, keys),
    readChoices(db),
    readState(db, "nextArticleId"),
    readState(db, "nextChunkId"),
    noteRequest(db, claimed.request),
    harvest.report && writeState(db, `document/${claimed.id}`, harvest.report),
  ]);
  if (!feed || feed.lease?.id !== claimed.lease?.id) return { kind: "leaseLost" };
  const isToRekey = harvest.feed.identity === "link" && feed.identity !== "link";
  if (isToRekey) await rekeyByLink(db, feed.id);
  const made = await mergeKnown(db, harvest, isToRekey ? await findKnown(db, keys) : found);
  const merged = mapped(made, choices);
  const texts = startBodyDraft(firstChunk);
  const revised = await reviseArticles(db, merged.revise, { now, texts });
  const inserted = merged.insert.map(({ isNews: _, ...draft }, i) =>
    toRow(draft, { id: firstId + i, body: texts.add(draft) }),
  );
  const rows = [...inserted, ...revised];
  await Promise.all([
    db.feeds.put({ ...feed, brought: inserted.length, ...harvest.feed, lease: null, lostLeases: 0 }),
    applyDelta(db, deltaOf(inserted, merged.revise, revised)),
    queueImages(db, rows),
    db.articles.bulkPut(rows),
    texts.write(db),
    inserted.length > 0 && writeState(db, "nextArticleId", firstId + inserted.length),
    changeTombstones(db, feed.id, { ...merged, now }),
    rememberArrivals(
      db,
      inserted.filter((_, i) => merged.insert[i]?.isNews),
    ),
    // Last: its words are found while the store writes all this.
    writeIndex(db, { merged, inserted, revised }),
  ]);
  return { kind: "stored", inserted: inserted.length, revised: revised.length };
}

async function findKnown(db: Db, keys: string[]): Promise<Known> {
  const [stored, buried] = await Promise.all([
    db.articles.where("keys").anyOf(keys).distinct().toArray(),
    findBuried(db, keys),
  ]);
  return { stored, buried };
}

/** A publisher who changes all guids and addresses at once changes what is listed now: that is among the newest. */
const NEWEST_LOOKED_AT = 1_000;

async function mergeKnown(db: Db, { claimed, merge }: Harvest, known: Known): Promise<Merged> {
  const merged = merge(known);
  if (!merged.isDoubtful) return merged;
  const newest = await listPage(db, { view: "all", tag: null, feedId: claimed.id }, null, NEWEST_LOOKED_AT);
  const stored = new Map([...known.stored, ...newest].map((article) => [article.id, article]));
  return merge({ ...known, stored: [...stored.values()] });
}

/** Publishers' tags become the reader's. */
function mapped({ insert, revise, ...merged }: Merged, choices: Choices): Merged {
  return {
    ...merged,
    insert: insert.map((draft) => tagged(draft, choices)),
    revise: revise.map(({ stored, draft }) => ({ stored, draft: tagged(draft, choices) })),
  };
}

function deltaOf(inserted: Article[], revise: Revise[], revised: Article[]): CountDelta {
  const delta: CountDelta = new Map();
  for (const row of inserted) addToDelta(delta, null, row);
  for (const [i, row] of revised.entries()) addToDelta(delta, revise[i]?.stored ?? null, row);
  return delta;
}

async function rememberArrivals(db: Db, news: Article[]): Promise<void> {
  if (news.length === 0) return;
  const waiting = (await readState(db, "arrivals")) ?? [];
  await writeState(db, "arrivals", [...waiting, ...news.map((article) => article.id)]);
}

type Dead = Pick<Merged, "rebury" | "exhume"> & { now: number };

async function changeTombstones(db: Db, feedId: string, { rebury, exhume = [], now }: Dead): Promise<void> {
  await db.tombstones.bulkPut(rebury);
  await db.tombstones.bulkDelete(exhume);
  await forgetBuried(db, feedId, now);
}

type Stored = { merged: Merged; inserted: Article[]; revised: Article[] };

async function writeIndex(db: Db, { merged, inserted, revised }: Stored): Promise<void> {
  const index = startIndexDraft();
  const texts = new Map(merged.revise.map(({ stored, draft }) => [stored.id, draft.text]));
  for (const row of revised.toSorted((a, b) => a.id - b.id)) index.add(row, texts.get(row.id) ?? null);
  for (const [i, row] of inserted.entries()) index.add(row, merged.insert[i]?.text ?? null);
  await index.write(
    db,
    revised.map(({ id }) => id),
  );
}
