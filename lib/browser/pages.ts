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

/** Opens an article's own page, without what only tells who sent its reader there. */
export const openOriginal = (url: string, tab: "front" | "background"): Promise<void> =>
  import("./original.ts").then((original) => original.openOriginal(url, tab));
