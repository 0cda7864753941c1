import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { evictPictures } from "../db/pictureStore.ts";
import type { Db } from "../db/schema.ts";
import { clearState, readState } from "../db/state.ts";
import { BLOCK_BYTES } from "../search/termBlocks.ts";
import { live } from "./live.ts";

/** Bytes. */
export type StorageUse = { articles: number; images: number; search: number };

export type Storage = {
  /** About so much; null until it is known. */
  use: ReadonlySignal<StorageUse | null>;
  /** Those of starred and later articles stay. */
  clearImages: () => Promise<void>;
};

/** `usedBytes`: what the browser takes all of it to be. */
export type StorageDeps = { db: Db; usedBytes: () => Promise<number> };

export function createStorage({ db, usedBytes }: StorageDeps): Storage {
  const parts = live<Parts | null>(() => readParts(db), null);
  const use = signal<StorageUse | null>(null);
  effect(() => {
    const known = parts.value;
    if (known) void usedBytes().then((used) => (use.value = useOf(used, known)));
  });
  return {
    use,
    clearImages: async () => {
      await evictPictures(db, 0);
      await clearState(db, "storageFull");
    },
  };
}

type Parts = Omit<StorageUse, "articles">;

/** Of one occurrence of a word, in small segments that fill no block. */
const TERM_BYTES = 3;

async function readParts(db: Db): Promise<Parts> {
  const segments = await db.segments.toArray();
  const sizes = segments.map(({ firsts, terms }) => Math.min(firsts.length * BLOCK_BYTES, terms * TERM_BYTES));
  return {
    images: (await readState(db, "pictureBytes")) ?? 0,
    search: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** Images are weighed when they are stored, the index is reckoned by its blocks, and articles are the rest. */
export function useOf(used: number, { images, search }: Parts): StorageUse {
  return { images, search, articles: Math.max(0, used - images - search) };
}
