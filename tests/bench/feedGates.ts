import type { Run } from "./feed.bench.ts";
import type { Cost } from "./chromiumWorker.ts";
import type { DocumentKind } from "./feedDocuments.ts";
import type { Gate } from "./gate.ts";
import { median, pairedRatio, spreadOf } from "./statistics.ts";

export function gatesOf(run: Run): Gate[] {
  const { foldline = [], feedsmith, "foldline again": again = [] } = run.costs;
  const measured = (said: string): Timed => ({
    name: `${run.kind}, ${run.items} items: ${said}`,
    control: pairedRatio(cpu(again), cpu(foldline)),
    samples: { unit: "ms", ours: spreadOf(cpu(foldline)) },
  });
  if (!isLarge(run)) {
    return [{ ...measured("CPU time, warm"), value: median(cpu(foldline)), unit: "ms", limit: { atMost: SMALL_MS } }];
  }
  const speed = { value: speedOf(run, foldline), unit: "MB/s", limit: { atLeast: MEGABYTES_PER_SECOND[run.kind] } };
  const memory = { value: memoryOf(run, foldline), unit: "×", limit: { atMost: MEMORY_TIMES } };
  return [
    { ...measured("document read in a second"), ...speed },
    { ...measured("memory beside the text's length"), ...memory, control: null, samples: null },
    ...(feedsmith ? besideParsers(run, { measured, foldline, feedsmith }) : []),
  ];
}

type Timed = Pick<Gate, "name" | "control" | "samples">;

/** feedsmith parses XML for the engine; of JSON it only copies fields, and the parser under both is JSON.parse. */
function besideParsers({ kind, costs }: Run, { measured, foldline, feedsmith }: Beside): Gate[] {
  const beside = (said: string, others: Cost[]): Gate => {
    const { samples, ...rest } = measured(said);
    const value = pairedRatio(cpu(foldline), cpu(others));
    return { ...rest, samples: samples && { ...samples, base: spreadOf(cpu(others)) }, value, unit: "×", limit: null };
  };
  if (kind !== "json") return [{ ...beside("beside feedsmith", feedsmith), limit: { atMost: FEEDSMITH_TIMES } }];
  return [
    beside("beside feedsmith, which is not used for it", feedsmith),
    beside("beside JSON.parse", costs["JSON.parse"] ?? []),
  ];
}

type Beside = { measured: (said: string) => Timed; foldline: Cost[]; feedsmith: Cost[] };

/** Of the CPU time: megabytes of document read in a second of it. */
export function speedOf({ bytes }: Run, costs: Cost[]): number {
  return bytes / 1e3 / median(cpu(costs));
}

/**
 * The most that a reading takes, as so many times the text's length: what it puts on the JavaScript heap, and the text,
 * which Chromium keeps elsewhere, in two bytes a character since it holds some beyond Latin-1.
 */
export function memoryOf({ length }: Run, costs: Cost[]): number {
  return Math.max(...costs.map((cost) => cost.heapBytes)) / length + 2;
}

/** Smaller documents are judged by how soon they are read; their garbage is not even collected. */
export function isLarge(run: Run): boolean {
  return run.items >= 1_000;
}

export const cpu = (costs: Cost[]): number[] => costs.map((cost) => cost.cpuMs);

const MEGABYTES_PER_SECOND: Record<DocumentKind, number> = { rss: 25, atomHtml: 15, atomXhtml: 15, json: 100 };
const FEEDSMITH_TIMES = 1.3;
const MEMORY_TIMES = 8;
const SMALL_MS = 5;
