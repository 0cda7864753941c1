import { type Gate, judge, type JudgedGate } from "./gate.ts";
import { watchOthers } from "./machine.ts";

export type BenchOptions = {
  /** Brings the tables in the project's documents up to date. */
  write: boolean;
};

/** Trials that share a world: a browser, a store. */
export type Bench = {
  name: string;
  /** Over its picture. */
  title: string;
  trials: string[];
  /** Runs these of its trials, and says what each gave as soon as it is there. */
  run: (trials: string[], options: BenchOptions) => Promise<JudgedGate[]>;
};

export type BenchPlan<World> = {
  name: string;
  title: string;
  /** What is dear and not needed by every trial, a trial readies itself. */
  open: (options: BenchOptions) => Promise<World>;
  /** What measures some gates together, under a short name. It is run again where one of them was inconclusive. */
  trials: Record<string, (world: World) => Promise<Gate[]>>;
  close: (world: World, gates: JudgedGate[]) => Promise<void>;
};

export function benchOf<World>(plan: BenchPlan<World>): Bench {
  return {
    name: plan.name,
    title: plan.title,
    trials: Object.keys(plan.trials),
    run: async (trials, options) => {
      const world = await plan.open(options);
      const gates: JudgedGate[] = [];
      try {
        for (const [name, measure] of Object.entries(plan.trials).filter(([name]) => trials.includes(name))) {
          gates.push(...(await settleOrReport(`${plan.name}, ${name}`, () => measure(world))));
        }
      } finally {
        await plan.close(world, gates);
      }
      return gates;
    },
  };
}

/** Measures until each gate has a verdict that the machine was calm enough for, three times at most. */
export async function settle(measure: () => Promise<Gate[]>, watch: typeof watchOthers): Promise<JudgedGate[]> {
  const settled = new Map<string, JudgedGate>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const othersShare = watch();
    const gates = await measure();
    const share = othersShare();
    for (const gate of gates) {
      const before = settled.get(gate.name);
      if (before === undefined || before.verdict === "inconclusive") settled.set(gate.name, judge(gate, share));
    }
    if ([...settled.values()].every((gate) => gate.verdict !== "inconclusive")) break;
  }
  return [...settled.values()];
}

/** A trial that breaks fails, and the ones after it still run. */
async function settleOrReport(name: string, measure: () => Promise<Gate[]>): Promise<JudgedGate[]> {
  console.error(`${name} …`);
  try {
    return await settle(measure, watchOthers);
  } catch (fault) {
    console.error(fault);
    const broken: Gate = { name: `${name}: broke`, value: NaN, unit: "", limit: null, control: null, samples: null };
    return [{ ...broken, verdict: "failed" }];
  }
}

const ATTEMPTS = 3;
