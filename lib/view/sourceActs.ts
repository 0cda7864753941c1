import type { PictureHosts } from "../db/feeds.ts";
import { giveTags, orderFeeds, wishFor, type PictureWish } from "../db/feedWishes.ts";
import { finishRetagging } from "../db/retagging.ts";
import type { Db } from "../db/schema.ts";
import { readState } from "../db/state.ts";
import { lastUnfollowed, letUnfollowedGo, undoUnfollow, unfollow } from "../db/unfollow.ts";
import { finishUnfollowing } from "../db/unfollowing.ts";
import { chooseInterval } from "../refresh/chooseInterval.ts";
import type { ReadonlySignal } from "@preact/signals";
import { live } from "./live.ts";
import type { Source } from "./sources.ts";

type Named = Pick<Source, "id">;

/** What people can do to a source in the settings. All of it is rows; the background obeys them. */
export type SourceActs = {
  /** Without a name it gets its document's again. */
  rename: (source: Source, title: string) => Promise<void>;
  /** What is typed, one behind the other with commas between them, becomes tags of all its articles. */
  giveTags: (source: Named, typed: string) => Promise<void>;
  /** Null: as suits how much it posts. */
  chooseInterval: (source: Named, intervalMs: number | null) => Promise<void>;
  choosePictures: (source: Named, pictures: PictureWish) => Promise<void>;
  /** Of other hosts, those come that are allowed. */
  choosePictureHosts: (source: Named, pictureHosts: PictureHosts) => Promise<void>;
  pause: (source: Named) => Promise<void>;
  resume: (source: Named) => Promise<void>;
  /** Up is -1, down is 1. */
  move: (source: Named, by: -1 | 1) => Promise<void>;
  unfollow: (source: Named) => Promise<void>;
  /** The name of the source that was unfollowed last, while that can be taken back. */
  unfollowed: ReadonlySignal<string | null>;
  undo: () => Promise<void>;
  /** Nobody wants to take it back: its articles go. */
  letGo: () => Promise<void>;
};

/** Also as Arabic, Chinese and Japanese write it. */
const COMMA = /[,،、，;]/;

type Deps = {
  db: Db;
  now: () => number;
  random: () => number;
  sources: ReadonlySignal<Source[] | null>;
};

export function createSourceActs({ db, now, random, sources }: Deps): SourceActs {
  const unfollowed = live(async () => (await lastUnfollowed(db))?.feed.title ?? null, null);

  async function rename(source: Source, typed: string): Promise<void> {
    const title = typed.replace(/\s+/g, " ").trim();
    if (title === source.title) return;
    if (title !== "") return wishFor(db, source.id, { title, isNamed: true });
    const own = (await readState(db, `document/${source.id}`))?.title || new URL(source.url).hostname;
    await wishFor(db, source.id, { title: own, isNamed: false });
  }

  async function move({ id }: Named, by: -1 | 1): Promise<void> {
    const ids = (sources.peek() ?? []).map((source) => source.id);
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return;
    await orderFeeds(db, ids.toSpliced(from, 1).toSpliced(to, 0, id));
  }

  return {
    rename,
    giveTags: async ({ id }, typed) => {
      await giveTags(db, id, typed.split(COMMA));
      await finishRetagging(db);
    },
    chooseInterval: ({ id }, intervalMs) => chooseInterval({ db, now, random }, id, intervalMs),
    choosePictures: ({ id }, pictures) => wishFor(db, id, { pictures }),
    choosePictureHosts: ({ id }, pictureHosts) => wishFor(db, id, { pictureHosts }),
    pause: ({ id }) => wishFor(db, id, { isPaused: true }),
    resume: ({ id }) => wishFor(db, id, { isPaused: false }),
    move,
    unfollow: async ({ id }) => {
      await unfollow(db, id, now());
      // One that was unfollowed before can no longer be brought back.
      await finishUnfollowing(db, now());
    },
    unfollowed,
    undo: () => undoUnfollow(db),
    letGo: () => letUnfollowedGo(db, now()),
  };
}
