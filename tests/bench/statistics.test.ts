import { expect, test } from "vitest";
import { againstItself, median, pairedRatio, quantile } from "./statistics.ts";

test("a median lies in the middle, or between the two there", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 5])).toBe(4.5);
  expect(median([])).toBeNaN();
});

test("a disturbed round changes a paired ratio little, as both of its sides suffer", () => {
  expect(pairedRatio([110, 1_100, 120], [100, 1_000, 100])).toBeCloseTo(1.1);
});

test("five in a hundred lie beyond a p95", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(quantile(hundred, 0.95)).toBe(95);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.95)).toBeNaN();
});

test("samples that come in two speeds by turns differ from themselves", () => {
  expect(againstItself([10, 20, 10, 20])).toBe(2);
  expect(againstItself([10, 20, 20, 10])).toBe(1);
});
