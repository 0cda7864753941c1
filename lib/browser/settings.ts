import { browser } from "wxt/browser";
import * as z from "zod/mini";

// The content security policy forbids making code from strings; without this zod tries to, once.
z.config({ jitless: true });

/** Each setting falls back by itself: one damaged value never costs the others. */
const settingsSchema = z.object({
  theme: z.catch(z.enum(["auto", "light", "dark", "sepia"]), "auto"),
  face: z.catch(z.enum(["news", "book", "sans"]), "news"),
  /** Reading size in px, 16 to 24. */
  size: z.catch(z.number().check(z.minimum(16), z.maximum(24)), 18),
  leading: z.catch(z.enum(["tight", "normal", "loose"]), "normal"),
  measure: z.catch(z.enum(["narrow", "medium", "wide"]), "medium"),
  notifications: z.catch(z.boolean(), true),
  /** Times of day in minutes, local; from 22:00 to 07:30. */
  quietFrom: z.catch(z.number().check(z.minimum(0), z.maximum(1439)), 22 * 60),
  quietUntil: z.catch(z.number().check(z.minimum(0), z.maximum(1439)), 7 * 60 + 30),
});

export type Settings = z.infer<typeof settingsSchema>;

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
