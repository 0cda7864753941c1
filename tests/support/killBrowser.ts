import type { TestBrowser } from "./browser.ts";
import { waitUntil } from "./waitUntil.ts";

/**
 * Ends the browser with all of its processes as a power cut would: nobody is told, nothing is put away. Opening another
 * one on the same `profileDir` afterwards is the restart.
 */
export async function killBrowser({ driver }: Pick<TestBrowser, "driver">): Promise<void> {
  const pid = driver.process()?.pid;
  if (pid === undefined) throw new Error("The browser has no process of its own");
  // The driver starts it as the head of a group of processes.
  process.kill(-pid, "SIGKILL");
  await waitUntil(() => !isAlive(pid), { what: "the browser's end" });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
