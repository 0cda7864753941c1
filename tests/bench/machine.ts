import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches what programs other than this one and its browsers take of the machine's processors. What it returns says
 * their share since then, 0…1; where there is no /proc it says 0, and only the controls tell of unrest.
 */
export function watchOthers(): () => number {
  const before = readMachine();
  const ownBefore = cpuMsOf(process.pid);
  return () => {
    const after = readMachine();
    const busy = after.busyMs - before.busyMs;
    const passed = after.totalMs - before.totalMs;
    return passed > 0 ? Math.max(0, busy - (cpuMsOf(process.pid) - ownBefore)) / passed : 0;
  };
}

/** CPU time that a process and all that it started have taken so far, to the system's tick of 10 ms. */
export function cpuMsOf(root: number): number {
  const processes = readProcesses();
  const tree = new Set([root]);
  // A child may stand before its parent: look until nobody is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  return processes.reduce((sum, { pid, cpuMs }) => sum + (tree.has(pid) ? cpuMs : 0), 0);
}

type Process = { pid: number; parent: number; cpuMs: number };

function readProcesses(): Process[] {
  return entriesOf("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // After the command's name, which may hold anything: see proc_pid_stat(5).
      const fields = read(`/proc/${pid}/stat`)
        ?.replace(/^.*\) /s, "")
        .split(" ");
      if (fields === undefined) return [];
      // Its own in user and kernel mode, and that of its children that ended.
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      return [{ pid: Number(pid), parent: Number(fields[1]), cpuMs: ticks * TICK_MS }];
    });
}

/** `user nice system idle iowait irq softirq steal`: see proc_stat(5). What another machine steals counts as busy. */
function readMachine(): { busyMs: number; totalMs: number } {
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, ...rest] = (read("/proc/stat") ?? "")
    .split("\n", 1)
    .flatMap((line) => line.split(/\s+/).slice(1, 9).map(Number));
  const busy = [user, nice, system, ...rest].reduce((sum, ticks) => sum + ticks, 0);
  return { busyMs: busy * TICK_MS, totalMs: (busy + idle + waiting) * TICK_MS };
}

/** A process may end while its folder is read. */
function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const TICK_MS = 10;
