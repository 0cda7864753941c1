import { effect, type ReadonlySignal } from "@preact/signals";
import { DEFAULTS, LARGEST_SIZE, SMALLEST_SIZE, type Appearance } from "../settings.ts";

const FACE = { news: "var(--font-news)", book: "var(--font-book)", sans: "var(--font-read-sans)" };
const LEADING = { tight: "1.45", normal: "1.6", loose: "1.8" };
const MEASURE = { narrow: "32rem", medium: "38rem", wide: "46rem" };

/** Sets the theme and the reading text on a page's root element; the style sheets do the rest. */
export function applyAppearance(root: HTMLElement, { theme, face, size, leading, measure }: Appearance): void {
  root.dataset.theme = theme;
  root.style.setProperty("--read-font", FACE[face]);
  root.style.setProperty("--read-size", `${size / 16}rem`);
  root.style.setProperty("--read-leading", LEADING[leading]);
  root.style.setProperty("--read-measure", MEASURE[measure]);
}

/**
 * Changes the size of the text by a step, 0 stands for the size at first. A key that is held asks for the next step
 * before the one before it is stored.
 */
export function createSizing(appearance: ReadonlySignal<Appearance>, set: (change: { size: number }) => void) {
  let wanted: number | null = null;
  effect(() => {
    if (appearance.value.size === wanted) wanted = null;
  });
  return (by: 1 | -1 | 0): void => {
    const present = appearance.peek().size;
    const size = by === 0 ? DEFAULTS.size : clampSize((wanted ?? present) + by);
    // What is stored already is not told again.
    wanted = wanted === null && size === present ? null : size;
    set({ size });
  };
}

const clampSize = (size: number): number => Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, size));

/** The neighbour of a choice in its row; the ends stay. */
export function stepOf<T>(steps: readonly T[], present: T, by: 1 | -1): T {
  return steps[steps.indexOf(present) + by] ?? present;
}
