import { expect, test } from "vitest";
import { isWelcome, nextWelcome } from "../../../lib/refresh/skipTimes.ts";

const HOUR = 3_600_000;
/** A Sunday. */
const SUNDAY = Date.UTC(2025, 5, 1);
const nights = { hours: [0, 1, 2, 3, 4, 5, 6], days: [] };
const next = (at: number, skips: { hours: number[]; days: number[] }, place = 0) =>
  nextWelcome(at, { skips, place, spreadMs: HOUR });

test("an hour that is welcome stays", () => {
  expect(next(SUNDAY + 7.5 * HOUR, nights, 0.9)).toBe(SUNDAY + 7.5 * HOUR);
});

test("a visit in skipped hours is put off to the first after them", () => {
  expect(next(SUNDAY + 1, nights)).toBe(SUNDAY + 7 * HOUR);
  expect(next(SUNDAY + 6.9 * HOUR, nights)).toBe(SUNDAY + 7 * HOUR);
});

test("those who waited come spread over the time given", () => {
  expect(next(SUNDAY, nights, 0.5)).toBe(SUNDAY + 7.5 * HOUR);
});

test("nobody is spread into the next skipped hour", () => {
  const allButSeven = { hours: Array.from({ length: 24 }, (_, i) => i).filter((hour) => hour !== 7), days: [] };
  const at = nextWelcome(SUNDAY, { skips: allButSeven, place: 0.999, spreadMs: 9 * HOUR });
  expect(isWelcome(at, allButSeven)).toBe(true);
});

test("days and hours count in UTC and together", () => {
  expect(next(SUNDAY + 20 * HOUR, { hours: [0], days: [0, 1] })).toBe(SUNDAY + 49 * HOUR);
});
