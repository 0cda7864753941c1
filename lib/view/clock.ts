import { signal, type ReadonlySignal } from "@preact/signals";

const TICK_MS = 30_000;

/** The present time in steps, while somebody can see the page. */
export function clock(read: () => number): ReadonlySignal<number> {
  const now = signal(read());
  const tick = () => void (document.visibilityState === "visible" && (now.value = read()));
  setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", tick);
  return now;
}
