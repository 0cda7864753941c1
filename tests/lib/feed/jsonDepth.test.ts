import { expect, test } from "vitest";
import { isDeeperThan } from "../../../lib/feed/jsonDepth.ts";

test.each([
  ["[]", 1],
  ['{"a":[{"b":1}]}', 3],
  ["[[],[],[[]]]", 3],
  ['["[[[["]', 1],
  ['["\\"[[[["]', 1],
  ['["\\\\",[]]', 2],
  ["1", 0],
  ['["never closed [[', 1],
])("%s is as deep as %d levels and no deeper", (json, depth) => {
  expect(isDeeperThan(depth, json)).toBe(false);
  expect(isDeeperThan(depth - 1, json)).toBe(true);
});
