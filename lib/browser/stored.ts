import { browser } from "wxt/browser";
import { changeSettings, settingsOf } from "./settings.ts";

/** Those of a backup, as far as they are sound. */
export const restoreSettings = (stored: unknown): Promise<void> => changeSettings(settingsOf(stored));

/** Everything that lies beside the store. */
export async function eraseStored(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}
