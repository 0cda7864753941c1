import { browser } from "wxt/browser";

/** In `storage.session`, once the browser has a new version. */
export const UPDATE_READY = "updateReady";

/** In `storage.local`, from the end of the old version to the beginning of the new one. */
export type Reopening = {
  tabs: { url: string; windowId: number; index: number; active: boolean; pinned: boolean }[];
  /** What `storage.session` held, which is emptied between them. */
  session: Record<string, unknown>;
};

/** Must be called at each start. Firefox would close the pages at once; they let the new version in: `updating.ts`. */
export function onUpdateAvailable(): void {
  browser.runtime.onUpdateAvailable.addListener(() => void browser.storage.session.set({ [UPDATE_READY]: true }));
}

/** The new version opens again what the old one had open. */
export async function reopenPages(): Promise<void> {
  // Written by the old version, and by nobody else.
  const { reopening } = (await browser.storage.local.get("reopening")) as { reopening?: Reopening };
  if (!reopening) return;
  await browser.storage.local.remove("reopening");
  await browser.storage.session.set(reopening.session);
  for (const tab of reopening.tabs) await browser.tabs.create(tab);
}
