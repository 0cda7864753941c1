import { computed, type ReadonlySignal } from "@preact/signals";
import { askForUnread, forgetDownload, readDownload, stopDownload, type DownloadState } from "../db/download.ts";
import type { Db } from "../db/schema.ts";
import { live } from "./live.ts";
import type { Progress } from "./refreshProgress.ts";

/** `preparing`: what there is to fetch is not known yet. `left`: could not be reached. */
export type DownloadShown =
  | { kind: "preparing" }
  | { kind: "running"; progress: Progress }
  | { kind: "ended"; isRoomUsedUp: boolean; left: number };

/** All pictures of what is unread, for where there is no network. */
export type Downloading = {
  /** Null while nobody wished for it, and after its end was noted. */
  download: ReadonlySignal<DownloadShown | null>;
  downloadUnread: () => Promise<void>;
  stopDownload: () => Promise<void>;
  closeDownload: () => Promise<void>;
};

type Deps = { db: Db; now: () => number; refreshNow: (feedId: string | null) => Promise<void> };

export function createDownloading({ db, now, refreshNow }: Deps): Downloading {
  const state = live<DownloadState>(() => readDownload(db), { download: null, waiting: 0 });
  return {
    download: computed(() => shownOf(state.value)),
    downloadUnread: async () => {
      await askForUnread(db, now());
      // What is new is unread as well.
      await refreshNow(null);
    },
    stopDownload: () => stopDownload(db),
    closeDownload: () => forgetDownload(db),
  };
}

export function shownOf({ download, waiting }: DownloadState): DownloadShown | null {
  if (!download) return null;
  const { total, end } = download;
  if (end) return { kind: "ended", ...end };
  if (total === null) return { kind: "preparing" };
  // What arrived meanwhile waits as well.
  return { kind: "running", progress: { done: Math.max(0, total - waiting), total } };
}
