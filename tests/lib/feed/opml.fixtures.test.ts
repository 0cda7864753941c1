import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readOpml } from "../../../lib/feed/opml.ts";

/**
 * Lists of feeds in the shapes that programs write, `NAME.opml` beside what it must be read as, `NAME.json`. To add one,
 * write it, run with `UPDATE_FIXTURES=1`, and read the result.
 */
const FOLDER = new URL("../../fixtures/opml/", import.meta.url);
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".opml"));

test.each(names)("%s is read as it should be", (name) => {
  const read = readOpml(new Uint8Array(readFileSync(new URL(name, FOLDER))));
  const expected = new URL(name.replace(/\.opml$/, ".json"), FOLDER);
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, `${JSON.stringify(read, null, 2)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
