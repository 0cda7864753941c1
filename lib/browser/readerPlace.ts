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
