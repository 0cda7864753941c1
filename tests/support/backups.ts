import { readBackup, type Backup } from "../../lib/db/readBackup.ts";
import type { Restoring } from "../../lib/db/restore.ts";
import type { Db } from "../../lib/db/schema.ts";
import { writeBackup } from "../../lib/db/writeBackup.ts";
import { NOW } from "./rows.ts";

export const saved = (db: Db, kind: "whole" | "flags"): Promise<Blob> =>
  writeBackup(db, { now: NOW, settings: { theme: "dark" }, isWhole: kind === "whole" });

export async function backupIn(file: Blob): Promise<Backup> {
  const read = await readBackup(file);
  if (read.kind !== "backup") throw new Error(read.kind);
  return read;
}

/** By somebody who lets us fetch everything. */
export const restoring = (mode: Restoring["mode"], change: Partial<Restoring> = {}): Restoring => ({
  mode,
  now: NOW,
  mayFetch: async () => true,
  onProgress: () => undefined,
  ...change,
});
