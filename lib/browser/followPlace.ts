import { browser } from "wxt/browser";

/** Opens the settings where an address is followed. `links`: what its page says of feeds, as HTML. */
export async function openFollow(address: string, links = ""): Promise<void> {
  const asked = new URLSearchParams({ follow: address, ...(links && { links }) });
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html?${asked}#sources`) });
}
