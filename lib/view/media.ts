import { signal, type ReadonlySignal } from "@preact/signals";

/** Whether the window is wide enough for list and reader side by side; agrees with components/tab.css. */
export function watchTwoPane(window: Window): ReadonlySignal<boolean> {
  const query = window.matchMedia("(min-width: 900px)");
  const isTwoPane = signal(query.matches);
  query.addEventListener("change", () => void (isTwoPane.value = query.matches));
  return isTwoPane;
}
