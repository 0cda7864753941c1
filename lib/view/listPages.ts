import { signal, type ReadonlySignal } from "@preact/signals";
import { getArticles, type Cursor } from "../db/articles.ts";
import { readStretch, type ListStart } from "../db/lists.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import { watch } from "./live.ts";
import { PAGE_ROWS } from "./pageRows.ts";
import type { Pictures } from "./pictureAddresses.ts";
import { watchPictures, type KnownPictures } from "./storedPictures.ts";

/** What stays of a page for as long as its list does: which rows it has, and where the last of them stands. */
export type ListPage = { ids: readonly number[]; last: Cursor | null; isEnd: boolean };

/**
 * A page that is held in memory. Its rows are those that there were when it was first read, in that order; their flags
 * are always those of the store.
 */
export type HeldPage = { rows: ReadonlySignal<Article[]>; pictures: ReadonlySignal<Pictures>; stop: () => void };

export type PagePlace = { filter: Filter; after: Cursor | null; throughId: number };

/** A page that was read already. */
export type KnownPage = KnownPictures & Pick<ListStart, "articles">;

export async function openPage(
  db: Db,
  place: PagePlace,
  known: KnownPage | null = null,
): Promise<{ page: ListPage; held: HeldPage }> {
  const held = await hold(db, () => readStretch(db, { ...place, count: PAGE_ROWS }), known);
  const rows = held.rows.peek();
  const last = rows.at(-1);
  const page = {
    ids: rows.map(({ id }) => id),
    last: last ? { sortAt: last.sortAt, id: last.id } : null,
    isEnd: rows.length < PAGE_ROWS,
  };
  return { page, held };
}

/** Reads a page once more that was let go. Articles that were deleted meanwhile are missing. */
export const reopenPage = (db: Db, page: ListPage): Promise<HeldPage> => hold(db, () => rowsOf(db, page));

export async function rowsOf(db: Db, { ids }: Pick<ListPage, "ids">): Promise<Article[]> {
  return (await getArticles(db, [...ids])).filter((row) => row !== undefined);
}

/** One query for all rows, which begins with `read`, and one for all pictures. */
async function hold(db: Db, read: () => Promise<Article[]>, known: KnownPage | null = null): Promise<HeldPage> {
  const rows = signal<Article[]>(known?.articles ?? []);
  let ids = known?.articles.map(({ id }) => id) ?? null;
  const stopRows = await new Promise<() => void>((resolve) => {
    const stop = watch(
      () => (ids === null ? read() : rowsOf(db, { ids })),
      (fresh) => {
        ids ??= fresh.map(({ id }) => id);
        rows.value = unchangedKept(rows.peek(), fresh);
        resolve(stop);
      },
    );
    if (known) resolve(stop);
  });
  const heroes = rows.peek().flatMap(({ hero }) => hero?.url ?? []);
  const { pictures, stop: stopPictures } = await watchPictures(db, heroes, {
    size: "thumb",
    known,
  });
  return { rows, pictures, stop: () => (stopRows(), stopPictures()) };
}

/** Where many rows are written at once, every query is asked again: what is as it was must not be drawn again. */
function unchangedKept(before: Article[], fresh: Article[]): Article[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const rows = fresh.map((row) => {
    const old = known.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
  const isSame = rows.length === before.length && rows.every((row, i) => row === before[i]);
  return isSame ? before : rows;
}
