import { browser } from "wxt/browser";

/** `wxt/browser` types Chromium's API; Firefox has a sidebar instead of a side panel. */
type Sidebar = { open(): Promise<void> };
const sidebar = (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

const articleKey = (windowId: number) => `openArticle:${windowId}`;

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
  if (articleId !== null) {
    await browser.storage.session.set({ [articleKey(windowId)]: { articleId, at: Date.now() } });
  }
  await opened;
}

/** For the panel: calls `show` with each article that the popup of this window asks for, the waiting one included. */
export async function onArticleAsked(show: (articleId: number) => void): Promise<void> {
  const key = articleKey(await currentWindowId());
  const take = (asked: unknown) => {
    if (!isAsked(asked)) return;
    show(asked.articleId);
    void browser.storage.session.remove(key);
  };
  browser.storage.session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  const waiting = await browser.storage.session.get(key);
  take(waiting[key]);
}

function isAsked(asked: unknown): asked is { articleId: number } {
  return typeof asked === "object" && asked !== null && "articleId" in asked && typeof asked.articleId === "number";
}
