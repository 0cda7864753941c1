import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the build that may fetch from the tests' server: the browser's question can't be answered by a driver. */
export function allowed(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), "foldline-allowed-"));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { host_permissions: string[] };
  const host_permissions = [...manifest.host_permissions, "http://*.feeds.test/*"];
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
  return folder;
}
