import type { FirstPaint } from "../db/firstPaint.ts";
import { chipsOf, tagsInOrder, type Chip } from "./chips.ts";
import { outageOf } from "./outage.ts";
import { comingOf, picturesOf, type Held, type Pictures } from "./pictureAddresses.ts";
import { progressOf, type Progress } from "./refreshProgress.ts";
import { firstShelf, type Shelf } from "./shelf.ts";

/** All that the popup draws: first by what was read before Dexie was there, from then on by `createPopup`. */
export type PopupPage = {
  /** Null while it is not known whether anything is stored. */
  shelf: Shelf | null;
  tag: string | null;
  chips: Chip[];
  pictures: Pictures;
  /** Null while no refresh runs. */
  progress: Progress | null;
  /** How many articles were just marked read, for as long as that can be undone here. */
  marked: number | null;
  now: number;
  /** Not yet at the first paint: then pictures have their boxes, and what lies out of sight is still missing. */
  isWhole: boolean;
};

type Given = { now: number; tagOrder: readonly string[] };

export function firstPage(first: FirstPaint | null, { now, tagOrder }: Given): PopupPage {
  const shelf = first && firstShelf(first);
  const counts = shelf?.counts ?? new Map<string, number>();
  return {
    shelf,
    tag: null,
    chips: chipsOf(tagsInOrder(counts, tagOrder, shelf?.choices ?? new Map()), counts),
    pictures: comingOf(shelf?.images ?? [], "thumb"),
    progress: shelf && progressOf(shelf.run, shelf.feeds, now),
    marked: null,
    now,
    isWhole: false,
  };
}

/** `held` is kept for the live page: other addresses would draw the pictures anew. They go with the popup, unrevoked. */
export function wholePage(first: PopupPage, held: Held): PopupPage {
  return { ...first, pictures: picturesOf(first.shelf?.images ?? [], held), isWhole: true };
}

/** What may stand beside the headlines or in their place is loaded before the first paint only where it shows at once. */
export const needsExtras = ({ shelf }: PopupPage): boolean =>
  shelf === null || shelf.articles.length === 0 || outageOf(shelf.feeds, shelf.disk) !== null;
