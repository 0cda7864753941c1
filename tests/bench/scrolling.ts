import type { Gate } from "./gate.ts";
import type { PageProbe, ScrollPlan, ScrollRun } from "./pageProbe.ts";
import { openWithProbe, type Surface } from "./paintTimes.ts";
import { pairedRatio, quantile, spreadOf } from "./statistics.ts";
import { takeTurns } from "./turns.ts";

/** A long list beside a short one that never changes, both scrolled at the same speed. */
export async function measureScrolling(panel: Surface, still: Surface): Promise<Gate[]> {
  const ours = await openWithProbe(panel);
  const base = await openWithProbe(still);
  const scroll = (page: typeof ours, around: boolean) => async (): Promise<ScrollRun> => {
    await page.bringToFront();
    return page.evaluate((plan) => pageProbe.scroll(plan), { ...PLAN, around });
  };
  const turns = { base: scroll(base, true), ours: scroll(ours, false), again: scroll(base, true) };
  const runs = await takeTurns(turns, { rounds: ROUNDS, warmUp: 0 });
  for (const page of [ours, base]) await page.close();
  const p95 = { ours: slowest(runs.ours), base: slowest(runs.base), again: slowest(runs.again) };
  const control = pairedRatio(p95.again, p95.base);
  const blank = runs.ours.reduce((sum, run) => sum + run.blank, 0);
  const name = "panel: scrolled at 4,000 px/s";
  return [
    { name: `${name}, frames with a gap`, value: blank, unit: "", limit: { atMost: 0 }, control, samples: null },
    {
      name: `${name}, p95 of a frame beside a list of 75 rows without a script`,
      value: pairedRatio(p95.ours, p95.base),
      unit: "×",
      limit: { atMost: 1.2 },
      control,
      samples: { unit: "ms", ours: spreadOf(p95.ours), base: spreadOf(p95.base) },
    },
  ];
}

const slowest = (runs: ScrollRun[]): number[] => runs.map((run) => quantile(run.gaps, 0.95));

const ROUNDS = 5;
const PLAN: Omit<ScrollPlan, "around"> = {
  scroller: ".scroll",
  rows: "[data-article], .day",
  pxPerSecond: 4_000,
  ms: 5_000,
};

declare const pageProbe: PageProbe;
