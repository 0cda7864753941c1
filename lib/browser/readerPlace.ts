import { browser } from "wxt/browser";

/** Opens the full tab at a place of its own, where the address bar says. */
export async function openReaderAt(
  place: string,
  where: "currentTab" | "newForegroundTab" | "newBackgroundTab",
): Promise<void> {
  const url = `${browser.runtime.getURL("/reader.html")}${place}`;
  if (where === "currentTab") await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === "newForegroundTab" });
}

/** What a notification was about; see `lib/view/address.ts`. */
export function openNoticed(noticed: { articleId: number } | { tag: string | null }): Promise<void> {
  return openReaderAt(placeOf(noticed), "newForegroundTab");
}

function placeOf(noticed: { articleId: number } | { tag: string | null }): string {
  if ("articleId" in noticed) return `#/article/${noticed.articleId}`;
  return noticed.tag === null ? "" : `#/tag/${encodeURIComponent(noticed.tag.toWellFormed())}`;
}
