import type { Run } from "./feed.bench.ts";
import { type Check, cpu, holds, isLarge, memoryOf, speedOf } from "./feedGates.ts";
import { median } from "./statistics.ts";

/** "memory ×": so many times the length of the document's text; see `memoryOf`. */
export function printHeading(): void {
  console.log(line("", ["CPU ms", "least", "wall ms", "MB/s", "memory ×"]));
}

export function printRun(run: Run): void {
  console.log(`${run.kind}, ${run.items} items, ${(run.bytes / 1e6).toFixed(1)} MB`);
  for (const [reader, costs] of Object.entries(run.costs)) {
    const times = [median(cpu(costs)), Math.min(...cpu(costs)), median(costs.map((cost) => cost.wallMs))];
    const figures = [...times, speedOf(run, costs), ...(isLarge(run) ? [memoryOf(run, costs)] : [])];
    console.log(
      line(
        `  ${reader}`,
        figures.map((number) => number.toFixed(number < 10 ? 2 : 0)),
      ),
    );
  }
  console.log(`  what readFeed returns keeps ${(run.held / run.length).toFixed(2)} × on the heap\n`);
}

export function printChecks(checks: Check[]): void {
  for (const check of checks) {
    const bounds = [check.atLeast && `at least ${check.atLeast}`, check.atMost && `at most ${check.atMost}`];
    const said = bounds.filter(Boolean).join(", ");
    const missed = check.isControl ? "?" : "✗";
    const mark = holds(check) ? "✓" : missed;
    console.log(`${said ? mark : "·"} ${check.what}: ${check.figure.toFixed(2)}${said && ` (${said})`}`);
  }
}

function line(name: string, cells: string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(9)).join("");
}
