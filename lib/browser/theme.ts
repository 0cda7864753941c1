import { browser } from "wxt/browser";
import { DEFAULTS, THEMES, type Appearance } from "../settings.ts";

/** The theme alone, without the rules of the others: the first paint needs no more. */
export async function readTheme(): Promise<Appearance["theme"]> {
  const { settings } = await browser.storage.local.get("settings");
  if (typeof settings !== "object" || settings === null || !("theme" in settings)) return DEFAULTS.theme;
  return THEMES.find((theme) => theme === settings.theme) ?? DEFAULTS.theme;
}
