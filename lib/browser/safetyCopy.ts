import { browser } from "wxt/browser";
import type { FeedRecord } from "../db/feedRecord.ts";

const KEY = "sources";

/** Other extensions' readers did lose their store: who is followed lies beside it too. */
export const keepSources = (records: FeedRecord[]): Promise<void> => browser.storage.local.set({ [KEY]: records });

export async function keptSources(): Promise<FeedRecord[]> {
  // Only the function above writes it.
  return ((await browser.storage.local.get(KEY))[KEY] as FeedRecord[] | undefined) ?? [];
}
