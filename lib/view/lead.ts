import { computed, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import type { Article } from "../model.ts";
import { startOfDay } from "./dates.ts";
import { addressOf } from "./pictureAddresses.ts";
import { watchPictures, type KnownPictures } from "./storedPictures.ts";

/** The row that is drawn large. Its picture is null while it is still to come. */
export type Lead = { id: number; picture: string | null };

export type OpenLead = { shown: ReadonlySignal<Lead | null>; stop: () => void };

/** Chosen when a list is made, so that rows keep their size while they are read. Its picture is wider than a thumbnail. */
export async function openLead(db: Db, rows: Article[], known: KnownPictures): Promise<OpenLead | null> {
  const article = leadOf(rows);
  if (!article?.hero) return null;
  const { id, hero } = article;
  const { pictures, stop } = await watchPictures(db, [hero.url], {
    size: "full",
    known: { ...known, images: known.images.filter(({ url }) => url === hero.url) },
  });
  const shown = computed(() =>
    pictures.value.has(hero.url) ? { id, picture: addressOf(pictures.value, hero.url) } : null,
  );
  return { shown, stop };
}

/** The first unread row, where it is of the newest day and has a picture. */
function leadOf(rows: Article[]): Article | null {
  const [newest] = rows;
  const first = rows.find((row) => row.unread === 1);
  if (!newest || !first?.hero) return null;
  return startOfDay(first.sortAt) === startOfDay(newest.sortAt) ? first : null;
}
