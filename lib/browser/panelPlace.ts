import { browser } from "wxt/browser";

/** What the panel of a window shows: the end of an address from its `#` on, and where its list is scrolled to. */
export type PanelPlace = { hash: string; top: { id: number; sortAt: number; offset: number } | null };

const keyOf = (windowId: number) => `panel:${windowId}`;

/** Forgotten when the browser is closed. */
export async function keepPanelPlace(windowId: number, place: PanelPlace): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: place });
}

export async function readPanelPlace(windowId: number): Promise<PanelPlace | null> {
  const key = keyOf(windowId);
  // Nobody else writes into this area under that key.
  return ((await browser.storage.session.get(key))[key] as PanelPlace | undefined) ?? null;
}
