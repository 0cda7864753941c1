import { expect, test } from "vitest";
import { parseDate } from "../../../lib/feed/dates.ts";

const MOMENTS: [raw: string, iso: string][] = [
  ["Wed, 03 Jul 2024 10:15:30 GMT", "2024-07-03T10:15:30Z"],
  ["Wed, 03 Jul 2024 10:15:30 +0200", "2024-07-03T08:15:30Z"],
  ["Wed, 03 Jul 2024 10:15:30 -03:30", "2024-07-03T13:45:30Z"],
  ["Wed, 3 Jul 24 10:15 EST", "2024-07-03T15:15:00Z"],
  ["03 Jul 99 10:15 PDT", "1999-07-03T17:15:00Z"],
  ["Wed,03 Jul 2024 10:15:30 Z", "2024-07-03T10:15:30Z"],
  ["  Wed, 03   Jul 2024\n10:15:30  UT ", "2024-07-03T10:15:30Z"],
  ["Mittwoch, 03 Jul 2024 10:15:30 MESZ", "2024-07-03T08:15:30Z"],
  ["Wed, 03-Jul-2024 10:15:30 GMT", "2024-07-03T10:15:30Z"],
  ["Wed, 03 July 2024 10:15:30 GMT+0100", "2024-07-03T09:15:30Z"],
  ["Tue, 3 Sept 2024 9:05:00 am GMT", "2024-09-03T09:05:00Z"],
  ["July 3, 2024 10:15 PM", "2024-07-03T22:15:00Z"],
  ["Wed, 03 Jul 2024 12:05 AM GMT", "2024-07-03T00:05:00Z"],
  ["Wed, 03 Jul 2024 24:00:00 GMT", "2024-07-04T00:00:00Z"],
  ["Wed, 03 Jul 2024 10:15:60 GMT", "2024-07-03T10:15:59Z"],
  ["Wed, 03 Jul 2024 10:15:30 GMT (London)", "2024-07-03T10:15:30Z"],
  ["2024-07-03T10:15:30Z", "2024-07-03T10:15:30Z"],
  ["2024-07-03T10:15:30.25+05:30", "2024-07-03T04:45:30.250Z"],
  ["2024-07-03T10:15-0800", "2024-07-03T18:15:00Z"],
  ["2024-07-03t10:15:30z", "2024-07-03T10:15:30Z"],
  ["2024-07-03 10:15:30", "2024-07-03T10:15:30Z"],
  ["2024/07/03 10:15", "2024-07-03T10:15:00Z"],
  ["2024-07-03 10:15:30 EDT", "2024-07-03T14:15:30Z"],
  ["20240703T101530Z", "2024-07-03T10:15:30Z"],
  ["Wed Jul  3 10:15:30 2024", "2024-07-03T10:15:30Z"],
  ["Wed Jul 3 10:15:30 CEST 2024", "2024-07-03T08:15:30Z"],
  ["2003-12-31T10:14:55+24:00x", ""],
];

test.each(MOMENTS.filter(([, iso]) => iso !== ""))("%j is a moment", (raw, iso) => {
  expect(parseDate(raw)).toEqual({ at: Date.parse(iso), dateOnly: false });
});

const DAYS: [raw: string, day: string][] = [
  ["2024-07-03", "2024-07-03"],
  ["20240703", "2024-07-03"],
  ["2024-07", "2024-07-01"],
  ["2024", "2024-01-01"],
  ["3 July 2024", "2024-07-03"],
  ["July 3, 2024", "2024-07-03"],
  ["Wed, 03 Jul 2024", "2024-07-03"],
  ["03 Jul 24", "2024-07-03"],
];

test.each(DAYS)("%j is a day, and stands at its midnight in UTC", (raw, day) => {
  expect(parseDate(raw)).toEqual({ at: Date.parse(`${day}T00:00:00Z`), dateOnly: true });
});

const NO_DATES = [
  "",
  "yesterday",
  "2024-13-01",
  "2024-02-30",
  "30 Feb 2024",
  "Wed, 03 Jux 2024",
  "10:15",
  "99",
  "Maybe 3 2024",
];

test.each([...NO_DATES, "2024-07-03T25:00:00Z", "2024-07-03T10:61:00Z", "2003-12-31T10:14:55+24:00x", "1720000000"])(
  "%j is no date",
  (raw) => {
    expect(parseDate(raw)).toBeNull();
  },
);

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
