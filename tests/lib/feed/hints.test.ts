import { expect, test } from "vitest";
import { hintsOf } from "../../../lib/feed/hints.ts";

const HOUR_MS = 3_600_000;

test("ttl is minutes and wins over the syndication module", () => {
  expect(hintsOf({ ttl: 90, sy: { updatePeriod: "daily" } }).ttlMs).toBe(1.5 * HOUR_MS);
});

test("the syndication module says how often in a period", () => {
  expect(hintsOf({ sy: { updatePeriod: " Daily", updateFrequency: 4 } }).ttlMs).toBe(6 * HOUR_MS);
  expect(hintsOf({ sy: { updatePeriod: "hourly" } }).ttlMs).toBe(HOUR_MS);
  expect(hintsOf({ sy: { updatePeriod: "hourly", updateFrequency: 0 } }).ttlMs).toBeNull();
  expect(hintsOf({ sy: { updatePeriod: "sometimes" } }).ttlMs).toBeNull();
});

test("nonsense is no hint", () => {
  expect(hintsOf({ ttl: -5, hours: [-1, 2.5, 24], days: ["Funday"] })).toEqual({
    ttlMs: null,
    skipHours: [0],
    skipDays: [],
  });
});

test("a pause without end is no hint", () => {
  expect(hintsOf({ ttl: Infinity }).ttlMs).toBeNull();
  expect(hintsOf({ sy: { updatePeriod: "daily", updateFrequency: 1e-320 } }).ttlMs).toBeNull();
});

test("days count from Sunday, in any spelling", () => {
  expect(hintsOf({ days: ["sunday", "Wed ", "SATURDAY", "Sunday"] }).skipDays).toEqual([0, 3, 6]);
});

test("skipping every hour or every day would be never: it is ignored", () => {
  expect(hintsOf({ hours: Array.from({ length: 24 }, (_, i) => i) }).skipHours).toEqual([]);
  expect(hintsOf({ days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }).skipDays).toEqual([]);
});
