import "../support/englishMessages.ts";
import { expect, test } from "vitest";
import { momentText } from "../../components/timeText.ts";

const now = new Date(2024, 6, 3, 18, 40).getTime();

test.each([
  ["this minute", now, "6:40 PM"],
  ["the first minute of today", new Date(2024, 6, 3).getTime(), "12:00 AM"],
  ["the last minute of yesterday", new Date(2024, 6, 2, 23, 59).getTime(), "July 2, 2024"],
  ["a minute from now, by a clock that runs ahead", now + 60_000, "6:41 PM"],
])("%s", (_what, at, said) => {
  expect(momentText(at, now).replace(/\s/g, " ")).toBe(said);
});
