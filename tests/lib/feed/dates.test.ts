import { expect, test } from "vitest";
import { parseDate } from "../../../lib/feed/dates.ts";
import { DAYS, MOMENTS, NO_DATES } from "../../fixtures/dates.ts";

test.each(MOMENTS)("%j is a moment", (raw, iso) => {
  expect(parseDate(raw)).toEqual({ at: Date.parse(iso), dateOnly: false });
});

test.each(DAYS)("%j is a day, and stands at its midnight in UTC", (raw, day) => {
  expect(parseDate(raw)).toEqual({ at: Date.parse(`${day}T00:00:00Z`), dateOnly: true });
});

test.each(NO_DATES)("%j is no date", (raw) => {
  expect(parseDate(raw)).toBeNull();
});

test("accents may come composed or apart", () => {
  expect(parseDate("3 août 2024".normalize("NFD"))?.at).toBe(Date.UTC(2024, 7, 3));
});

test("the reader's own zone never matters", () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Tokyo";
  expect(parseDate("2024-07-03 10:15:30")?.at).toBe(Date.UTC(2024, 6, 3, 10, 15, 30));
  process.env["TZ"] = zone;
});

test("years far away are still read; what to believe is decided elsewhere", () => {
  expect(parseDate("0099-01-01")).toBeNull();
  expect(parseDate("1969-12-31T00:00:00Z")?.at).toBe(-86_400_000);
  expect(parseDate("2999-01-01")?.dateOnly).toBe(true);
});
