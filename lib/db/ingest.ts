import type { Article, Feed, Tombstone } from "../model.ts";
import { listPage } from "./articles.ts";
import { packBodies } from "./bodies.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { toRow, type Draft } from "./draft.ts";
import { queueImages } from "./pictureQueue.ts";
import { rekeyByLink } from "./rekey.ts";
import { reviseArticles, type Revise } from "./revisions.ts";
import type { Db } from "./schema.ts";
import { indexTables, startIndexDraft, type IndexDraft } from "./searchIndex.ts";
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
  claimed: Feed;
  now: number;
  /** Keys of everything in the document: stored articles are looked up by them. */
  keys: string[];
  /** Pure: runs inside the transaction. */
  merge: (known: Known) => Merged;
  /** The feed's row after this fetch: validators, schedule, trouble. */
  feed: Partial<Feed>;
};

export type Ingested = { kind: "stored"; inserted: number; revised: number } | { kind: "leaseLost" };

/**
 * One transaction holds articles, bodies, their index, counters, queued pictures and the feed's validators: a crash leaves all or
 * none of a refresh. Gives up without a write when the feed's lease has passed to someone else.
 */
export function ingest(db: Db, harvest: Harvest): Promise<Ingested> {
  const { feeds, articles, bodies, images, counters, tombstones, revisions } = db;
  const tables = [feeds, articles, bodies, images, counters, tombstones, revisions, ...indexTables(db)];
  return db.transaction("rw", tables, async (): Promise<Ingested> => {
    const feed = await feeds.get(harvest.claimed.id);
    if (!feed || feed.lease?.id !== harvest.claimed.lease?.id) return { kind: "leaseLost" };
    if (harvest.feed.identity === "link" && feed.identity !== "link") await rekeyByLink(db, feed.id);

    const [stored, buried] = await Promise.all([findStored(db, harvest.keys), findBuried(db, harvest.keys)]);
    const known: Known = { stored, buried };
    const { insert, revise, rebury, exhume = [] } = await mergeKnown(db, harvest, known);
    const index = startIndexDraft();
    const revised = await reviseArticles(db, revise, harvest.now);
    indexRevised(index, revise, revised);
    const inserted = await newRows(db, insert, index);

    const delta: CountDelta = new Map();
    for (const row of inserted) addToDelta(delta, null, row);
    for (const [i, row] of revised.entries()) addToDelta(delta, revise[i]?.stored ?? null, row);
    const news = inserted.filter((_, i) => insert[i]?.isNews);
    // Asked all at once, the index last: it is made while the store writes the rows.
    await Promise.all([
      articles.bulkPut([...inserted, ...revised]),
      applyDelta(db, delta),
      queueImages(db, [...inserted, ...revised]),
      rememberArrivals(db, news),
      tombstones.bulkPut(rebury),
      tombstones.bulkDelete(exhume),
      feeds.put({ ...feed, ...harvest.feed, lease: null, lostLeases: 0 }),
      index.write(
        db,
        revised.map(({ id }) => id),
      ),
    ]);
    await forgetBuried(db, feed.id, harvest.now);
    return { kind: "stored", inserted: inserted.length, revised: revised.length };
  });
}

const findStored = (db: Db, keys: string[]): Promise<Article[]> =>
  db.articles.where("keys").anyOf(keys).distinct().toArray();

/** A publisher who changes all guids and addresses at once changes what is listed now: that is among the newest. */
const NEWEST_LOOKED_AT = 1_000;

async function mergeKnown(db: Db, { claimed, merge }: Harvest, known: Known): Promise<Merged> {
  const merged = merge(known);
  if (!merged.isDoubtful) return merged;
  const newest = await listPage(db, { view: "all", tag: null, feedId: claimed.id }, null, NEWEST_LOOKED_AT);
  const stored = new Map([...known.stored, ...newest].map((article) => [article.id, article]));
  return merge({ ...known, stored: [...stored.values()] });
}

function indexRevised(index: IndexDraft, revise: Revise[], revised: Article[]): void {
  const texts = new Map(revise.map(({ stored, draft }) => [stored.id, draft.text]));
  for (const row of revised.toSorted((a, b) => a.id - b.id)) index.add(row, texts.get(row.id) ?? null);
}

async function newRows(db: Db, drafts: Merged["insert"], index: IndexDraft): Promise<Article[]> {
  if (drafts.length === 0) return [];
  const firstId = (await readState(db, "nextArticleId")) ?? 1;
  const addWords = async () => {
    for (const [i, draft] of drafts.entries()) index.add({ ...draft, id: firstId + i }, draft.text);
  };
  // The store writes the texts while their words are being found.
  const [bodies] = await Promise.all([packBodies(db, drafts), addWords()]);
  await writeState(db, "nextArticleId", firstId + drafts.length);
  return drafts.map(({ isNews: _, ...draft }, i) => toRow(draft, { id: firstId + i, body: bodies[i] ?? null }));
}

async function rememberArrivals(db: Db, news: Article[]): Promise<void> {
  if (news.length === 0) return;
  const waiting = (await readState(db, "arrivals")) ?? [];
  await writeState(db, "arrivals", [...waiting, ...news.map((article) => article.id)]);
}
