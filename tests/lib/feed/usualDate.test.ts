import { expect, test } from "vitest";
import { parseDate } from "../../../lib/feed/dates.ts";
import { parseUsualDate } from "../../../lib/feed/usualDate.ts";

const USUAL = [
  "Wed, 03 Jul 2024 10:15:00 GMT",
  "Thu, 29 Feb 2024 23:59:59 +0200",
  "3 Jul 2024 10:15:00 -0330",
  "2024-07-03T10:15:00Z",
  "2024-02-29T10:15:00.289Z",
  "1969-12-31T23:00:00-14:00",
];

test.each(USUAL)("%j is read here as it is read elsewhere", (raw) => {
  // A space in front is none of the usual spellings, and means nothing.
  expect(parseUsualDate(` ${raw}`)).toBeNull();
  expect(parseUsualDate(raw)).toBe(parseDate(` ${raw}`)?.at);
});

test("zones to the west are later", () => {
  expect(parseUsualDate("3 Jul 2024 10:15:00 -0330")).toBe(Date.UTC(2024, 6, 3, 13, 45));
});

test.each([
  "Sun, 31 Feb 2024 10:15:00 GMT",
  "Wed, 03 Foo 2024 10:15:00 GMT",
  "Wed, 03 Jul 2024 24:00:00 GMT",
  "2024-13-03T10:15:00Z",
  "2023-02-29T10:15:00Z",
  "2024-07-03T10:60:00Z",
  "2024-07-03T10:15:00+15:00",
  "2024-07-03",
  "2024-07-03T10:15:00",
  "",
])("%j is left to others", (raw) => {
  expect(parseUsualDate(raw)).toBeNull();
});
