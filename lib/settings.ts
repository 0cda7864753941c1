/** What people can set: the choices and what holds until they choose. Pure; where it is kept is lib/browser's matter. */

export const THEMES = ["auto", "light", "dark", "sepia"] as const;
export const FACES = ["news", "book", "sans"] as const;
export const LEADINGS = ["tight", "normal", "loose"] as const;
export const MEASURES = ["narrow", "medium", "wide"] as const;
/** Compact: rows without summary and picture. */
export const DENSITIES = ["comfortable", "compact"] as const;
/** Of the reading text, in px. */
export const SMALLEST_SIZE = 16;
export const LARGEST_SIZE = 24;

/** For how many days read articles are kept, and how many articles of one source; null: without end. */
export const KEEP_READ_DAYS = [7, 30, 90, null] as const;
export const KEEP_PER_FEED = [500, 1_000, 2_000, 5_000, null] as const;
/** Room for pictures. */
export const PICTURE_MEGABYTES = [50, 100, 200] as const;

/** What the toolbar's icon counts: see `lib/db/toolbar.ts`. */
export const BADGES = ["unread", "new", "dot", "none"] as const;

export type Appearance = {
  theme: (typeof THEMES)[number];
  face: (typeof FACES)[number];
  size: number;
  leading: (typeof LEADINGS)[number];
  measure: (typeof MEASURES)[number];
  density: (typeof DENSITIES)[number];
  /** Rows that somebody scrolls past the top of the list are marked read. */
  marksPassed: boolean;
};

/** By the name of what they do, the keys that do it now; what is not named here has the keys that it had at first. */
export type KeyChanges = Readonly<Partial<Record<string, readonly string[]>>>;

export type KeySettings = {
  /** Whether letters, digits and signs do anything. What moves, opens and closes does in any case. */
  singleKeys: boolean;
  keys: KeyChanges;
};

export type Settings = Appearance &
  KeySettings & {
    notifications: boolean;
    quietHours: boolean;
    /** When nothing may pop up: minutes since local midnight. */
    quietFrom: number;
    quietUntil: number;
    badge: (typeof BADGES)[number];
    keepReadDays: (typeof KEEP_READ_DAYS)[number];
    keepPerFeed: (typeof KEEP_PER_FEED)[number];
    pictureMegabytes: (typeof PICTURE_MEGABYTES)[number];
  };

export const DEFAULTS: Settings = {
  theme: "auto",
  face: "news",
  size: 18,
  leading: "normal",
  measure: "medium",
  density: "comfortable",
  marksPassed: false,
  notifications: true,
  quietHours: true,
  quietFrom: 22 * 60,
  quietUntil: 7 * 60 + 30,
  badge: "unread",
  // Long enough to search for what was read last season. What a source still lists stays in any case.
  keepReadDays: 90,
  keepPerFeed: 2_000,
  pictureMegabytes: 200,
  singleKeys: true,
  keys: {},
};
