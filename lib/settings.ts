/** What people can set: the choices and what holds until they choose. Pure; where it is kept is lib/browser's matter. */

export const THEMES = ["auto", "light", "dark", "sepia"] as const;
export const FACES = ["news", "book", "sans"] as const;
export const LEADINGS = ["tight", "normal", "loose"] as const;
export const MEASURES = ["narrow", "medium", "wide"] as const;
/** Of the reading text, in px. */
export const SMALLEST_SIZE = 16;
export const LARGEST_SIZE = 24;

export type Appearance = {
  theme: (typeof THEMES)[number];
  face: (typeof FACES)[number];
  size: number;
  leading: (typeof LEADINGS)[number];
  measure: (typeof MEASURES)[number];
};

export type Settings = Appearance & {
  notifications: boolean;
  /** When nothing may pop up: minutes since local midnight. */
  quietFrom: number;
  quietUntil: number;
};

export const DEFAULTS: Settings = {
  theme: "auto",
  face: "news",
  size: 18,
  leading: "normal",
  measure: "medium",
  notifications: true,
  quietFrom: 22 * 60,
  quietUntil: 7 * 60 + 30,
};
