import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";
import { feedCases } from "../../support/feedCases.ts";

/**
 * To add a case, write its document into tests/fixtures/feeds, run with `UPDATE_FIXTURES=1`, and read the result: it is
 * a claim about the world before it is a test.
 */
test.each(feedCases())("$name is read as it should be", ({ bytes, from, said, expected, file }) => {
  const read = readFeed(bytes(), from);
  const isUpdating = process.env["UPDATE_FIXTURES"] === "1";
  if (isUpdating && file !== null) writeFileSync(file, `${JSON.stringify(read, null, 2)}\n`);
  expect(said(read)).toEqual(expected());
});
