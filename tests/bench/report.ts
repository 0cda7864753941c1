import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { JudgedGate, Verdict } from "./gate.ts";
import { pictureOf } from "./picture.ts";
import { tableOf } from "./table.ts";

export type Report = { bench: string; title: string; gates: JudgedGate[] };

export function printReport({ bench, gates }: Report): void {
  console.log(`\n${bench}: ${countText(gates)}\n\n${tableOf(gates)}`);
}

/** A picture and the figures, under the benchmark's name. */
export function writeReport(report: Report): void {
  const { bench, title, gates } = report;
  mkdirSync(FOLDER, { recursive: true });
  writeJson(`${FOLDER}/${bench}.json`, report);
  const note = `${countText(gates)}. Bars show how much of what is allowed was used; ${machineText()}.`;
  writeFileSync(`${FOLDER}/${bench}.svg`, pictureOf({ title, note, gates }));
}

export function writeJson(file: string, report: object): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

function countText(all: JudgedGate[]): string {
  const gates = all.filter((gate) => gate.limit !== null || gate.verdict !== "passed");
  const verdicts: Verdict[] = ["passed", "failed", "inconclusive"];
  const counts = verdicts.map((verdict) => ({
    verdict,
    count: gates.filter((gate) => gate.verdict === verdict).length,
  }));
  return counts.flatMap(({ verdict, count }) => (count > 0 ? `${count} ${verdict}` : [])).join(", ");
}

function machineText(): string {
  const { length, 0: first } = cpus();
  return `${length} × ${first?.model.trim() ?? "unknown processor"}`;
}

const FOLDER = ".output/bench";
