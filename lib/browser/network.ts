import { isPrivateAddress } from "../feed/privateAddress.ts";
import type { RefreshDeps } from "../refresh/refresh.ts";
import { localNoon } from "../refresh/zone.ts";
import { homeFeedUrl, site } from "../site.ts";
import { packagedAddress } from "./edition.ts";
import { mayFetch } from "./permissions.ts";

const HOME_HOSTS = [homeFeedUrl, site.homeUrl].map((url) => new URL(url).host);

/** Network, clock and chance as the browser has them, for the background and for the page that looks for feeds. */
export const network: Omit<RefreshDeps, "db"> = {
  fetch: (url, init) => fetch(packagedAddress(url) ?? url, init),
  mayFetch: async (url) => packagedAddress(url) !== null || mayFetch(url),
  // The home site is the publisher's word, and may be a company's own.
  isPrivate: (url) => isPrivateAddress(url) && !HOME_HOSTS.includes(new URL(url).host),
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  localNoon,
};
