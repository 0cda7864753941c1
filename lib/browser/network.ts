import type { RefreshDeps } from "../refresh/refresh.ts";
import { localNoon } from "../refresh/zone.ts";
import { packagedAddress } from "./edition.ts";
import { mayFetch } from "./permissions.ts";

/** Network, clock and chance as the browser has them, for the background and for the page that looks for feeds. */
export const network: Omit<RefreshDeps, "db"> = {
  fetch: (url, init) => fetch(packagedAddress(url) ?? url, init),
  mayFetch: async (url) => packagedAddress(url) !== null || mayFetch(url),
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  localNoon,
};
