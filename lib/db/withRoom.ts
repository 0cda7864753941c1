import { evictPictures } from "./pictureStore.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";
import { isStorageFull } from "./storageFull.ts";

/** Of all pictures, at once. */
const SHARE = 0.25;

/** Writes; where the disk has no room for it, the pictures that were read longest ago make room, and it is tried once more. */
export async function withRoom<T>(db: Db, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault;
    const bytes = (await readState(db, "pictureBytes")) ?? 0;
    const freed = await evictPictures(db, Math.floor(bytes * (1 - SHARE)));
    if (freed === 0) throw fault;
    return write();
  }
}
