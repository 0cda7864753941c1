import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";

/**
 * Each document in tests/fixtures/feeds stands beside what it must be read as: `case.xml` (`.html`, `.opml`, or
 * `.feed.json`) beside `case.json`. To add one, write the document, run with `UPDATE_FIXTURES=1`, and read the result:
 * it is a claim about the world before it is a test.
 */
const FOLDER = new URL("../../fixtures/feeds/", import.meta.url);
const NOW = Date.UTC(2026, 10, 23);
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".feed.json") || !name.endsWith(".json"));

test.each(names)("%s is read as it should be", (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const read = readFeed(bytes, { url: `https://feeds.example/${name.replace(".feed.", ".")}`, now: NOW });
  const expected = new URL(name.replace(/(\.feed)?\.\w+$/, ".json"), FOLDER);
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, `${JSON.stringify(read, null, 2)}\n`);
  expect(read).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
