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
