import { browser } from "wxt/browser";
import { THEMES, type Appearance } from "../settings.ts";

/** The popup's first paint needs the theme alone; `stored` is all that was set, whatever it is: see `settingsOf`. */
export async function readLook(): Promise<[theme: Appearance["theme"], stored: unknown]> {
  const { settings } = await browser.storage.local.get("settings");
  return [themeIn(settings), settings];
}

function themeIn(settings: unknown): Appearance["theme"] {
  if (typeof settings !== "object" || settings === null || !("theme" in settings)) return "auto";
  return THEMES.find((theme) => theme === settings.theme) ?? "auto";
}
