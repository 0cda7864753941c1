import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { expect, test } from "vitest";
import { waitUntil } from "../support/waitUntil.ts";
import { cpuMsOf, followCpu } from "./machine.ts";

const hasProc = existsSync("/proc/stat");
const BURN = "while (process.cpuUsage().user < 1_200_000);";

test.runIf(hasProc)("the CPU time of what a process started counts as its own, ended or not", () => {
  const before = cpuMsOf(process.pid);
  spawnSync(process.execPath, ["-e", "while (process.cpuUsage().user < 200_000);"]);
  expect(cpuMsOf(process.pid) - before).toBeGreaterThanOrEqual(180);
});

test.runIf(hasProc)(
  "what goes on when its parent has ended is followed to its end",
  async () => {
    const cpuMs = followCpu(process.pid);
    const parent = spawn("sh", ["-c", `"${process.execPath}" -e "${BURN}" & echo $!; wait`]);
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const child = Number(line.toString());
    // Long enough to be seen.
    await waitUntil(() => cpuMsOf(child) > 500, { what: "its first work" });
    parent.kill("SIGKILL");
    // Whether its remains are cleared away is the system's affair.
    const hasEnded = (ms: number) => ms === 0 || ms >= 1_200;
    await waitUntil(() => hasEnded(cpuMsOf(child)), { what: "its end" });
    // All but what it took after the last look.
    expect(cpuMs()).toBeGreaterThanOrEqual(950);
  },
  30_000,
);
