import { readFileSync, writeFileSync } from "node:fs";
import type { TestBrowser } from "./browser.ts";

/** What the extension's own processes (its worker and its pages) have cost since they were looked at last. Linux only. */
export type Cost = { cpuMs: number; extraMegabytes: number };

const TICKS_PER_SECOND = 100;

export async function watchCost({ driver }: TestBrowser): Promise<{ reset: () => void; cost: () => Cost }> {
  const session = await driver.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const ours = processInfo.map(({ id }) => id).filter(isOfExtensions);
  if (ours.length === 0) throw new Error("The extension has no process");
  let before = { ticks: 0, kilobytes: 0 };
  return {
    reset: () => {
      // The peak is counted from here: proc(5), clear_refs.
      for (const id of ours) writeFileSync(`/proc/${id}/clear_refs`, "5");
      before = { ticks: sum(ours.map(ticksOf)), kilobytes: sum(ours.map((id) => kilobytesOf(id, "VmRSS"))) };
    },
    cost: () => ({
      cpuMs: ((sum(ours.map(ticksOf)) - before.ticks) * 1_000) / TICKS_PER_SECOND,
      extraMegabytes: Math.round((sum(ours.map((id) => kilobytesOf(id, "VmHWM"))) - before.kilobytes) / 1024),
    }),
  };
}

const isOfExtensions = (id: number): boolean =>
  readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--extension-process");

/** In user and in system mode: fields 14 and 15, counted from behind the name, which may hold anything. */
function ticksOf(id: number): number {
  const stat = readFileSync(`/proc/${id}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function kilobytesOf(id: number, field: "VmRSS" | "VmHWM"): number {
  const [, found] = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
  return Number(found);
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
