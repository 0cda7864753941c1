import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { getArticles } from "../db/articles.ts";
import { getBodies } from "../db/bodies.ts";
import type { Db } from "../db/schema.ts";
import { searchTextOf } from "../feed/searchText.ts";
import type { Article } from "../model.ts";
import type { Query } from "../search/query.ts";
import { markHits, snippetOf, type Piece } from "../search/snippet.ts";
import { watch } from "./live.ts";
import type { Pictures } from "./pictureAddresses.ts";
import { watchPictures } from "./storedPictures.ts";

/** The title, and the part of summary or text that says why the article was found. */
export type RowHits = { title: Piece[]; snippet: Piece[] };

export type ResultPage = {
  rows: ReadonlySignal<Article[]>;
  pictures: ReadonlySignal<Pictures>;
  hits: ReadonlySignal<ReadonlyMap<number, RowHits>>;
  stop: () => void;
};

export async function openResultPage(db: Db, found: Article[], query: Query): Promise<ResultPage> {
  const ids = found.map((row) => row.id);
  const heroes = found.flatMap((row) => row.hero?.url ?? []);
  const unclear = found.filter((row) => !saysWhy(row, query));
  const [{ pictures, stop: stopPictures }, first] = await Promise.all([
    watchPictures(db, heroes, { size: "thumb" }),
    textsOf(db, unclear.slice(0, AT_FIRST)),
  ]);
  const texts = signal(first);
  void textsOf(db, unclear.slice(AT_FIRST)).then((others) => (texts.value = new Map([...first, ...others])));
  const rows = signal(found);
  const stopRows = watch(
    () => getArticles(db, ids),
    (fresh) => void (rows.value = fresh.filter((row) => row !== undefined)),
  );
  const hits = computed(() => new Map(rows.value.map((row) => [row.id, hitsOf(row, texts.value.get(row.id), query)])));
  const stop = () => {
    stopRows();
    stopPictures();
  };
  return { rows, pictures, hits, stop };
}

/** Whether title and summary tell why it was found. Reading a text to tell it costs more than all the rest. */
function saysWhy({ title, summary }: Article, query: Query): boolean {
  return [...markHits(title, query, "title"), ...markHits(summary, query, "text")].some((piece) => piece.isHit);
}

/** Rows that may be in sight before the texts of the others are read. */
const AT_FIRST = 10;

async function textsOf(db: Db, rows: Article[]): Promise<Map<number, string>> {
  const bodies = await getBodies(db, rows);
  return new Map(rows.map(({ id }, i) => [id, searchTextOf(bodies[i] ?? null)]));
}

function hitsOf({ title, summary }: Article, text: string | undefined, query: Query): RowHits {
  const ofText = text === undefined ? null : piecesOf(text, query);
  const isFound = ofText?.some((piece) => piece.isHit) ?? false;
  return {
    title: markHits(title, query, "title"),
    snippet: ofText && isFound ? ofText : piecesOf(summary, query),
  };
}

/** On one line, with dots where text was left out. */
function piecesOf(text: string, query: Query): Piece[] {
  const { pieces, isCutBefore, isCutAfter } = snippetOf(text.replace(/\s+/g, " ").trim(), query);
  const shown = bringForward([...(isCutBefore ? DOTS : []), ...pieces]);
  return isCutAfter ? [...shown, ...DOTS] : shown;
}

const DOTS: Piece[] = [{ text: "…", isHit: false }];

/** Two lines of a row hold less than a snippet: what stands long before the first hit would hide it. */
function bringForward(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.isHit);
  const before = pieces.slice(0, Math.max(0, first)).reduce((text, piece) => text + piece.text, "");
  if (before.length <= MOST_BEFORE) return pieces;
  const kept = before
    .slice(-KEPT_BEFORE)
    .replace(/^\S*\s/, "")
    .toWellFormed();
  return [{ text: `…${kept}`, isHit: false }, ...pieces.slice(first)];
}

/** UTF-16 units: a line of the narrowest list holds about thirty. */
const MOST_BEFORE = 44;
const KEPT_BEFORE = 28;
