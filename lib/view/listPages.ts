import { signal, type ReadonlySignal } from "@preact/signals";
import { getArticles, listPage, type Cursor } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Filter } from "../model.ts";
import { watch } from "./live.ts";
import type { Pictures } from "./pictureAddresses.ts";
import { watchPictures } from "./storedPictures.ts";

/**
 * A page of a list as it was when it was read: its rows stay and keep their order, their flags are always those of
 * the store. One query for all rows and one for all pictures.
 */
export type ListPage = {
  rows: ReadonlySignal<Article[]>;
  pictures: ReadonlySignal<Pictures>;
  /** Where the next page starts; null at the end of the list. */
  next: Cursor | null;
  stop: () => void;
};

const PAGE_ROWS = 50;

export type PagePlace = { filter: Filter; after: Cursor | null; throughId: number };

export async function openListPage(db: Db, place: PagePlace): Promise<ListPage> {
  const { rows, next } = await readRows(db, place);
  const heroes = rows.flatMap((row) => row.hero?.url ?? []);
  const { pictures, stop: stopPictures } = await watchPictures(db, heroes, "thumb");
  const shown = signal(rows);
  const ids = rows.map((row) => row.id);
  const stopRows = watch(
    () => getArticles(db, ids),
    (fresh) => {
      shown.value = fresh.filter((row) => row !== undefined);
    },
  );
  const stop = () => {
    stopRows();
    stopPictures();
  };
  return { rows: shown, pictures, next, stop };
}

type Rows = { rows: Article[]; next: Cursor | null };

/** What arrived after `throughId` waits behind the pill, wherever in the order it belongs. */
async function readRows(db: Db, place: PagePlace): Promise<Rows> {
  const found = await listPage(db, place.filter, place.after, PAGE_ROWS);
  const last = found.at(-1);
  const next = last && found.length === PAGE_ROWS ? { sortAt: last.sortAt, id: last.id } : null;
  const rows = found.filter((row) => row.id <= place.throughId);
  return rows.length === 0 && next ? readRows(db, { ...place, after: next }) : { rows, next };
}
