import { describe, expect, test } from "vitest";
import { NEVER } from "../../../lib/db/feeds.ts";
import {
  HOME_INTERVAL_MS,
  INTERVAL_MS,
  nextAfterAnswer,
  nextAfterFailure,
  nextAfterPause,
  nextWhenGone,
  suitedInterval,
} from "../../../lib/refresh/schedule.ts";
import { NO_SKIPS } from "../../../lib/refresh/skipTimes.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** In the middle of all readers. */
const at = { now: 0, place: 0.5, random: 0.5 };
const answered = { intervalMs: INTERVAL_MS, ttlMs: null, fresh: null, skips: NO_SKIPS };

describe("the interval that suits a feed", () => {
  test.each([
    [INTERVAL_MS, { every: 12 * HOUR }, HOUR],
    [HOME_INTERVAL_MS, { every: 12 * HOUR }, 30 * MINUTE],
    [INTERVAL_MS, { every: DAY }, 2 * HOUR],
    [INTERVAL_MS, { every: 7 * DAY }, 14 * HOUR],
    [INTERVAL_MS, { every: 6 * HOUR }, 30 * MINUTE],
    [INTERVAL_MS, { every: HOUR }, 15 * MINUTE],
    [INTERVAL_MS, { every: 365 * DAY }, DAY],
  ])("usually %i ms, posting %o: %i ms", (usual, { every }, suited) => {
    expect(suitedInterval(usual, { count: 10, since: -10 * every }, 0)).toBe(suited);
  });

  test("is the usual one while nothing is known", () => {
    expect(suitedInterval(INTERVAL_MS, null, 0)).toBe(HOUR);
  });

  test("is the usual one for posts of the future", () => {
    expect(suitedInterval(INTERVAL_MS, { count: 10, since: DAY }, 0)).toBe(HOUR);
  });

  test("grows while a feed stays quiet, without another document", () => {
    const posts = { count: 10, since: -10 * 12 * HOUR };
    expect(suitedInterval(INTERVAL_MS, posts, 0)).toBe(HOUR);
    expect(suitedInterval(INTERVAL_MS, posts, 20 * DAY)).toBe(5 * HOUR);
  });
});

describe("after an answer", () => {
  test.each([
    ["nothing", {}, HOUR],
    ["a home feed's nothing", { intervalMs: HOME_INTERVAL_MS }, 30 * MINUTE],
    ["a ttl below the interval", { ttlMs: 30 * MINUTE }, HOUR],
    ["a ttl of three hours", { ttlMs: 3 * HOUR }, 3 * HOUR * 1.05],
    ["a ttl of four days", { ttlMs: 4 * DAY }, DAY * 1.05],
    ["freshness of two hours", { fresh: { ms: 2 * HOUR, isShared: false } }, 2 * HOUR * 1.05],
    ["freshness of a year", { fresh: { ms: 365 * DAY, isShared: false } }, 5 * HOUR * 1.05],
    ["no freshness at all", { fresh: { ms: 0, isShared: true } }, HOUR],
    ["an instant in two hours", { fresh: { ms: 2 * HOUR, isShared: true } }, 2.45 * HOUR],
    ["an instant next year", { fresh: { ms: 365 * DAY, isShared: true } }, 5 * HOUR * 1.05],
    ["hours to skip from now on", { skips: { hours: [0, 1, 2], days: [] } }, 3.5 * HOUR],
    ["days to skip", { skips: { hours: [], days: [4, 5] } }, 2 * DAY + 0.5 * HOUR],
  ])("that asks for %s", (_what, change, wait) => {
    expect(nextAfterAnswer({ ...answered, ...change }, at)).toBeCloseTo(wait);
  });

  test("readers of one publisher are spread over ten percent to either side", () => {
    expect(nextAfterAnswer(answered, { ...at, random: 0 })).toBeCloseTo(54 * MINUTE, -1);
    expect(nextAfterAnswer(answered, { ...at, random: 1 })).toBeCloseTo(66 * MINUTE, -1);
  });

  test("nobody comes before the time that the publisher named", () => {
    for (const chance of [0, 0.3, 1]) {
      const moment = { now: 0, place: chance, random: chance };
      expect(nextAfterAnswer({ ...answered, ttlMs: HOUR }, moment)).toBeGreaterThanOrEqual(HOUR);
      const fresh = { ms: HOUR, isShared: true };
      expect(nextAfterAnswer({ ...answered, fresh }, moment)).toBeGreaterThanOrEqual(HOUR);
    }
  });

  test("nobody comes again within a quarter of an hour", () => {
    expect(nextAfterAnswer({ ...answered, intervalMs: 15 * MINUTE }, { ...at, random: 0 })).toBe(15 * MINUTE);
  });
});

describe("after a failure", () => {
  const failed = { trouble: "serverError" as const, failures: 1, retryAfterMs: null, intervalMs: HOUR };

  test("the wait doubles from a quarter of an hour to a day", () => {
    const waits = [1, 2, 3, 7, 8, 60].map((failures) => nextAfterFailure({ ...failed, failures }, at));
    expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, 16 * HOUR, DAY, DAY]);
  });

  test("chance spreads it between half and one and a half", () => {
    expect(nextAfterFailure(failed, { ...at, random: 0 })).toBe(7.5 * MINUTE);
    expect(nextAfterFailure(failed, { ...at, random: 1 })).toBe(22.5 * MINUTE);
  });

  test("the server's own Retry-After is never undercut, and those who were all told the same come one by one", () => {
    const next = (retryAfterMs: number, place: number) =>
      nextAfterFailure({ ...failed, retryAfterMs }, { ...at, place });
    expect(next(2 * HOUR, 0)).toBe(2 * HOUR);
    expect(next(2 * HOUR, 0.5)).toBe(2.5 * HOUR);
    expect(next(MINUTE, 0)).toBe(15 * MINUTE);
    expect(nextAfterPause(2 * HOUR, HOUR, 0.25)).toBe(2.25 * HOUR);
  });

  test("being offline is tried again at the next alarm", () => {
    expect(nextAfterFailure({ ...failed, trouble: "offline", failures: 0 }, at)).toBe(5 * MINUTE);
  });
});

test("a feed that is gone is asked once more a day later, then no more", () => {
  expect(nextWhenGone(0, 0)).toBe(DAY);
  expect(nextWhenGone(0, HOUR)).toBe(DAY);
  expect(nextWhenGone(0, DAY)).toBe(NEVER);
});
