import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

const keys = Object.keys(JSON.parse(readFileSync(join(root, "public/_locales/en/messages.json"), "utf8")) as object);

const source = ["lib", "components", "entrypoints"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .concat(readFileSync(join(root, "wxt.config.ts"), "utf8"))
  .join("\n");

const isUsed = (key: string): boolean => {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, "");
  return [`"${key}"`, `"${base}"`, `__MSG_${key}__`].some((form) => source.includes(form));
};

/** Keys that are put together: the kind of a trouble is its key, whatever the kinds are called. */
const isComposed = (key: string): boolean =>
  [...source.matchAll(/`([a-z]\w*_)\$\{/g)].some(([, prefix]) => prefix !== undefined && key.startsWith(prefix));

test("every message is used", () => {
  expect(keys.filter((key) => !isUsed(key) && !isComposed(key))).toEqual([]);
  expect(isUsed("noSuchMessage") || isComposed("noSuchMessage")).toBe(false);
});

test("every plural has the form that each language has", () => {
  const bases = keys.flatMap((key) => /^(.+)_(?:zero|one|two|few|many)$/.exec(key)?.[1] ?? []);
  expect(bases.filter((base) => !keys.includes(`${base}_other`))).toEqual([]);
});
