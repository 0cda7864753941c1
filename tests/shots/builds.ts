import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserKind } from "../support/browser.ts";

/** A build belongs to one home site, so the sample news has a port of its own. */
export const PORT = 41_703;

const SOURCES = ["components", "entrypoints", "lib", "public", "wxt.config.ts", "package-lock.json"];

/** The extension, built for the sample news unless it has been since the last change; resolves to its folder. */
export function buildForNews(kind: BrowserKind): string {
  const outDir = join(".output", "news");
  const build = join(outDir, kind === "firefox" ? "firefox-mv3" : "chrome-mv3");
  const builtAt = statSync(join(build, "manifest.json"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > Math.max(...SOURCES.map(changedAt))) return build;
  const feedUrl = `http://home.feeds.test:${PORT}/feed.json`;
  const script = ["node_modules/jiti/lib/jiti-cli.mjs", "tests/support/buildLive.ts"];
  execFileSync(process.execPath, [...script, kind === "firefox" ? "firefox" : "chrome", feedUrl, outDir], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return build;
}

function changedAt(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
