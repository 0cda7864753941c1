import { browser } from "wxt/browser";

/** `wxt/browser` types Chromium's API; Firefox has a sidebar instead of a side panel. */
type Sidebar = { open(): Promise<void> };
const sidebar = (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

type Asked = { articleId: number; at: number };

/** A panel that opens later than this was not opened for the article that waits. */
const WAIT_MS = 10_000;

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

/** For the panel: calls `show` with each article that the popup of this window asks for, the waiting one included. */
export async function onArticleAsked(show: (articleId: number) => void): Promise<void> {
  const key = articleKey(await currentWindowId());
  const take = (asked: unknown) => {
    if (!isAsked(asked) || Date.now() - asked.at > WAIT_MS) return;
    show(asked.articleId);
    void browser.storage.session.remove(key);
  };
  browser.storage.session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  const waiting = await browser.storage.session.get(key);
  take(waiting[key]);
}

function isAsked(asked: unknown): asked is Asked {
  if (typeof asked !== "object" || asked === null || !("articleId" in asked) || !("at" in asked)) return false;
  return typeof asked.articleId === "number" && typeof asked.at === "number";
}
