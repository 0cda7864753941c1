import { describe, expect, test } from "vitest";
import type { Gate } from "./gate.ts";
import { settle } from "./trial.ts";
import { takeTurns } from "./turns.ts";

const gate = (name: string, control: number, value = 1): Gate => ({
  name,
  value,
  unit: "×",
  limit: { atMost: 1.25 },
  control,
  samples: null,
});
const calm = () => () => 0;

describe("a trial", () => {
  test("that is conclusive runs once", async () => {
    let runs = 0;
    const gates = await settle(async () => [gate("popup", 1, ++runs)], calm);
    expect(gates.map(({ name, value, verdict }) => ({ name, value, verdict }))).toEqual([
      { name: "popup", value: 1, verdict: "passed" },
    ]);
  });

  test("runs again for an inconclusive gate, and keeps the first word on the others", async () => {
    let runs = 0;
    const gates = await settle(async () => [gate("popup", 1, ++runs), gate("panel", runs === 1 ? 2 : 1, runs)], calm);
    expect(gates.map(({ name, value, verdict }) => ({ name, value, verdict }))).toEqual([
      { name: "popup", value: 1, verdict: "passed" },
      { name: "panel", value: 2, verdict: "failed" },
    ]);
  });

  test("runs three times at most", async () => {
    let runs = 0;
    const gates = await settle(async () => [gate("popup", 2, ++runs)], calm);
    expect(runs).toBe(3);
    expect(gates[0]?.verdict).toBe("inconclusive");
  });

  test("is inconclusive while other programs take the machine", async () => {
    const shares = [0.5, 0];
    const gates = await settle(
      async () => [gate("popup", 1)],
      () => () => shares.shift() ?? 0,
    );
    expect(shares).toEqual([]);
    expect(gates[0]?.verdict).toBe("passed");
  });
});

test("turns are taken round by round, and those to warm up are left out", async () => {
  const taken: string[] = [];
  const turn = (name: string) => async () => taken.push(name);
  const results = await takeTurns({ base: turn("base"), ours: turn("ours") }, { rounds: 2, warmUp: 1 });
  expect(taken).toEqual(["base", "ours", "base", "ours", "base", "ours"]);
  expect(results).toEqual({ base: [3, 5], ours: [4, 6] });
});
