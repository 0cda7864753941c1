import type { Db } from "./schema.ts";
import { clearState, readState, writeState, type Download } from "./state.ts";

/** Wishes for the pictures of all that is unread. The background sees to it: `downloadQueue.ts`. */
export function askForUnread(db: Db, now: number): Promise<void> {
  return writeState(db, "download", { askedAt: now, after: null, articles: 0, total: null, end: null });
}

/** The queue has been worked off, as far as that goes now. */
export function endDownload(db: Db, came: "done" | "noRoom"): Promise<void> {
  return db.transaction("rw", db.state, db.images, async () => {
    const download = await readState(db, "download");
    if (!download || download.total === null || download.end) return;
    await writeState(db, "download", {
      ...download,
      end: { isRoomUsedUp: came === "noRoom", left: await countWanted(db) },
    });
  });
}

export type DownloadState = { download: Download | null; waiting: number };

export async function readDownload(db: Db): Promise<DownloadState> {
  const download = (await readState(db, "download")) ?? null;
  return { download, waiting: download && !download.end ? await countWanted(db) : 0 };
}

export const forgetDownload = (db: Db): Promise<void> => clearState(db, "download");

/** Nobody waits for pictures any more; what is being fetched is dropped when it comes. */
export function stopDownload(db: Db): Promise<void> {
  return db.transaction("rw", db.state, db.images, async () => {
    await emptyPictureQueue(db);
    await clearState(db, "download");
    await clearState(db, "unillustrated");
  });
}

/** As if nobody had asked for what is not here yet. */
export async function emptyPictureQueue(db: Db): Promise<void> {
  await db.images.where("wanted").equals(1).delete();
}

export const countWanted = (db: Db): Promise<number> => db.images.where("wanted").equals(1).count();
