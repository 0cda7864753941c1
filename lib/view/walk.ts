import { computed, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import type { List } from "./list.ts";
import { findNeighbour, firstOf, lastOf, type Step } from "./neighbours.ts";
import type { Searching } from "./searching.ts";

/** The rows that the keys go through: those of the list, or what a search found. */
export type Walk = {
  /** Those that are here. */
  rows: ReadonlySignal<Article[]>;
  /** Of all; it may not be here. */
  first: () => Promise<Article | null>;
  /** Of those that are read: a list is as long as somebody has scrolled. */
  last: () => Promise<Article | null>;
  neighbour: (from: Article, by: Step) => Promise<Article | null>;
};

const nobody = () => Promise.resolve(null);
const NOTHING: Walk = { rows: computed(() => []), first: nobody, last: nobody, neighbour: nobody };

export function createWalk(db: Db, list: List, { searched, search }: Searching): Walk {
  const inList = walkList(db, list);
  const present = computed(() => (searched.value === null ? inList : (search.value?.answer.value ?? NOTHING)));
  return {
    rows: computed(() => present.value.rows.value),
    first: () => present.peek().first(),
    last: () => present.peek().last(),
    neighbour: (from, by) => present.peek().neighbour(from, by),
  };
}

/** A key that follows the choice of a list closely means that list. */
const walkList = (db: Db, list: List): Walk => ({
  rows: list.rows,
  first: () => list.settled().then(() => firstOf(list)),
  last: () => list.settled().then(() => lastOf(list)),
  neighbour: (from, by) => list.settled().then(() => findNeighbour(db, list, { from, by })),
});

/** In what a search found, the unread article after the open one; `inList` where nothing is searched. */
export function nextUnreadOf(walk: Walk, open: ReadonlySignal<Article | null>, inList: NextInList) {
  return computed(() => {
    if (inList.searched.value === null) return inList.next.value;
    const rows = walk.rows.value;
    const at = rows.findIndex((row) => row.id === open.value?.id);
    const isNext = (row: Article) => row.unread === 1 && row.id !== open.value?.id;
    return rows.slice(at + 1).find(isNext) ?? rows.find(isNext) ?? null;
  });
}

type NextInList = Pick<Searching, "searched"> & { next: ReadonlySignal<Article | null> };
