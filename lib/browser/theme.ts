import { browser } from "wxt/browser";

export type Theme = (typeof THEMES)[number];

const THEMES = ["auto", "light", "dark", "sepia"] as const;

/** The theme alone, without the settings' schema: the popup paints before that library would be parsed. */
export async function readTheme(): Promise<Theme> {
  const { settings } = await browser.storage.local.get("settings");
  if (typeof settings !== "object" || settings === null || !("theme" in settings)) return "auto";
  return THEMES.find((theme) => theme === settings.theme) ?? "auto";
}
