import { Dexie } from "dexie";
import type { Article, Body, Filter, Flags } from "../model.ts";
import { getBodies } from "./bodies.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { scopeOf } from "./layout.ts";
import { placesOf } from "./places.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";
import { queueTextsOf } from "./unillustrated.ts";

/** Where a page of a list ended: the next page starts behind it. */
export type Cursor = { sortAt: number; id: number };

/** Newest first. One range read of `count` rows. */
export const listPage = (db: Db, filter: Filter, after: Cursor | null, count: number): Promise<Article[]> =>
  scopePage(db, { scope: scopeOf(filter), after, count });

export type ScopePage = { scope: string; after: Cursor | null; count: number };

/** The same of a scope that may be no list. */
export function scopePage(db: Db, { scope, after, count }: ScopePage): Promise<Article[]> {
  const upper = after ? [scope, after.sortAt, after.id] : [scope, Dexie.maxKey];
  return db.articles.where("places").between([scope], upper, true, false).reverse().limit(count).toArray();
}

/** Of a feed's last article in the order; null where it has none. */
export async function oldestSortAt(db: Db, feedId: string): Promise<number | null> {
  const scope = scopeOf({ view: "all", tag: null, feedId });
  const oldest = await db.articles.where("places").between([scope], [scope, Dexie.maxKey]).first();
  return oldest?.sortAt ?? null;
}

export async function newestArticleId(db: Db): Promise<number> {
  return ((await readState(db, "nextArticleId")) ?? 1) - 1;
}

export function getArticle(db: Db, id: number): Promise<Article | undefined> {
  return db.articles.get(id);
}

export function getArticles(db: Db, ids: number[]): Promise<(Article | undefined)[]> {
  return db.articles.bulkGet(ids);
}

export async function getBody(db: Db, article: Article): Promise<Body | null> {
  const [body = null] = await getBodies(db, [article]);
  return body;
}

/** Small enough that no transaction blocks a page for long. */
const CHUNK = 500;

export async function setFlags(db: Db, given: number[], change: Partial<Flags>): Promise<void> {
  const ids = [...new Set(given)]; // a row met twice would be counted twice
  for (let start = 0; start < ids.length; start += CHUNK) {
    await setFlagsOfChunk(db, ids.slice(start, start + CHUNK), change);
  }
}

/** Turns over what is stored: a page may not have drawn yet what the press before did. */
export function flipFlag(db: Db, id: number, flag: keyof Flags): Promise<void> {
  return db.transaction("rw", db.articles, db.counters, db.state, async () => {
    const row = await db.articles.get(id);
    if (row) await changeFlags(db, [row], { [flag]: row[flag] ? 0 : 1 });
  });
}

function setFlagsOfChunk(db: Db, ids: number[], change: Partial<Flags>): Promise<void> {
  return db.transaction("rw", db.articles, db.counters, db.state, async () => {
    const stored = await db.articles.bulkGet(ids);
    await changeFlags(
      db,
      stored.filter((row) => row !== undefined),
      change,
    );
  });
}

/** What is to be kept is to be read without a network, too. */
async function changeFlags(db: Db, rows: Article[], change: Partial<Flags>): Promise<void> {
  await flagRows(db, rows, change);
  if (change.starred || change.later)
    await queueTextsOf(
      db,
      rows.map(({ id }) => id),
    );
}

/** Must run inside the transaction that read the rows. */
export const flagRows = (db: Db, rows: Article[], change: Partial<Flags>): Promise<void> =>
  rewriteRows(db, rows, (row) => ({ ...row, ...change }));

/** Rows and counters: what a change leaves as it is comes back as the same object. In the transaction that read them. */
export async function rewriteRows(db: Db, rows: Article[], change: (row: Article) => Article): Promise<void> {
  const delta: CountDelta = new Map();
  const rewritten = rows.flatMap((before) => {
    const row = change(before);
    if (row === before) return [];
    const after = { ...row, places: placesOf(row) };
    addToDelta(delta, before, after);
    return [after];
  });
  await db.articles.bulkPut(rewritten);
  await applyDelta(db, delta);
}
