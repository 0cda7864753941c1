import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "./browser.ts";

/**
 * A copy of a build to which these origins ("http://*.feeds.test/*") are granted from the start: headless, nobody could
 * answer the browser's question. The copy goes when the process ends; keep to one copy where the extension must keep
 * its id.
 */
export function withPermissionFor(extensionDir: string, origins: string[]): string {
  const copy = mkdtempSync(join(tmpdir(), "foldline-build-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  cpSync(extensionDir, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...origins];
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}
