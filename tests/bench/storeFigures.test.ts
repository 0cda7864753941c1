import { expect, test } from "vitest";
import type { JudgedGate } from "./gate.ts";
import { fillFigures } from "./storeFigures.ts";

const PAGE = "Before\n\n<!-- store -->\n\nold\n\n<!-- end of store -->\n\nAfter\n";

function gate(name: string, verdict: JudgedGate["verdict"]): JudgedGate {
  return { name, verdict, value: 1.2, unit: "×", limit: { atMost: 1.3 }, control: 1, samples: null };
}

test("a benchmark's figures take the place of its old ones, and what was inconclusive is left out", () => {
  const gates = [gate("ingest", "passed"), gate("growth", "inconclusive")];
  const filled = fillFigures(PAGE, { bench: "store", gates });
  expect(filled).toMatch(/^Before\n\n<!-- store -->\n\n\| Gate/);
  expect(filled).toContain("| ingest | ");
  expect(filled).not.toMatch(/old|growth/);
  expect(filled).toMatch(/\|\n\n<!-- end of store -->\n\nAfter\n$/);
});

test("a page without a place for them stays as it is", () => {
  expect(fillFigures("A page\n", { bench: "store", gates: [] })).toBe("A page\n");
});
