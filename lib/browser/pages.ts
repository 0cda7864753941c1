import { browser } from "wxt/browser";

/** Opens an article, or the list, in the full tab. */
export async function openReaderTab(articleId: number | null): Promise<void> {
  const place = articleId === null ? "" : `#/article/${articleId}`;
  await browser.tabs.create({ url: `${browser.runtime.getURL("/reader.html")}${place}` });
}

export async function openSettings(part?: "storage" | "keyboard"): Promise<void> {
  if (part) await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${part}`) });
  else await browser.runtime.openOptionsPage();
}

/** Opens an article's own page. Outside addresses are checked again here, whatever stored them. */
export async function openOriginal(url: string, tab: "front" | "background"): Promise<void> {
  const { protocol } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return;
  await browser.tabs.create({ url, active: tab === "front" });
}

/** Whether someone can see the panel or the full tab now. Chromium's worker and Firefox's page look in their own ways. */
export async function isReaderVisible(): Promise<boolean> {
  const isReader = (url: string) => /\/(sidepanel|reader)\.html/.test(new URL(url).pathname);
  if (import.meta.env.FIREFOX) {
    // Typed as a bare window; these are the documents of our own pages.
    const views = browser.extension.getViews() as unknown as { document: Document }[];
    return views.some(({ document }) => isReader(document.URL) && document.visibilityState === "visible");
  }
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.some((page) => isReader(page.url) && page.visibilityState === "visible");
}

type WindowPage = { url: string; visibilityState: DocumentVisibilityState };

/** The type library knows this scope as a window's; in Chromium the background is a service worker. */
const worker = globalThis as unknown as {
  clients: { matchAll(query: { type: "window"; includeUncontrolled: boolean }): Promise<WindowPage[]> };
};
