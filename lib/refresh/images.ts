import { putImage, wantedImages } from "../db/images.ts";
import type { Db } from "../db/schema.ts";
import { FETCH_TIMEOUT_MS, IMAGE_BYTES, IMAGE_PIXELS } from "../feed/limits.ts";
import { readPictureShape } from "../feed/pictureShape.ts";
import type { StoredImage } from "../model.ts";
import type { Network } from "./fetchDocument.ts";
import { readCapped } from "./readCapped.ts";
import { inTurns } from "./inTurns.ts";

export type Shrunk = { blob: Blob; width: number; height: number };

export type ImageDeps = Pick<Network, "fetch" | "mayFetch"> & {
  db: Db;
  wait: (ms: number) => Promise<void>;
  /** Redraws a picture at most `maxWidth` wide; null when it cannot be decoded. */
  shrink: (picture: Blob, maxWidth: number) => Promise<Shrunk | null>;
};

export const FULL_WIDTH = 1200;
export const THUMB_WIDTH = 232;
const MOST_TRIES = 3;
const BATCH = 24;

/** Works off the queue of wanted pictures. Each ends as stored, or as not to be had: its box then goes. */
export async function fetchWantedImages(deps: ImageDeps): Promise<void> {
  const manners = { atOnce: 4, pauseMs: 100, wait: deps.wait };
  for (let batch = await wantedImages(deps.db, BATCH); batch.length > 0; batch = await wantedImages(deps.db, BATCH)) {
    await inTurns(
      batch,
      (image) => new URL(image.url).host,
      manners,
      async (image) => {
        // Counted before the attempt, so that a picture that kills the worker is not tried for ever.
        const tried = { ...image, tries: image.tries + 1 };
        await putImage(deps.db, { ...tried, wanted: tried.tries < MOST_TRIES ? 1 : 0 });
        await putImage(deps.db, (await fetchImage(deps, tried)) ?? { ...tried, wanted: 0 });
      },
    );
  }
}

async function fetchImage(deps: ImageDeps, image: StoredImage): Promise<StoredImage | null> {
  if (!(await deps.mayFetch(image.url))) return null;
  const bytes = await download(deps, image.url);
  const picture = bytes && asPicture(bytes);
  if (!picture) return null;
  const full = await deps.shrink(picture, FULL_WIDTH);
  const thumb = await deps.shrink(picture, THUMB_WIDTH);
  if (!full || !thumb) return null;
  return { ...image, wanted: 0, full: full.blob, thumb: thumb.blob, width: full.width, height: full.height };
}

/** A picture is what its first bytes say, never SVG; null also for one that would not fit into memory decoded. */
function asPicture(bytes: Uint8Array<ArrayBuffer>): Blob | null {
  const shape = readPictureShape(bytes);
  if (!shape?.width || !shape.height || shape.width * shape.height > IMAGE_PIXELS) return null;
  return new Blob([bytes], { type: shape.type });
}

/** The bytes, or null for whatever goes wrong on the way: a picture is not worth a word of trouble. */
async function download(deps: ImageDeps, url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_TIMEOUT_MS);
  try {
    const init = { credentials: "omit", referrerPolicy: "no-referrer", signal: abort.signal } as const;
    const response = await deps.fetch(url, init);
    return response.ok ? await readCapped(response, IMAGE_BYTES) : null;
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof DOMException) return null;
    throw fault;
  } finally {
    clearTimeout(timer);
  }
}
