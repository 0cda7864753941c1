import { describe, expect, test } from "vitest";
import {
  HOME_INTERVAL_MS,
  INTERVAL_MS,
  nextAfterAnswer,
  nextAfterFailure,
  nextWhenGone,
} from "../../../lib/refresh/schedule.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = { now: 0, random: 0.5 };
const answered = { intervalMs: INTERVAL_MS, maxAgeMs: null, ttlMs: null };
const failed = { trouble: "serverError" as const, failures: 1, retryAfterMs: null };

describe("after an answer", () => {
  test("a feed is due again after its interval, the home feed after half an hour", () => {
    expect(nextAfterAnswer(answered, at)).toBe(HOUR);
    expect(nextAfterAnswer({ ...answered, intervalMs: HOME_INTERVAL_MS }, at)).toBe(30 * MINUTE);
  });

  test("readers of one publisher are spread over ten percent to either side", () => {
    expect(nextAfterAnswer(answered, { now: 0, random: 0 })).toBeCloseTo(54 * MINUTE);
    expect(nextAfterAnswer(answered, { now: 0, random: 1 })).toBeCloseTo(66 * MINUTE);
  });

  test("what the publisher asks for stretches it, within a day", () => {
    expect(nextAfterAnswer({ ...answered, ttlMs: 3 * HOUR }, at)).toBe(3 * HOUR);
    expect(nextAfterAnswer({ ...answered, ttlMs: 99 * HOUR }, at)).toBe(24 * HOUR);
  });

  test("a claim to be fresh for a year counts as five hours", () => {
    expect(nextAfterAnswer({ ...answered, maxAgeMs: 365 * 24 * HOUR }, at)).toBe(5 * HOUR);
    expect(nextAfterAnswer({ ...answered, maxAgeMs: 0 }, at)).toBe(HOUR);
  });
});

describe("after a failure", () => {
  test("the wait doubles from a quarter of an hour to a day", () => {
    const waits = [1, 2, 3, 7, 8, 60].map((failures) => nextAfterFailure({ ...failed, failures }, at));
    expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, 16 * HOUR, 24 * HOUR, 24 * HOUR]);
  });

  test("the server's own Retry-After is never undercut, and never waited for longer than a day", () => {
    expect(nextAfterFailure({ ...failed, retryAfterMs: 2 * HOUR }, at)).toBe(2 * HOUR);
    expect(nextAfterFailure({ ...failed, retryAfterMs: 1 }, at)).toBe(15 * MINUTE);
    expect(nextAfterFailure({ ...failed, retryAfterMs: 999 * HOUR }, at)).toBe(24 * HOUR);
  });

  test("being offline is tried again at the next alarm", () => {
    expect(nextAfterFailure({ ...failed, trouble: "offline", failures: 0 }, at)).toBe(5 * MINUTE);
  });
});

test("a feed that is gone is asked once a day", () => {
  expect(nextWhenGone(at)).toBe(24 * HOUR);
});
