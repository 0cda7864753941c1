import { browser } from "wxt/browser";
import { THEMES, type Appearance } from "../settings.ts";

/** As they were stored, whatever that is: see `settingsOf`. The first paint waits for no rules that it does not need. */
export async function readStored(): Promise<unknown> {
  return (await browser.storage.local.get("settings")).settings;
}

/** The theme alone, without the rules of the others: the popup needs no more. */
export function themeOf(settings: unknown): Appearance["theme"] {
  const isNamed = typeof settings === "object" && settings !== null && "theme" in settings;
  return THEMES.find((theme) => isNamed && theme === settings.theme) ?? "auto";
}
