import { Dexie, type Collection } from "dexie";
import type { Article, Filter, StoredImage } from "../model.ts";
import { getArticles, listPage, newestArticleId, type Cursor } from "./articles.ts";
import { getImages } from "./images.ts";
import { MOST_ARRIVALS, scopeOf } from "./layout.ts";
import type { Db } from "./schema.ts";

/** A stretch of a list as it was when its newest article was `throughId`: later arrivals are not of it. */
export type Stretch = { filter: Filter; after: Cursor | null; throughId: number; count: number };

/**
 * Newest first. Reads no row but those it answers with: one range read where nothing has arrived since; else arrivals,
 * wherever in the order they belong, are passed by their keys.
 */
export async function readStretch(db: Db, { filter, after, throughId, count }: Stretch): Promise<Article[]> {
  if ((await newestArticleId(db)) <= throughId) return listPage(db, filter, after, count);
  const ids = await firstIds(placesBehind(db, filter, after), { count, isWanted: (id) => id <= throughId });
  return (await getArticles(db, ids)).filter((row) => row !== undefined);
}

/** What a list begins with. `newestId` is of all articles: later ones arrived after this was read. */
export type ListStart = { articles: Article[]; images: StoredImage[]; newestId: number };

/** In one transaction: each takes its time to begin and to end, and a list is waited for. */
export function readStart(db: Db, { filter, count }: Pick<Stretch, "filter" | "count">): Promise<ListStart> {
  return db.transaction("r", db.articles, db.images, db.state, async () => {
    const [newestId, articles] = await Promise.all([newestArticleId(db), listPage(db, filter, null, count)]);
    const heroes = articles.flatMap(({ hero }) => hero?.url ?? []);
    return { articles, images: await getImages(db, heroes), newestId };
  });
}

/** Of a list as it was when its newest article was `throughId`: the article next to a place in it. 1 is towards its end. */
export type Nearest = { filter: Filter; from: Cursor | null; by: 1 | -1; throughId: number };

/** Reads that one row, and the keys before it. */
export async function nearestIn(db: Db, { filter, from, by, throughId }: Nearest): Promise<Article | null> {
  const places = by === 1 ? placesBehind(db, filter, from) : placesBefore(db, filter, from);
  const isWanted = (id: number) => id <= throughId;
  const [id] = await firstIds(places, { count: 1, isWanted });
  return id === undefined ? null : ((await db.articles.get(id)) ?? null);
}

/** All that stand before a place, newest first. Reads no row. */
export async function idsBefore(db: Db, filter: Filter, place: Cursor): Promise<number[]> {
  return (await placesBefore(db, filter, place).primaryKeys()).reverse();
}

type Wanted = { count: number; isWanted: (id: number) => boolean };

/** More than are likely to be passed, and few enough to be nothing. */
const FEW_KEYS = 100;

/** A key costs a hundredth of a row; where more are passed than was likely, one larger reading costs less than many. */
async function firstIds(places: Collection<Article, number>, { count, isWanted }: Wanted): Promise<number[]> {
  for (let most = FEW_KEYS; ; most *= 4) {
    const keys = await places.clone().limit(most).primaryKeys();
    const ids = keys.filter(isWanted);
    if (ids.length >= count || keys.length < most) return ids.slice(0, count);
  }
}

function placesBehind(db: Db, filter: Filter, place: Cursor | null): Collection<Article, number> {
  const scope = scopeOf(filter);
  const upper = place ? [scope, place.sortAt, place.id] : [scope, Dexie.maxKey];
  return db.articles.where("places").between([scope], upper, true, false).reverse();
}

function placesBefore(db: Db, filter: Filter, place: Cursor | null): Collection<Article, number> {
  const scope = scopeOf(filter);
  const lower = place ? [scope, place.sortAt, place.id] : [scope];
  return db.articles.where("places").between(lower, [scope, Dexie.maxKey], false, false);
}

/** Whether of the articles above `throughId` one belongs into the list before `end`. */
export async function hasArrivedBefore(db: Db, filter: Filter, { throughId, end }: Waiting): Promise<boolean> {
  const scope = scopeOf(filter);
  const isBefore = (row: Article) => row.sortAt > end.sortAt || (row.sortAt === end.sortAt && row.id > end.id);
  const isWaiting = (row: Article) => isBefore(row) && row.places.some(([place]) => place === scope);
  return (await db.articles.where("id").above(throughId).filter(isWaiting).first()) !== undefined;
}

type Waiting = { throughId: number; end: Cursor };

/** What of a list came after it was made: the newest article that was looked at, and those that belong to the list. */
export type Arrivals = { throughId: number; ids: number[] };

/**
 * Looks at each arrival once, at those found before again: they may have left the list meanwhile. Stops at
 * MOST_ARRIVALS.
 */
export async function arrivalsIn(db: Db, filter: Filter, known: Arrivals): Promise<Arrivals> {
  const scope = scopeOf(filter);
  const isIn = (row: Article | undefined) => row?.places.some(([place]) => place === scope) ?? false;
  const again = await getArticles(db, known.ids);
  const found = { throughId: known.throughId, ids: known.ids.filter((_, i) => isIn(again[i])) };
  while (found.ids.length < MOST_ARRIVALS) {
    const rows = await db.articles.where("id").above(found.throughId).limit(MOST_ARRIVALS).toArray();
    found.ids.push(...rows.filter(isIn).map((row) => row.id));
    found.throughId = rows.at(-1)?.id ?? found.throughId;
    if (rows.length < MOST_ARRIVALS) break;
  }
  return found;
}
