import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowed } from "./allowed.ts";

/** Two copies of a build that the browser takes for the same extension; the background of one of them does nothing. */
export function twinsOf(build: string): { product: string; still: string } {
  const [product, still] = [withKey(allowed(build)), withKey(allowed(build))];
  writeFileSync(join(still, "background.js"), "");
  return { product, still };
}

/** A new profile with what the extension has stored in a closed one. */
export function copyStored(profile: string): string {
  const copy = mkdtempSync(join(tmpdir(), "foldline-copied-"));
  const stored = join("Default", "IndexedDB");
  cpSync(join(profile, stored), join(copy, stored), { recursive: true });
  return copy;
}

/** The id follows from the key; else it would from the folder. Any bytes will do: nothing is signed. */
function withKey(folder: string): string {
  const path = join(folder, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const key = Buffer.from("One of two extensions that are the same").toString("base64");
  writeFileSync(path, JSON.stringify({ ...manifest, key }));
  return folder;
}
