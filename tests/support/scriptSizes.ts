import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";

/** The scripts that a page or a worker of a build runs before its first instruction, itself included. */
export function scriptsOf(build: string, entry: string): string[] {
  const first = entry.endsWith(".html") ? scriptsInPage(join(build, entry)) : [entry];
  const found = new Set<string>();
  for (const path of first) follow(build, path, found);
  return [...found];
}

export const allScripts = (build: string): string[] =>
  readdirSync(build, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));

/** As a store would pack it. */
export const packedBytes = (build: string, scripts: string[]): number =>
  scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(build, path)), { level: 9 }).length, 0);

export const modulePreloadsOf = (build: string, page: string): string[] =>
  addressesIn(join(build, page), /<link rel="modulepreload"[^>]*href="\/([^"]+)"/g);

/** Of scripts and style sheets alike: a script that stands behind a style sheet waits for it. */
export const firstLoadOf = (build: string, page: string): string | undefined =>
  addressesIn(
    join(build, page),
    /<(?:script[^>]*src|link rel="(?:stylesheet|modulepreload)"[^>]*href)="\/([^"]+)"/g,
  )[0];

const scriptsInPage = (page: string): string[] => addressesIn(page, /<script[^>]*src="\/([^"]+)"/g);

const addressesIn = (page: string, pattern: RegExp): string[] =>
  [...readFileSync(page, "utf8").matchAll(pattern)].map(([, address = ""]) => address);

/** Through static imports only: `import()` asks for its script later. */
function follow(build: string, path: string, found: Set<string>): void {
  if (found.has(path)) return;
  found.add(path);
  for (const statement of parseAst(readFileSync(join(build, path), "utf8")).body) {
    const source = "source" in statement ? statement.source : null;
    if (source) follow(build, normalize(join(dirname(path), source.value)), found);
  }
}
