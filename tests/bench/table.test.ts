import { expect, test } from "vitest";
import type { JudgedGate } from "./gate.ts";
import { tableOf } from "./table.ts";

test("the table aligns and says in a word what failed", () => {
  const popup: JudgedGate = {
    name: "popup beside a static page",
    value: 1.123,
    unit: "×",
    limit: { atMost: 1.25 },
    control: 1.004,
    samples: {
      unit: "ms",
      ours: { least: 80.2, median: 91.6 },
      base: { least: 75, median: 82.15 },
      cpuMs: { ours: 210, base: 200 },
    },
    verdict: "passed",
  };
  const heap: JudgedGate = {
    name: "heap",
    value: 24,
    unit: "MB",
    limit: { atMost: 20 },
    control: null,
    samples: null,
    verdict: "failed",
  };
  expect(tableOf([popup, heap])).toBe(
    [
      "| Gate                       | Figure |    Limit | Ours: least, median | Base: least, median |    CPU |  A/A | Verdict |",
      "| -------------------------- | -----: | -------: | ------------------: | ------------------: | -----: | ---: | ------- |",
      "| popup beside a static page | 1.12 × | ≤ 1.25 × |       80.2, 91.6 ms |         75, 82.2 ms | 1.05 × | 1.00 | passed  |",
      "| heap                       |  24 MB |  ≤ 20 MB |                     |                     |        |      | FAILED  |",
    ].join("\n"),
  );
});
