import type { Article, Body, BodyChunk, Feed } from "../model.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { placesOf } from "./layout.ts";
import type { Db } from "./schema.ts";
import { readState, writeState } from "./state.ts";

/** An article on its way in: all but what the store gives it. */
export type Draft = Omit<Article, "id" | "places" | "body"> & { text: Body | null };

/** What one document makes of the store. `revise` rows keep their id, flags and place in the order. */
export type Merged = {
  insert: (Draft & { isNews: boolean })[];
  revise: { stored: Article; draft: Draft }[];
};

export type Harvest = {
  claimed: Feed;
  /** Keys of everything in the document: stored articles are looked up by them. */
  keys: string[];
  /** Pure: runs inside the transaction. */
  merge: (stored: Article[]) => Merged;
  /** The feed's row after this fetch: validators, schedule, trouble. */
  feed: Partial<Feed>;
};

export type Ingested = { kind: "stored"; inserted: number; revised: number } | { kind: "leaseLost" };

/**
 * One transaction holds articles, bodies, counters, queued pictures and the feed's validators: a crash leaves all or
 * none of a refresh. Gives up without a write when the feed's lease has passed to someone else.
 */
export function ingest(db: Db, harvest: Harvest): Promise<Ingested> {
  const tables = [db.feeds, db.articles, db.bodies, db.images, db.counters, db.state];
  return db.transaction("rw", tables, async (): Promise<Ingested> => {
    const feed = await db.feeds.get(harvest.claimed.id);
    if (!feed || feed.lease?.id !== harvest.claimed.lease?.id) return { kind: "leaseLost" };

    const stored = await db.articles.where("keys").anyOf(harvest.keys).distinct().toArray();
    const { insert, revise } = harvest.merge(stored);
    const texts = await packBodies(db, feed.id, [...insert, ...revise.map((each) => each.draft)]);
    const delta: CountDelta = new Map();

    const firstId = (await readState(db, "nextArticleId")) ?? 1;
    const inserted = insert.map((draft, i) => toRow(draft, firstId + i, texts[i] ?? null));
    const revised = revise.map(({ stored: before, draft }, i) => {
      const after = toRow(draft, before.id, texts[insert.length + i] ?? null);
      addToDelta(delta, before, after);
      return after;
    });
    for (const row of inserted) addToDelta(delta, null, row);

    await db.articles.bulkPut([...inserted, ...revised]);
    await dropEmptyChunks(
      db,
      revise.map((each) => each.stored),
    );
    await applyDelta(db, delta);
    await queueImages(db, [...inserted, ...revised]);
    if (inserted.length > 0) await writeState(db, "nextArticleId", firstId + inserted.length);
    await rememberArrivals(
      db,
      inserted.filter((_, i) => insert[i]?.isNews),
    );
    await db.feeds.put({ ...feed, ...harvest.feed, lease: null, lostLeases: 0 });
    return { kind: "stored", inserted: inserted.length, revised: revised.length };
  });
}

type Address = Article["body"];

function toRow({ text: _, ...draft }: Draft & { isNews?: boolean }, id: number, body: Address): Article {
  const { isNews: __, ...article } = draft;
  const row = { ...article, id, body };
  return { ...row, places: placesOf(row) };
}

/** A chunk is read whole to show one article, so it stays small. */
const CHUNK_CHARACTERS = 256 * 1024;

async function packBodies(db: Db, feedId: string, drafts: Draft[]): Promise<Address[]> {
  const chunks: Omit<BodyChunk, "id">[] = [];
  const slots: ({ chunk: number; slot: number } | null)[] = [];
  let room = 0;
  for (const { text } of drafts) {
    if (text === null) {
      slots.push(null);
      continue;
    }
    if (room < text.source.length) {
      chunks.push({ feedId, bodies: [] });
      room = CHUNK_CHARACTERS;
    }
    room -= text.source.length;
    const bodies = chunks.at(-1)?.bodies ?? [];
    slots.push({ chunk: chunks.length - 1, slot: bodies.push(text) - 1 });
  }
  // The `++id` of the schema fills in the id that the row type asks for.
  const ids = await db.bodies.bulkAdd(chunks as BodyChunk[], { allKeys: true });
  return slots.map((slot) => slot && { chunk: ids[slot.chunk] ?? 0, slot: slot.slot });
}

/** Empties the slots of replaced bodies; a chunk goes with its last body. */
async function dropEmptyChunks(db: Db, replaced: Article[]): Promise<void> {
  const emptiedByChunk = new Map<number, Set<number>>();
  for (const { body } of replaced) {
    if (body) emptiedByChunk.set(body.chunk, (emptiedByChunk.get(body.chunk) ?? new Set()).add(body.slot));
  }
  for (const [id, emptied] of emptiedByChunk) {
    const chunk = await db.bodies.get(id);
    if (!chunk) continue;
    const bodies = chunk.bodies.map((body, slot) => (emptied.has(slot) ? null : body));
    if (bodies.every((body) => body === null)) await db.bodies.delete(id);
    else await db.bodies.put({ ...chunk, bodies });
  }
}

/** A first load may hold thousands of articles; nobody is asked for thousands of pictures at once. */
const PICTURES_AT_ONCE = 100;

async function queueImages(db: Db, articles: Article[]): Promise<void> {
  const newest = articles.toSorted((a, b) => b.sortAt - a.sortAt).slice(0, PICTURES_AT_ONCE);
  const wanted = new Map(newest.flatMap(({ hero, feedId }) => (hero ? [[hero.url, feedId] as const] : [])));
  const urls = [...wanted.keys()];
  const present = await db.images.bulkGet(urls);
  const missing = urls.filter((_, i) => present[i] === undefined);
  await db.images.bulkAdd(
    missing.map((url) => ({
      url,
      feedId: wanted.get(url) ?? "",
      wanted: 1 as const,
      tries: 0,
      full: null,
      thumb: null,
      width: 0,
      height: 0,
    })),
  );
}

async function rememberArrivals(db: Db, news: Article[]): Promise<void> {
  if (news.length === 0) return;
  const waiting = (await readState(db, "arrivals")) ?? [];
  await writeState(db, "arrivals", [...waiting, ...news.map((article) => article.id)]);
}
