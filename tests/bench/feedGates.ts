import type { Run } from "./feed.bench.ts";
import type { Cost } from "./chromiumWorker.ts";
import type { DocumentKind } from "./feedDocuments.ts";
import { median, pairedRatio } from "./statistics.ts";

/** A figure that must lie within bounds, or is there to be seen. One of the `control` lies outside when the machine was too restless to tell. */
export type Check = { what: string; figure: number; atLeast?: number; atMost?: number; isControl?: true };

export function checksOf(run: Run): Check[] {
  const { foldline = [], feedsmith, "foldline again": again = [] } = run.costs;
  const what = (said: string) => `${run.kind}, ${run.items} items: ${said}`;
  const control: Check = {
    what: what("the engine against itself"),
    figure: ratio(again, foldline),
    ...SAME,
    isControl: true,
  };
  if (!isLarge(run)) return [control, { what: what("ms, warm"), figure: median(cpu(foldline)), atMost: SMALL_MS }];
  return [
    control,
    { what: what("MB/s"), figure: speedOf(run, foldline), atLeast: MEGABYTES_PER_SECOND[run.kind] },
    { what: what("memory, times the text's length"), figure: memoryOf(run, foldline), atMost: MEMORY_TIMES },
    ...(feedsmith
      ? besideParsers(run, { foldline, feedsmith }).map((check) => ({ ...check, what: what(check.what) }))
      : []),
  ];
}

/** feedsmith parses XML for the engine; of JSON it only copies fields, and the parser under both is JSON.parse. */
function besideParsers(
  { kind, costs }: Run,
  { foldline, feedsmith }: Record<"foldline" | "feedsmith", Cost[]>,
): Check[] {
  const check = { what: "times feedsmith", figure: ratio(foldline, feedsmith) };
  if (kind !== "json") return [{ ...check, atMost: FEEDSMITH_TIMES }];
  const bare = { what: "times JSON.parse", figure: ratio(foldline, costs["JSON.parse"] ?? []) };
  return [{ ...check, what: "times feedsmith, which copies fields and is not used for JSON" }, bare];
}

export function holds({ figure, atLeast = -Infinity, atMost = Infinity }: Check): boolean {
  return figure >= atLeast && figure <= atMost;
}

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

function ratio(costs: Cost[], others: Cost[]): number {
  return pairedRatio(cpu(costs), cpu(others));
}

const MEGABYTES_PER_SECOND: Record<DocumentKind, number> = { rss: 25, atomHtml: 15, atomXhtml: 15, json: 100 };
const FEEDSMITH_TIMES = 1.3;
const MEMORY_TIMES = 8;
const SMALL_MS = 5;
const SAME = { atLeast: 0.87, atMost: 1.15 };
