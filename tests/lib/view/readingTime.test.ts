import { expect, test } from "vitest";
import { readingTime } from "../../../lib/view/readingTime.ts";

test.each([
  ["nothing", "", 0],
  ["one word", "word", 1],
  ["230 words", "word ".repeat(230), 1],
  ["231 words", "word ".repeat(231), 2],
  ["500 Chinese characters", "漢".repeat(500), 1],
  ["501 Japanese characters", "あ".repeat(501), 2],
  ["both together", "word ".repeat(115) + "漢".repeat(250), 1],
  ["words with apostrophes and hyphens", "don't well-known ".repeat(115), 1],
])("%s", (_what, text, minutes) => {
  expect(readingTime(text)).toBe(minutes);
});
