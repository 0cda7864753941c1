import type { Run } from "./feed.bench.ts";
import { cpu, isLarge, memoryOf, speedOf } from "./feedGates.ts";
import { median } from "./statistics.ts";

/** Every reader's figures. "memory ×": so many times the length of the document's text; see `memoryOf`. */
export function printRun(run: Run): void {
  const headings = ["CPU ms", "least", "wall ms", "MB/s", "memory ×"];
  console.log(line(`${run.kind}, ${run.items} items, ${(run.bytes / 1e6).toFixed(1)} MB`, headings));
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

function line(name: string, cells: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(9)).join("");
}
