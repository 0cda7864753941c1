import { signal, type ReadonlySignal } from "@preact/signals";
import { getImages } from "../db/images.ts";
import type { Db } from "../db/schema.ts";
import type { StoredImage } from "../model.ts";
import { watch } from "./live.ts";
import { comingOf, picturesOf, revokeAll, type Held, type Pictures, type PictureSize } from "./pictureAddresses.ts";

/**
 * Pictures that were read already. Making an address takes the browser's other process: at a first paint, which waits
 * for nothing, they are boxes.
 */
export type KnownPictures = { images: StoredImage[]; as: "boxes" | "pictures" };

export type WatchedPictures = { pictures: ReadonlySignal<Pictures>; stop: () => void };

/**
 * `blob:` addresses of the stored pictures among `urls`, one query for all of them. Resolves when they are known, so
 * that what is drawn with them has its size at once; kept up to date until `stop`, which also revokes the addresses:
 * each holds its picture in memory.
 */
export function watchPictures(
  db: Db,
  urls: string[],
  { size, known = null }: { size: PictureSize; known?: KnownPictures | null },
): Promise<WatchedPictures> {
  const pictures = signal<Pictures>(new Map());
  const held: Held = { size, addresses: new Map() };
  if (urls.length === 0) return Promise.resolve({ pictures, stop: () => undefined });
  return new Promise((resolve) => {
    const show = (images: StoredImage[]) => {
      pictures.value = picturesOf(images, held);
      resolve({ pictures, stop });
    };
    const stop = () => {
      unwatch();
      revokeAll(held);
    };
    if (known) {
      pictures.value = known.as === "boxes" ? comingOf(known.images, size) : picturesOf(known.images, held);
      resolve({ pictures, stop });
    }
    const unwatch = watch(() => getImages(db, urls), show);
  });
}
