import type { JudgedGate, Samples, Verdict } from "./gate.ts";
import type { Spread } from "./statistics.ts";

/** The gates as a Markdown table whose columns align in a terminal too. */
export function tableOf(gates: JudgedGate[]): string {
  const lines = [HEADINGS, ...gates.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const padded = lines.map((line) =>
    line.map((cell, column) =>
      isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    ),
  );
  const rule = widths.map((width, column) => (isText(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [head = [], ...body] = padded;
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** A figure as people write it: three digits of meaning, and its unit. */
export function figure(value: number, unit: string): string {
  const digits = value.toFixed(digitsAfterPoint(value));
  return unit === "" ? digits : `${digits} ${unit}`;
}

export function limitText({ limit, unit }: JudgedGate): string {
  if (limit === null) return "";
  return "atMost" in limit ? `≤ ${limit.atMost} ${unit}`.trim() : `≥ ${limit.atLeast} ${unit}`.trim();
}

/** The word tells, so that no colour has to. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  passed: "passed",
  failed: "FAILED",
  inconclusive: "inconclusive",
};

const HEADINGS = ["Gate", "Figure", "Limit", "Ours: least, median", "Base: least, median", "CPU", "A/A", "Verdict"];

function isText(column: number): boolean {
  return column === 0 || column === HEADINGS.length - 1;
}

function cellsOf(gate: JudgedGate): string[] {
  const { samples, control } = gate;
  return [
    gate.name,
    figure(gate.value, gate.unit),
    limitText(gate),
    spreadText(samples?.ours, samples),
    spreadText(samples?.base, samples),
    cpuText(samples),
    control === null ? "" : control.toFixed(2),
    gate.limit === null && gate.verdict === "passed" ? "" : VERDICT_WORDS[gate.verdict],
  ];
}

function spreadText(spread: Spread | undefined, samples: Samples | null): string {
  if (spread === undefined || samples === null) return "";
  return `${figure(spread.least, "")}, ${figure(spread.median, samples.unit)}`;
}

function cpuText(samples: Samples | null): string {
  if (samples?.cpuMs === undefined) return "";
  const { ours, base } = samples.cpuMs;
  return base === undefined ? figure(ours, "ms") : `${(ours / base).toFixed(2)} ×`;
}

function digitsAfterPoint(value: number): number {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return 0;
  return Math.abs(value) >= 10 ? 1 : 2;
}
