import { browser } from "wxt/browser";

/** `wxt/browser` types Chromium's API; Firefox has a sidebar instead of a side panel. */
type Sidebar = { open(): Promise<void> };
const sidebar = (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

export type Asked = { articleId: number; at: number };

/** Where the popup of a window leaves the article that it asks for. */
export const articleKey = (windowId: number) => `openArticle:${windowId}`;

export async function currentWindowId(): Promise<number> {
  const { id } = await browser.windows.getCurrent();
  return id ?? browser.windows.WINDOW_ID_NONE;
}

/**
 * Opens the side panel of this window, showing an article or the list. Call it first thing in a click: the browser
 * opens the panel only then, so nothing may be awaited before. Rejects where there is no panel.
 */
export async function openPanel(windowId: number, articleId: number | null): Promise<void> {
  const opened = sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
  const asked = articleId === null ? null : ask(windowId, articleId);
  await Promise.all([opened, asked]).catch(async (fault: unknown) => {
    await asked;
    await browser.storage.session.remove(articleKey(windowId));
    throw fault;
  });
}

function ask(windowId: number, articleId: number): Promise<void> {
  const asked: Asked = { articleId, at: Date.now() };
  return browser.storage.session.set({ [articleKey(windowId)]: asked });
}
