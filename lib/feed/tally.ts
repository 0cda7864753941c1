import type { RepairKind } from "./document.ts";

/** How often each repair was made while one document was read. */
export type Tally = Map<RepairKind, number>;

export function note(tally: Tally, kind: RepairKind, times = 1): void {
  if (times > 0) tally.set(kind, (tally.get(kind) ?? 0) + times);
}

export function repairsOf(tally: Tally): { kind: RepairKind; count: number }[] {
  return [...tally].map(([kind, count]) => ({ kind, count }));
}
