import { browser } from "wxt/browser";

/** The ids of the notifications that are up. */
export async function noticesShowing(): Promise<string[]> {
  return Object.keys(await browser.notifications.getAll());
}

export async function clearNotice(id: string): Promise<void> {
  await browser.notifications.clear(id);
}
