import { afterAll, beforeAll, expect, test } from "vitest";
import { dayTitle } from "../../../lib/view/dayTitle.ts";
import { endOfDay, relativeTime, rowTime, startOfDay } from "../../../lib/view/dates.ts";
import { longDate, machineDate } from "../../../lib/view/publishedDate.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zone = process.env.TZ;

beforeAll(() => {
  process.env.TZ = "America/New_York";
});
afterAll(() => {
  process.env.TZ = zone;
});

const now = () => new Date(2024, 6, 3, 18, 40).getTime();

test("times are told by their distance, from a minute on", () => {
  expect(relativeTime(now() - 59_000, now(), "en")).toBeNull();
  expect(relativeTime(now() - 4 * MINUTE, now(), "en")).toBe("4 min. ago");
  expect(relativeTime(now() - 2 * HOUR, now(), "en")).toBe("2 hr. ago");
  expect(relativeTime(now() - 30 * HOUR, now(), "en")).toBe("yesterday");
});

test("a clock that runs ahead counts as now", () => {
  expect(relativeTime(now() + HOUR, now(), "en")).toBeNull();
});

test("a calendar date has no time of day to show", () => {
  const article = { publishedAt: Date.UTC(2024, 6, 3), publishedDateOnly: true };
  expect(rowTime(article, now())).toBeNull();
});

test("a row shows its time until the day after, then its day header dates it", () => {
  const at = (hours: number) => rowTime({ publishedAt: now() - hours * HOUR, publishedDateOnly: false }, now());
  expect(at(1)).not.toBeNull();
  expect(at(40)).not.toBeNull();
  expect(at(48)).toBeNull();
});

test("a calendar date never shifts with the zone, a time does", () => {
  const midnight = Date.UTC(2024, 6, 3);
  expect(longDate({ publishedAt: midnight, publishedDateOnly: true }, "en-GB")).toBe("3 July 2024");
  expect(longDate({ publishedAt: midnight, publishedDateOnly: false }, "en-GB")).toBe("2 July 2024");
  expect(machineDate({ publishedAt: midnight, publishedDateOnly: true })).toBe("2024-07-03");
});

test("days run from midnight to midnight, the short and the long ones too", () => {
  const changed = new Date(2024, 2, 10, 12).getTime();
  expect(endOfDay(changed) - startOfDay(changed)).toBe(23 * HOUR);
});

test("today and yesterday have names, older days their weekday, other years their year", () => {
  const day = (back: number) => new Date(2024, 6, 3 - back).getTime();
  expect(dayTitle(day(0), now(), "en-GB")).toEqual({ name: "Today", date: "Wednesday 3 July" });
  expect(dayTitle(day(1), now(), "en-GB")).toEqual({ name: "Yesterday", date: "Tuesday 2 July" });
  expect(dayTitle(day(2), now(), "en-GB")).toEqual({ name: "Monday", date: "1 July" });
  expect(dayTitle(new Date(2023, 6, 3).getTime(), now(), "en-GB").date).toBe("3 July 2023");
});
