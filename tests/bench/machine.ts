import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches what programs other than this one and its browsers take of the machine's processors. What it returns says
 * their share since then, 0…1; where there is no /proc it says 0, and only the controls tell of unrest.
 */
export function watchOthers(): () => number {
  const before = readMachine();
  const ownMs = followCpu(process.pid);
  return () => {
    const after = readMachine();
    const busy = after.busyMs - before.busyMs;
    const passed = after.totalMs - before.totalMs;
    const own = ownMs();
    return passed > 0 ? Math.max(0, busy - own) / passed : 0;
  };
}

/**
 * CPU time that a process and all that it started take from now on, until what it returns is called. It looks often: a
 * browser that ends leaves its processes to the system, which tells nobody what they took.
 */
export function followCpu(root: number): () => number {
  const seen = new Map<string, { from: number; to: number }>();
  const look = (isFirst: boolean) => {
    const processes = readProcesses();
    const isKnown = ({ pid, start }: Process) => seen.has(`${pid} ${start}`);
    const tree = treeOf(processes, new Set([root, ...processes.filter(isKnown).map(({ pid }) => pid)]));
    for (const { pid, start, ownMs } of processes.filter(({ pid }) => tree.has(pid))) {
      const key = `${pid} ${start}`;
      seen.set(key, { from: seen.get(key)?.from ?? (isFirst ? ownMs : 0), to: ownMs });
    }
  };
  look(true);
  const looking = setInterval(look, LOOK_MS, false).unref();
  return () => {
    clearInterval(looking);
    look(false);
    return [...seen.values()].reduce((sum, { from, to }) => sum + to - from, 0);
  };
}

/** CPU time that a process and all that it started have taken so far, to the system's tick of 10 ms. */
export function cpuMsOf(root: number): number {
  const processes = readProcesses();
  const tree = treeOf(processes, new Set([root]));
  return processes.reduce((sum, { pid, ownMs, endedMs }) => sum + (tree.has(pid) ? ownMs + endedMs : 0), 0);
}

/** `roots` and all that they started. */
function treeOf(processes: Process[], roots: Set<number>): Set<number> {
  const tree = new Set(roots);
  // A child may stand before its parent: look until nobody is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

/** `start` tells it from one that had the same number. `endedMs`: of its children that ended. */
type Process = { pid: number; parent: number; start: string; ownMs: number; endedMs: number };

function readProcesses(): Process[] {
  return entriesOf("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // After the command's name, which may hold anything: see proc_pid_stat(5).
      const fields = read(`/proc/${pid}/stat`)
        ?.replace(/^.*\) /s, "")
        .split(" ");
      if (fields === undefined) return [];
      const ms = (from: number, to: number) =>
        fields.slice(from, to).reduce((sum, field) => sum + Number(field) * TICK_MS, 0);
      // User and kernel mode, of itself and of its children.
      const times = { ownMs: ms(11, 13), endedMs: ms(13, 15) };
      return [{ pid: Number(pid), parent: Number(fields[1]), start: fields[19] ?? "", ...times }];
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
const LOOK_MS = 200;
