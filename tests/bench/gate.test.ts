import { describe, expect, test } from "vitest";
import { exitCodeOf, type Gate, judge, type JudgedGate, ratioGate, type Verdict } from "./gate.ts";

const gate = (fields: Partial<Gate>): Gate => ({
  name: "popup",
  value: 1.2,
  unit: "×",
  limit: { atMost: 1.25 },
  control: 1,
  samples: null,
  ...fields,
});

describe("a verdict", () => {
  test.each<[what: string, fields: Partial<Gate>, verdict: Verdict]>([
    ["a figure at its limit", { value: 1.25 }, "passed"],
    ["a figure beyond it", { value: 1.26 }, "failed"],
    ["a speed at the least that it may be", { value: 25, limit: { atLeast: 25 } }, "passed"],
    ["a lower speed", { value: 24.9, limit: { atLeast: 25 } }, "failed"],
    ["nothing where nothing is allowed", { value: 0, limit: { atMost: 0 } }, "passed"],
    ["something where nothing is allowed", { value: 1, limit: { atMost: 0 } }, "failed"],
    ["a figure that could not be measured", { value: NaN }, "failed"],
    ["a figure without a limit", { value: 99, limit: null }, "passed"],
  ])("%s", (_what, fields, verdict) => {
    expect(judge(gate(fields), 0).verdict).toBe(verdict);
  });

  test.each([0.86, 1.16, NaN])("is inconclusive where the same work takes %d times as long, good or bad", (control) => {
    expect(judge(gate({ control }), 0).verdict).toBe("inconclusive");
    expect(judge(gate({ control, value: 9 }), 0).verdict).toBe("inconclusive");
  });

  test("is inconclusive where other programs took the machine", () => {
    expect(judge(gate({}), 0.3).verdict).toBe("inconclusive");
    expect(judge(gate({ value: 9 }), 0.3).verdict).toBe("inconclusive");
  });

  test("of what is counted, not timed, does not ask for calm", () => {
    expect(judge(gate({ control: null }), 0.9).verdict).toBe("passed");
  });
});

test("a ratio is the median of the pairs', not the pairs of medians", () => {
  const { value, control, samples } = ratioGate({
    name: "popup",
    atMost: 1.25,
    ours: [110, 330, 240],
    base: [100, 300, 200],
    again: [100, 330, 190],
  });
  expect(value).toBeCloseTo(1.1);
  expect(control).toBe(1);
  expect(samples).toEqual({ unit: "ms", ours: { least: 110, median: 240 }, base: { least: 100, median: 200 } });
});

describe("the exit code", () => {
  const judged = (...verdicts: Verdict[]): JudgedGate[] => verdicts.map((verdict) => ({ ...gate({}), verdict }));

  test.each<[Verdict[], number]>([
    [[], 0],
    [["passed", "passed"], 0],
    [["passed", "inconclusive"], 2],
    [["inconclusive", "failed", "passed"], 1],
  ])("of %j is %d", (verdicts, code) => {
    expect(exitCodeOf(judged(...verdicts))).toBe(code);
  });
});
