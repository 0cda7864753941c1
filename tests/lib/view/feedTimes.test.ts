import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Feed } from "../../../lib/model.ts";
import { updatedAtOf } from "../../../lib/view/feedTimes.ts";
import { nextCheckAt, timeUntil } from "../../../lib/view/nextCheck.ts";

const now = 1_000_000_000;
const minutes = (count: number) => count * 60_000;
const feed = (id: string, change: Partial<Feed>): Feed => ({
  ...newFeed({ id, url: `https://${id}.example/`, title: id, homeUrl: null }, 0),
  ...change,
});

test.each([
  [minutes(0.9), null],
  [minutes(-5), null],
  [minutes(26.7), "in 26 min."],
  [minutes(59.9), "in 59 min."],
  [minutes(60), "in 1 hr."],
  [minutes(60 * 23.9), "in 23 hr."],
  [minutes(60 * 24), "in 1 day"],
])("%d ms from now is said as %s", (left, said) => {
  expect(timeUntil(now + left, now, "en")).toBe(said);
});

test("sources are as fresh as the last one that answered", () => {
  const feeds = [feed("a", { lastFetchedAt: 5 }), feed("b", { lastFetchedAt: 9 }), feed("c", {})];
  expect(updatedAtOf(feeds, null)).toBe(9);
  expect(updatedAtOf(feeds, "a")).toBe(5);
  expect(updatedAtOf(feeds, "c")).toBeNull();
});

test("the next check is the earliest one, and never in the past", () => {
  const feeds = [feed("a", { nextFetchAt: now + 9 }), feed("b", { nextFetchAt: Infinity })];
  expect(nextCheckAt(feeds, now)).toBe(now + 9);
  expect(nextCheckAt(feeds, now + 99)).toBe(now + 99);
  expect(nextCheckAt([], now)).toBeNull();
});
