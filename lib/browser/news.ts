import { browser } from "wxt/browser";

/** Raised with each version that has something to tell; the words are `whatsNew` of the messages. */
export const NEWS = 1;

const KEY = "newsSeen";

/** Whether this version tells of something that was not told yet. To who has just installed it, nothing is new. */
export async function hasNews(): Promise<boolean> {
  const { [KEY]: seen } = await browser.storage.local.get(KEY);
  if (typeof seen === "number") return seen < NEWS;
  await markNewsSeen();
  return false;
}

export const markNewsSeen = (): Promise<void> => browser.storage.local.set({ [KEY]: NEWS });
