import { browser } from "wxt/browser";
import { currentWindowId } from "./panel.ts";

/** What the panel of a window shows: the end of an address from its `#` on, and where its list is scrolled to. */
export type PanelPlace = { hash: string; top: { id: number; sortAt: number; offset: number; height?: number } | null };

const keyOf = (windowId: number) => `panel:${windowId}`;

/** Forgotten when the browser is closed. */
export async function keepPanelPlace(windowId: number, place: PanelPlace): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: place });
}

/** Of the window that this is asked in. All is asked at once: the first rows wait for it. */
export async function readPanelPlace(): Promise<[windowId: number, place: PanelPlace | null]> {
  const [windowId, session] = await Promise.all([currentWindowId(), browser.storage.session.get(null)]);
  // Nobody else writes into this area under that key.
  return [windowId, (session[keyOf(windowId)] as PanelPlace | undefined) ?? null];
}
