import { signal, type ReadonlySignal } from "@preact/signals";
import { listFeeds, type NewFeed } from "../db/feeds.ts";
import { eraseEverything } from "../db/erase.ts";
import { readBackup, type Backup, type BackupFault } from "../db/readBackup.ts";
import { restoreBackup } from "../db/restore.ts";
import { planFeeds } from "../db/restoreFeeds.ts";
import { restoreSnapshot } from "../db/restoreSnapshot.ts";
import type { Db } from "../db/schema.ts";
import { readState, writeState } from "../db/state.ts";
import { isStorageFull } from "../db/storageFull.ts";
import { writeBackup } from "../db/writeBackup.ts";
import { live } from "./live.ts";
import { saveFile } from "./saveFile.ts";

/** What a file would bring: nothing is stored before people have seen it. `known`: how many of its sources are here. */
export type Report = Pick<Backup, "savedAt" | "isWhole" | "counts"> & { sources: number; known: number };

export type BackupState =
  | { kind: "idle" | "saving" | "saved" | "reading" | "goingBack" | "wentBack" | "erasing" | "erased" }
  | { kind: "asking"; report: Report }
  | { kind: "restoring"; done: number; of: number }
  | { kind: "restored"; articles: number; sources: number }
  /** What was restored until then stays; the same file again goes on. */
  | { kind: "storageFull" | "fileChanged" }
  | BackupFault;

export type Backups = {
  state: ReadonlySignal<BackupState>;
  /** When a file was saved last; null where none was. */
  savedAt: ReadonlySignal<number | null>;
  /** The newest first. */
  snapshots: ReadonlySignal<SnapshotLine[]>;
  save: (isWhole: boolean) => Promise<void>;
  choose: (file: Blob) => Promise<void>;
  /** Must be called first thing in the click: the browser asks the person, once for all sources. */
  restore: (mode: "merge" | "replace") => Promise<void>;
  goBack: (at: number) => Promise<void>;
  erase: () => Promise<void>;
  close: () => void;
};

export type SnapshotLine = { at: number; sources: number; starred: number };

export type BackupsDeps = {
  db: Db;
  now: () => number;
  home: Omit<NewFeed, "id">;
  readSettings: () => Promise<object>;
  /** Each that is none stays as it is at first. */
  restoreSettings: (settings: object) => Promise<void>;
  /** All that lies beside the store. */
  eraseSettings: () => Promise<void>;
  askToFetchAll: (urls: string[]) => Promise<boolean>;
  mayFetch: (url: string) => Promise<boolean>;
  refreshDue: () => Promise<void>;
};

export function createBackups(deps: BackupsDeps): Backups {
  const { db, now } = deps;
  const state = signal<BackupState>({ kind: "idle" });
  const [savedAt, snapshots] = [live(() => readSavedAt(db), null), live(() => listSnapshots(db), [])];
  let chosen: (Backup & { toAsk: string[] }) | null = null;

  async function restore(mode: "merge" | "replace"): Promise<void> {
    const backup = chosen;
    if (!backup) return;
    const asked = backup.toAsk.length > 0 && deps.askToFetchAll(backup.toAsk);
    const of = backup.counts.articles;
    state.value = { kind: "restoring", done: 0, of };
    await asked;
    const onProgress = (done: number) => (state.value = { kind: "restoring", done, of });
    const stopped = await restoreAll(backup, { ...deps, mode, onProgress });
    chosen = null;
    state.value = stopped ?? { kind: "restored", articles: of, sources: backup.feeds.length };
    void deps.refreshDue();
  }

  const choose = async (file: Blob) => {
    state.value = { kind: "reading" };
    const read = await readBackup(file);
    if (read.kind !== "backup") return void (state.value = read);
    // Found out now: in the click, the browser's question must come first.
    chosen = { ...read, toAsk: await barredUrls(read, deps) };
    state.value = { kind: "asking", report: await reportOf(db, read) };
  };

  return {
    ...{ state, savedAt, snapshots, choose, restore },
    save: async (isWhole) => {
      state.value = { kind: "saving" };
      await save(deps, isWhole);
      state.value = { kind: "saved" };
    },
    goBack: async (at) => {
      state.value = { kind: "goingBack" };
      await goBack(deps, at);
      state.value = { kind: "wentBack" };
      void deps.refreshDue();
    },
    erase: async () => {
      state.value = { kind: "erasing" };
      await eraseEverything(db, deps.home, now());
      await deps.eraseSettings();
      state.value = { kind: "erased" };
      void deps.refreshDue();
    },
    close: () => {
      chosen = null;
      state.value = { kind: "idle" };
    },
  };
}

async function barredUrls({ feeds }: Backup, { mayFetch }: BackupsDeps): Promise<string[]> {
  const allowed = await Promise.all(feeds.map(({ url }) => mayFetch(url)));
  return feeds.filter((_, i) => !allowed[i]).map(({ url }) => url);
}

const readSavedAt = async (db: Db): Promise<number | null> => (await readState(db, "backupSavedAt")) ?? null;

async function listSnapshots(db: Db): Promise<SnapshotLine[]> {
  const taken = await db.snapshots.reverse().toArray();
  return taken.map(({ at, feeds, starred }) => ({ at, sources: feeds.length, starred: starred.length }));
}

async function save({ db, now, readSettings }: BackupsDeps, isWhole: boolean): Promise<void> {
  const settings = { ...(await readSettings()) };
  const file = await writeBackup(db, { now: now(), settings, isWhole });
  const day = new Date(now()).toISOString().slice(0, 10);
  saveFile(`foldline-${day}.json`, file);
  await writeState(db, "backupSavedAt", now());
}

async function reportOf(db: Db, { savedAt, isWhole, counts, feeds }: Backup): Promise<Report> {
  const { fresh } = planFeeds(feeds, await listFeeds(db), savedAt);
  return { savedAt, isWhole, counts, sources: feeds.length, known: feeds.length - fresh.length };
}

type Restored = BackupsDeps & { mode: "merge" | "replace"; onProgress: (done: number) => void };

/** Null when it came to its end. */
async function restoreAll(backup: Backup, { db, now, ...deps }: Restored): Promise<BackupState | null> {
  try {
    // Where both are merged, what is set here holds.
    if (deps.mode === "replace") await deps.restoreSettings(backup.settings);
    await restoreBackup(db, backup, { ...deps, now: now() });
    return null;
  } catch (fault) {
    if (isStorageFull(fault)) return { kind: "storageFull" };
    if (isOfFile(fault)) return { kind: "fileChanged" };
    throw fault;
  }
}

/** It was whole a moment ago: since then somebody has changed it, or taken out what it lies on. */
const isOfFile = (fault: unknown): boolean =>
  fault instanceof SyntaxError || (fault instanceof DOMException && /^Not(Readable|Found)Error$/.test(fault.name));

async function goBack({ db, now, mayFetch, restoreSettings }: BackupsDeps, at: number): Promise<void> {
  const snapshot = await db.snapshots.get(at);
  if (!snapshot) return;
  await restoreSnapshot(db, snapshot, { now: now(), mayFetch });
  await restoreSettings(snapshot.settings);
}
