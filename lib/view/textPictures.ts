import { getImages } from "../db/images.ts";
import type { Db } from "../db/schema.ts";
import type { ShownPicture } from "./bodyPictures.ts";

/** The stored pictures among `urls`, each at a `blob:` address that is good until `ending` aborts. */
export async function findTextPictures(
  db: Db,
  urls: string[],
  ending: AbortSignal,
): Promise<ReadonlyMap<string, ShownPicture>> {
  const found = new Map<string, ShownPicture>();
  const images = await getImages(db, urls);
  if (ending.aborted) return found;
  for (const { url, full, width, height } of images) {
    if (full) found.set(url, { address: URL.createObjectURL(full), width, height });
  }
  // Each holds its picture in memory.
  ending.addEventListener("abort", () => {
    for (const { address } of found.values()) URL.revokeObjectURL(address);
  });
  return found;
}
