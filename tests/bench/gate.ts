import { pairedRatio, type Spread, spreadOf } from "./statistics.ts";

/** A figure that must lie within a limit. */
export type Gate = {
  /** What was measured, in plain words, e.g. "popup: 20 headlines painted, beside a static page". */
  name: string;
  value: number;
  /** Stands after the figure: "×", "ms", "MB", "frames"; empty for a bare number. */
  unit: string;
  /** Null for what is only to be seen beside the others. */
  limit: Limit | null;
  /** The same work against itself, as a ratio; null where the figure is counted, not timed: no noise changes it. */
  control: number | null;
  samples: Samples | null;
};

export type Limit = { atMost: number } | { atLeast: number };

/** What the figure was made of, e.g. milliseconds. `cpuMs`: of all the browser's processes, for a sample, on average. */
export type Samples = { unit: string; ours: Spread; base?: Spread; cpuMs?: { ours: number; base?: number } };

export type Verdict = "passed" | "failed" | "inconclusive";

export type JudgedGate = Gate & { verdict: Verdict };

/** A gate on the median of the paired ratios; `control` as in `Gate`, by default `again` against the base. */
export function ratioGate({ name, atMost, ours, base, again, cpuMs }: RatioGate): Gate {
  return {
    name,
    value: pairedRatio(ours, base),
    unit: "×",
    limit: { atMost },
    control: pairedRatio(again, base),
    samples: { unit: "ms", ours: spreadOf(ours), base: spreadOf(base), ...(cpuMs && { cpuMs }) },
  };
}

type RatioGate = {
  name: string;
  atMost: number;
  /** Milliseconds, in the order of the rounds, each of which measured all three. */
  ours: number[];
  base: number[];
  /** The base's second turn in each round. */
  again: number[];
  cpuMs?: { ours: number; base: number };
};

/** `othersShare`: how much of the machine other programs took meanwhile, 0…1. */
export function judge(gate: Gate, othersShare: number): JudgedGate {
  const isRestless = gate.control !== null && !(isSame(gate.control) && othersShare <= HEAVY_LOAD);
  const isWithin = gate.limit === null || shareOfLimit(gate.value, gate.limit) <= 1;
  const measured = isWithin ? "passed" : "failed";
  return { ...gate, verdict: isRestless ? "inconclusive" : measured };
}

/** 1 at the limit, more beyond it. */
export function shareOfLimit(value: number, limit: Limit): number {
  if ("atLeast" in limit) return limit.atLeast / value;
  // Of nothing allowed, anything is too much.
  if (limit.atMost === 0) return value > 0 ? Infinity : 0;
  return value / limit.atMost;
}

/** One failed gate says more than an inconclusive one. */
export function exitCodeOf(gates: JudgedGate[]): number {
  const has = (verdict: Verdict) => gates.some((gate) => gate.verdict === verdict);
  if (has("failed")) return 1;
  return has("inconclusive") ? 2 : 0;
}

function isSame(control: number): boolean {
  return control >= 0.87 && control <= 1.15;
}

const HEAVY_LOAD = 0.2;
