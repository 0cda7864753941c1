import { browser } from "wxt/browser";
import {
  BADGES,
  DEFAULTS,
  DENSITIES,
  FACES,
  KEEP_PER_FEED,
  KEEP_READ_DAYS,
  LARGEST_SIZE,
  LEADINGS,
  MEASURES,
  PICTURE_MEGABYTES,
  SMALLEST_SIZE,
  THEMES,
  type KeyChanges,
  type Settings,
} from "../settings.ts";

/** What may stand in each setting. */
const choices: { [K in keyof Settings]: (value: unknown) => value is Settings[K] } = {
  theme: oneOf(THEMES),
  face: oneOf(FACES),
  size: between(SMALLEST_SIZE, LARGEST_SIZE),
  leading: oneOf(LEADINGS),
  measure: oneOf(MEASURES),
  density: oneOf(DENSITIES),
  marksPassed: oneOf([true, false]),
  notifications: oneOf([true, false]),
  quietHours: oneOf([true, false]),
  quietFrom: between(0, 24 * 60 - 1),
  quietUntil: between(0, 24 * 60 - 1),
  badge: oneOf(BADGES),
  keepReadDays: oneOf(KEEP_READ_DAYS),
  keepPerFeed: oneOf(KEEP_PER_FEED),
  pictureMegabytes: oneOf(PICTURE_MEGABYTES),
  singleKeys: oneOf([true, false]),
  keys: isKeyChanges,
};

/** Each setting falls back by itself: one damaged value never costs the others. */
export function settingsOf(stored: unknown): Settings {
  if (typeof stored !== "object" || stored === null) return DEFAULTS;
  const sound = Object.entries(stored).filter(([key, value]) => isKey(key) && choices[key](value));
  return { ...DEFAULTS, ...Object.fromEntries(sound) };
}

const isKey = (key: string): key is keyof Settings => Object.hasOwn(choices, key);

function oneOf<T>(allowed: readonly T[]) {
  return (value: unknown): value is T => allowed.some((each) => each === value);
}

function between(least: number, most: number) {
  return (value: unknown): value is number => typeof value === "number" && value >= least && value <= most;
}

/** Which names and keys there are is for those who obey them to know: lib/view/keymap.ts. */
function isKeyChanges(value: unknown): value is KeyChanges {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((keys) => Array.isArray(keys) && keys.every((key) => typeof key === "string"));
}

const KEY = "settings";

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsOf(stored[KEY]);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Called with the settings now and whenever another page changes them. */
export function watchSettings(show: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY]) show(settingsOf(changes[KEY].newValue));
  });
  void readSettings().then(show);
}
