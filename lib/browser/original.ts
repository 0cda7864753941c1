import { browser } from "wxt/browser";
import { withoutTracking } from "../feed/tracking.ts";

/** Outside addresses are checked again here, whatever stored them. */
export async function openOriginal(url: string, tab: "front" | "background"): Promise<void> {
  const { protocol } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return;
  await browser.tabs.create({ url: withoutTracking(url), active: tab === "front" });
}
