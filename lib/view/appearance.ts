/** How pages look: a part of the settings. */
export type Appearance = {
  theme: "auto" | "light" | "dark" | "sepia";
  face: "news" | "book" | "sans";
  /** px */
  size: number;
  leading: "tight" | "normal" | "loose";
  measure: "narrow" | "medium" | "wide";
};

export const SMALLEST_SIZE = 16;
export const LARGEST_SIZE = 24;
export const LEADINGS = ["tight", "normal", "loose"] as const;
export const MEASURES = ["narrow", "medium", "wide"] as const;

export const DEFAULT_APPEARANCE: Appearance = {
  theme: "auto",
  face: "news",
  size: 18,
  leading: "normal",
  measure: "medium",
};

const FACES = { news: "var(--font-news)", book: "var(--font-book)", sans: "var(--font-read-sans)" };
const LEADING = { tight: "1.45", normal: "1.6", loose: "1.8" };
const MEASURE = { narrow: "32rem", medium: "38rem", wide: "46rem" };

/** Sets the theme and the reading text on a page's root element; the style sheets do the rest. */
export function applyAppearance(root: HTMLElement, { theme, face, size, leading, measure }: Appearance): void {
  root.dataset.theme = theme;
  root.style.setProperty("--read-font", FACES[face]);
  root.style.setProperty("--read-size", `${size / 16}rem`);
  root.style.setProperty("--read-leading", LEADING[leading]);
  root.style.setProperty("--read-measure", MEASURE[measure]);
}

export const clampSize = (size: number): number => Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, size));

/** The neighbour of a choice in its row; the ends stay. */
export function stepOf<T>(steps: readonly T[], present: T, by: 1 | -1): T {
  return steps[steps.indexOf(present) + by] ?? present;
}
