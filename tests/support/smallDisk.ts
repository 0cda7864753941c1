import { execFileSync } from "node:child_process";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statfsSync, truncateSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "./waitUntil.ts";

/** A disk of its own for a folder, too small for much. */
export type SmallDisk = {
  folder: string;
  /** Lays so much on it that only this is left. */
  fill: (leftBytes: number) => void;
  /** Takes away again what was laid on it. */
  clear: () => void;
  remove: () => Promise<void>;
};

const CHUNK = Buffer.alloc(32 * 1024, 1);

/** A file that is mounted as a disk: that takes Linux and its administrator. The reason where it can't be had. */
export function makeSmallDisk(megabytes: number): SmallDisk | { refused: string } {
  const home = mkdtempSync(join(tmpdir(), "foldline-disk-"));
  const [image, folder] = [join(home, "image"), mkdtempSync(join(home, "disk-"))];
  try {
    closeSync(openSync(image, "w"));
    truncateSync(image, megabytes * 1024 * 1024);
    execFileSync("mkfs.ext4", ["-q", "-m", "0", image], { stdio: "pipe" });
    execFileSync("mount", ["-o", "loop", image, folder], { stdio: "pipe" });
  } catch (fault) {
    rmSync(home, { recursive: true });
    return { refused: fault instanceof Error ? (fault.message.split("\n").at(-1) ?? "") : String(fault) };
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: (leftBytes) => fill(ballast, folder, leftBytes),
    clear: () => rmSync(ballast, { force: true }),
    remove: async () => {
      await waitUntil(() => isUnmounted(folder), { what: "the disk to be let go" });
      rmSync(home, { recursive: true });
    },
  };
}

function fill(file: string, folder: string, leftBytes: number): void {
  const ballast = openSync(file, "a");
  try {
    while (freeBytes(folder) > leftBytes) {
      writeSync(ballast, CHUNK, 0, Math.min(CHUNK.length, Math.max(1024, freeBytes(folder) - leftBytes)));
      fsyncSync(ballast);
    }
  } catch (fault) {
    // As full as can be.
    if (!(fault instanceof Error && "code" in fault && fault.code === "ENOSPC")) throw fault;
  } finally {
    closeSync(ballast);
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The browser's last processes hold it for a moment. */
function isUnmounted(folder: string): boolean {
  try {
    execFileSync("umount", [folder], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
