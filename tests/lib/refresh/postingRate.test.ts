import { expect, test } from "vitest";
import { postsOf } from "../../../lib/refresh/postingRate.ts";

const NOW = Date.UTC(2025, 5, 1);
const HOUR = 3_600_000;
const dated = (...hoursAgo: number[]) =>
  hoursAgo.map((hours) => ({ publishedAt: NOW - hours * HOUR, updatedAt: null }));

test("counts posts since the oldest of the newest twenty, in whatever order they stand", () => {
  expect(postsOf(dated(3, 1, 2), NOW)).toEqual({ count: 3, since: NOW - 3 * HOUR });
  const many = dated(...Array.from({ length: 500 }, (_, i) => i));
  expect(postsOf(many, NOW)).toEqual({ count: 20, since: NOW - 19 * HOUR });
});

test("takes the date of change where there is no other", () => {
  const items = dated(1, 2, 3).map(({ publishedAt }) => ({ publishedAt: null, updatedAt: publishedAt }));
  expect(postsOf(items, NOW)?.count).toBe(3);
});

test("says nothing of a feed without dates, with two, or with the same one everywhere", () => {
  expect(postsOf([{ publishedAt: null, updatedAt: null }], NOW)).toBeNull();
  expect(postsOf(dated(1, 2), NOW)).toBeNull();
  expect(postsOf(dated(1, 1, 1, 1, 1), NOW)).toBeNull();
});

test("passes over dates that cannot be", () => {
  expect(postsOf(dated(-1, -9, 1, 2, 1e6), NOW)).toBeNull();
});
