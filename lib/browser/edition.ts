import { browser } from "wxt/browser";
import { site } from "../site.ts";

/**
 * Where the bundled edition lies in the package: its articles carry the site's public address, so nothing stored ever
 * points into an installation. Null with a live feed, and for every other address.
 */
export function packagedAddress(url: string): string | null {
  if (site.liveFeedUrl !== null || !url.startsWith(site.homeUrl)) return null;
  return browser.runtime.getURL(`/edition/${url.slice(site.homeUrl.length)}` as "/");
}
