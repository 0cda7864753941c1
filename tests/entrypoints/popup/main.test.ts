import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

test("before its first paint the popup loads Preact, and none of the libraries that work behind it", () => {
  const found = new Set<string>();
  follow("entrypoints/firstRead.ts", found);
  follow("entrypoints/popup/main.tsx", found);
  expect(found).toContain("lib/db/firstPaint.ts");
  expect([...found].filter((name) => !/\.(tsx?|css)$/.test(name)).sort()).toEqual([
    "preact",
    "preact/hooks",
    "wxt/browser",
    "wxt/utils/define-unlisted-script",
  ]);
});

/** The files and packages that a file needs before its first line runs. Types are gone by then. */
function follow(path: string, found: Set<string>): void {
  if (found.has(path)) return;
  found.add(path);
  if (!/\.tsx?$/.test(path)) return;
  const text = readFileSync(join(root, path), "utf8");
  for (const [, what = "", name = ""] of text.matchAll(/^import\s+(?:([^"]*?)\s+from\s+)?"([^"]+)";/gm)) {
    const isNeeded = !what.startsWith("type ") && !/^\{(\s*type \w+,?)+\s*\}$/.test(what);
    if (isNeeded) follow(name.startsWith(".") ? join(path, "..", name) : name, found);
  }
}
