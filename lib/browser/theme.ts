import { browser } from "wxt/browser";
import { DEFAULTS, THEMES, type Appearance } from "../settings.ts";

/** The theme alone, without the settings' schema: the popup paints before that library would be parsed. */
export async function readTheme(): Promise<Appearance["theme"]> {
  const { settings } = await browser.storage.local.get("settings");
  if (typeof settings !== "object" || settings === null || !("theme" in settings)) return DEFAULTS.theme;
  return THEMES.find((theme) => theme === settings.theme) ?? DEFAULTS.theme;
}
