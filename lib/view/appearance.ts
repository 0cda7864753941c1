import { LARGEST_SIZE, SMALLEST_SIZE, type Appearance } from "../settings.ts";

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

export const clampSize = (size: number): number => Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, size));

/** The neighbour of a choice in its row; the ends stay. */
export function stepOf<T>(steps: readonly T[], present: T, by: 1 | -1): T {
  return steps[steps.indexOf(present) + by] ?? present;
}
