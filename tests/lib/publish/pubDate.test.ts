import { expect, test } from "vitest";
import { readPubDate } from "../../../lib/publish/pubDate.ts";

test("a calendar day stays a day and stands at noon UTC", () => {
  expect(readPubDate("2024-07-03")).toEqual({ at: Date.UTC(2024, 6, 3, 12), day: "2024-07-03" });
});

test.each([
  ["2024-07-03T18:30:00Z", Date.UTC(2024, 6, 3, 18, 30)],
  ["2024-07-03T18:30:00+02:00", Date.UTC(2024, 6, 3, 16, 30)],
  ["2024-07-03T18:30-0530", Date.UTC(2024, 6, 4, 0, 0)],
  ["2024-07-03 18:30:15.250 +02", Date.UTC(2024, 6, 3, 16, 30, 15)],
])("%s is a moment", (text, at) => {
  expect(readPubDate(text)).toEqual({ at, day: null });
});

test("a day that no calendar has is refused", () => {
  expect(readPubDate("2024-02-30")).toBe("2024-02-30 is not in the calendar");
  expect(readPubDate("2023-02-29T10:00:00Z")).toBe('"2023-02-29T10:00:00Z" is not in the calendar');
  expect(readPubDate("2024-07-03T24:00:00Z")).toBe('"2024-07-03T24:00:00Z" is not in the calendar');
  expect(readPubDate("2024-07-03T10:00:00+99:00")).toBe('"2024-07-03T10:00:00+99:00" is not in the calendar');
});

test("a time without a zone is refused, for it would depend on the machine", () => {
  expect(readPubDate("2024-07-03T18:30:00")).toContain("no zone");
});

test("anything else is refused with an example", () => {
  expect(readPubDate("next Tuesday")).toBe(
    '"next Tuesday" is not a date; write 2024-07-03 or 2024-07-03T18:30:00+02:00',
  );
});
