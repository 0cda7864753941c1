import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { mapViolations, mirrorViolations, topLevelViolations, violations } from "./support/architecture.ts";

const root = join(import.meta.dirname, "..");

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));

const sources = ["entrypoints", "components", "lib"].flatMap(filesBelow);
const code = sources.filter((path) => /\.tsx?$/.test(path));

describe("the tree", () => {
  test("follows the architecture", () => {
    expect(violations(code.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })))).toEqual([]);
    expect(code.length).toBeGreaterThan(50);
  });

  test("has nothing at the top level that does not belong there", () => {
    const made = new Set([".git", "node_modules", ".output", ".wxt"]);
    expect(topLevelViolations(readdirSync(root).filter((entry) => !made.has(entry)))).toEqual([]);
  });

  test("is on the map of lib/README.md, folder by folder", () => {
    const folders = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const map = readFileSync(join(root, "lib/README.md"), "utf8");
    expect(
      mapViolations(
        folders.map((entry) => entry.name),
        map,
      ),
    ).toEqual([]);
  });

  test("is mirrored by its tests", () => {
    const tests = ["lib", "components", "entrypoints"].flatMap((folder) => testsOf(folder));
    expect(mirrorViolations(tests, sources)).toEqual([]);
  });
});

function testsOf(folder: string): string[] {
  const present = readdirSync(join(root, "tests")).includes(folder);
  return present ? filesBelow(`tests/${folder}`).filter((path) => /\.test\.tsx?$/.test(path)) : [];
}

describe("a planted violation is found and told how to mend", () => {
  const planted: [what: string, path: string, text: string, message: RegExp][] = [
    ["the model imports", "lib/model.ts", 'import { x } from "./site.ts";', /lib\/model\.ts may not know/],
    ["feed knows the store", "lib/feed/a.ts", 'import { x } from "../db/schema.ts";', /lib\/feed may not know/],
    ["tags know feeds", "lib/tags/a.ts", 'import { x } from "../feed/read.ts";', /lib\/tags may not know/],
    ["search knows the store", "lib/search/a.ts", 'import { x } from "../db/schema.ts";', /lib\/search may not know/],
    ["rules know feeds", "lib/rules/a.ts", 'import { x } from "../feed/read.ts";', /lib\/rules may not know/],
    ["the store knows the refresh", "lib/db/a.ts", 'import { x } from "../refresh/merge.ts";', /lib\/db may not know/],
    ["the refresh knows the page", "lib/refresh/a.ts", 'import { x } from "../view/live.ts";', /lib\/refresh may not/],
    [
      "the view knows the browser",
      "lib/view/a.ts",
      'import { x } from "../browser/panel.ts";',
      /lib\/view may not know/,
    ],
    ["the browser knows the view", "lib/browser/a.ts", 'import { x } from "../view/live.ts";', /lib\/browser may not/],
    ["components know the browser", "components/A.tsx", 'import { x } from "../lib/browser/panel.ts";', /may not know/],
    ["the extension knows the kit", "entrypoints/a.ts", 'import { x } from "../lib/publish/site.ts";', /may not know/],
    [
      "the kit knows the store",
      "lib/publish/a.ts",
      'import { x } from "../db/schema.ts";',
      /lib\/publish may not know/,
    ],
    ["messages know the store", "lib/messages.ts", 'import { x } from "./db/schema.ts";', /lib\/messages\.ts may not/],
    ["a new folder of lib", "lib/sync/a.ts", "export const a = 1;", /without a layer/],
    ["Dexie in a page", "lib/view/a.ts", 'import { Dexie } from "dexie";', /Dexie stays in lib\/db/],
    ["feedsmith in the refresh", "lib/refresh/a.ts", 'import { x } from "feedsmith";', /call readFeed/],
    ["the tokenizer elsewhere", "lib/db/a.ts", 'import { x } from "htmlparser2";', /lib\/feed\/html\.ts/],
    ["a second sanitiser", "components/A.tsx", 'import x from "dompurify";', /made safe in lib\/view\/sanitize/],
    ["marked in a page", "lib/view/render.ts", 'import { marked } from "marked";', /killable worker/],
    ["zod inside", "lib/db/articles.ts", 'import * as z from "zod/mini";', /where outside data enters/],
    ["Preact below the components", "lib/view/a.ts", 'import { h } from "preact";', /drawing is for components/],
    ["signals in the background", "lib/refresh/a.ts", 'import { x } from "@preact/signals";', /signals are for pages/],
    ["Node in the extension", "lib/db/a.ts", 'import { x } from "node:fs";', /has no Node/],
    ["the browser object imported", "lib/view/a.ts", 'import { browser } from "wxt/browser";', /as an argument/],
    ["the browser object used", "components/A.tsx", "chrome.tabs.create({});", /outside lib\/browser/],
    ["innerHTML", "components/A.tsx", "element.innerHTML = text;", /uses innerHTML/],
    ["dangerouslySetInnerHTML", "components/A.tsx", "<p dangerouslySetInnerHTML={x} />", /uses dangerouslySet/],
    ["DOMParser", "lib/view/render.ts", "new DOMParser().parseFromString(html);", /uses DOMParser/],
    ["a clock in pure code", "lib/refresh/a.ts", "const now = Date.now();", /come in as arguments/],
    ["chance in pure code", "lib/refresh/a.ts", "const x = Math.random();", /come in as arguments/],
    ["the network in pure code", "lib/refresh/a.ts", "await fetch(url);", /come in as arguments/],
    ["a branch in an entrypoint", "entrypoints/popup/main.tsx", "if (ready) render();", /Entrypoints only connect/],
    ["a request unnoted", "lib/refresh/a.ts", "await deps.fetch(url);", /taking note/],
    ["the console in lib", "lib/db/a.ts", "console.log(row);", /feed's row/],
    ["any", "lib/db/a.ts", "const row: any = 1;", /switches types off/],
    ["ts-ignore", "lib/db/a.ts", "// @ts-ignore\nx();", /switches types off/],
    ["an interface", "lib/db/a.ts", "export interface Row { id: number }", /Use a type/],
    ["an enum", "lib/db/a.ts", "enum Kind { A }", /Use a type/],
    ["a class", "lib/view/a.ts", "export class Reader {}", /Use a type/],
    ["a drawer", "lib/feed/utils.ts", "export const a = 1;", /is a drawer/],
    ["a barrel", "lib/feed/index.ts", "export const a = 1;", /is a drawer/],
    ["a long file", "lib/feed/a.ts", "x();\n".repeat(260), /more than one idea/],
    ["an extension address", "lib/view/a.ts", 'const a = "moz-extension://x/y";', /differ by installation/],
  ];

  test.each(planted)("%s", (_what, path, text, message) => {
    expect(violations([{ path, text }])).toEqual([expect.stringMatching(message)]);
  });

  test("a stray file at the top level", () => {
    expect(topLevelViolations(["src"])).toEqual([expect.stringMatching(/does not belong at the top level/)]);
  });

  test("a folder that the map does not name", () => {
    expect(mapViolations(["sync"], "lib/\n  db/  the store")).toEqual([expect.stringMatching(/Add a line for it/)]);
  });

  test("a test without a source", () => {
    expect(mirrorViolations(["tests/lib/db/gone.test.ts"], ["lib/db/articles.ts"])).toEqual([
      expect.stringMatching(/mirrors no source file/),
    ]);
  });
});
