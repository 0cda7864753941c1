import { browser } from "wxt/browser";

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
