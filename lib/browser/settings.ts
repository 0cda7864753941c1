import { browser } from "wxt/browser";
import * as z from "zod/mini";
import {
  DEFAULTS,
  FACES,
  KEEP_PER_FEED,
  KEEP_READ_DAYS,
  LARGEST_SIZE,
  LEADINGS,
  MEASURES,
  PICTURE_MEGABYTES,
  SMALLEST_SIZE,
  THEMES,
  type Settings,
} from "../settings.ts";

// The content security policy forbids making code from strings; without this zod tries to, once.
z.config({ jitless: true });

const minuteOfDay = z.number().check(z.minimum(0), z.maximum(24 * 60 - 1));

/** Each setting falls back by itself: one damaged value never costs the others. */
const settingsSchema: z.ZodMiniType<Settings> = z.object({
  theme: z.catch(z.enum(THEMES), DEFAULTS.theme),
  face: z.catch(z.enum(FACES), DEFAULTS.face),
  size: z.catch(z.number().check(z.minimum(SMALLEST_SIZE), z.maximum(LARGEST_SIZE)), DEFAULTS.size),
  leading: z.catch(z.enum(LEADINGS), DEFAULTS.leading),
  measure: z.catch(z.enum(MEASURES), DEFAULTS.measure),
  notifications: z.catch(z.boolean(), DEFAULTS.notifications),
  quietFrom: z.catch(minuteOfDay, DEFAULTS.quietFrom),
  quietUntil: z.catch(minuteOfDay, DEFAULTS.quietUntil),
  keepReadDays: z.catch(z.literal(KEEP_READ_DAYS), DEFAULTS.keepReadDays),
  keepPerFeed: z.catch(z.literal(KEEP_PER_FEED), DEFAULTS.keepPerFeed),
  pictureMegabytes: z.catch(z.literal(PICTURE_MEGABYTES), DEFAULTS.pictureMegabytes),
});

const KEY = "settings";

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsSchema.parse(stored[KEY] ?? {});
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Called with the settings now and whenever another page changes them. */
export function watchSettings(show: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY]) show(settingsSchema.parse(changes[KEY].newValue ?? {}));
  });
  void readSettings().then(show);
}
