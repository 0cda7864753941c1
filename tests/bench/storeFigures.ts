import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { JudgedGate } from "./gate.ts";
import { tableOf } from "./table.ts";

const README = fileURLToPath(new URL("../../lib/db/README.md", import.meta.url));

/** Brings the figures of one benchmark in the store's README up to date, where that shows them. */
export function writeFigures(bench: string, gates: JudgedGate[]): void {
  writeFileSync(README, fillFigures(readFileSync(README, "utf8"), { bench, gates }));
}

/** What was inconclusive says nothing, and is not shown. */
export function fillFigures(page: string, { bench, gates }: { bench: string; gates: JudgedGate[] }): string {
  const [start, end] = [`<!-- ${bench} -->\n`, `\n<!-- end of ${bench} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to === -1) return page;
  const shown = gates.filter((gate) => gate.verdict !== "inconclusive");
  return `${page.slice(0, from + start.length)}\n${tableOf(shown)}\n${page.slice(to)}`;
}
