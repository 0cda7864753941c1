import type { Gate } from "./gates.ts";
import type { Verdict } from "./judge.ts";

export type Count = { pass: number; wrong: number; threw: number; total: number };

export function countOf(verdicts: Verdict[]): Count {
  const count = { pass: 0, wrong: 0, threw: 0, total: verdicts.length };
  for (const { kind } of verdicts) count[kind]++;
  return count;
}

export function printHeading(what: string): void {
  console.log(line([what, "pass", "wrong", "threw", "total"]));
}

/** A line per group of cases, and one of their sums. */
export function printGroups(verdicts: Verdict[]): void {
  const groups = [...new Set(verdicts.map((verdict) => verdict.group))].sort();
  printHeading("group");
  for (const group of groups) printCount(group, countOf(verdicts.filter((verdict) => verdict.group === group)));
  printCount("all", countOf(verdicts));
}

export function printWrong(verdicts: Verdict[]): void {
  const bad = verdicts.filter(({ kind }) => kind !== "pass");
  printList(
    "Not passed",
    bad.map(({ file, kind, because }) => `${kind} ${file}: ${because}`),
  );
}

export function printList(title: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${title}:\n  ${lines.join("\n  ")}`);
}

export function printGates(gates: Gate[]): void {
  console.log("");
  for (const { name, holds, figure } of gates) console.log(`${holds ? "✓" : "✗"} ${name}: ${figure}`);
}

export function printCount(name: string, { pass, wrong, threw, total }: Count): void {
  console.log(line([name, pass, wrong, threw, total]));
}

function line([name, ...numbers]: (string | number)[]): string {
  return String(name).padEnd(20) + numbers.map((number) => String(number).padStart(7)).join("");
}
