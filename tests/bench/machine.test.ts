import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { cpuMsOf } from "./machine.ts";

test.runIf(existsSync("/proc/stat"))("the CPU time of what a process started counts as its own, ended or not", () => {
  const before = cpuMsOf(process.pid);
  spawnSync(process.execPath, ["-e", "while (process.cpuUsage().user < 200_000);"]);
  expect(cpuMsOf(process.pid) - before).toBeGreaterThanOrEqual(180);
});
