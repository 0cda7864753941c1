import { HOME_FEED, listFeeds } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import { canonicalUrl, isSameSite } from "../feed/url.ts";
import type { Feed, Move } from "../model.ts";

const TIMES_NEEDED = 5;
const DAYS_NEEDED_MS = 7 * 24 * 3_600_000;

type Deps = { db: Db; now: () => number; mayFetch: (url: string) => Promise<boolean> };

/**
 * What a fetch that found the feed at `landedUrl` makes of the row's address. An extension cannot see whether a redirect
 * is for good, so the address is changed when five fetches over a week ended at the same one of the same site. Any other
 * site is only remembered: it may be somebody else's by now. The home feed's address is the publisher's to give.
 */
export async function placeAfter(deps: Deps, feed: Feed, landedUrl: string): Promise<Pick<Feed, "url" | "movedTo">> {
  const movedTo = moveOf(feed, landedUrl, deps.now());
  const isAdopted = movedTo !== null && isProven(movedTo, deps.now()) && (await isAdoptable(deps, feed, landedUrl));
  return isAdopted ? { url: landedUrl, movedTo: null } : { url: feed.url, movedTo };
}

function moveOf({ url, movedTo }: Feed, landedUrl: string, now: number): Move | null {
  if (landedUrl === url) return null;
  if (movedTo?.url !== landedUrl || movedTo.firstAt > now) return { url: landedUrl, firstAt: now, times: 1 };
  return { ...movedTo, times: movedTo.times + 1 };
}

const isProven = (move: Move, now: number): boolean =>
  move.times >= TIMES_NEEDED && now - move.firstAt >= DAYS_NEEDED_MS;

async function isAdoptable({ db, mayFetch }: Deps, feed: Feed, url: string): Promise<boolean> {
  if (feed.id === HOME_FEED || !isSameSite(feed.url, url) || isStepDown(feed.url, url)) return false;
  if (!(await mayFetch(url))) return false;
  const others = (await listFeeds(db)).filter((other) => other.id !== feed.id);
  return others.every((other) => canonicalUrl(other.url) !== canonicalUrl(url));
}

const isStepDown = (from: string, to: string): boolean =>
  new URL(from).protocol === "https:" && new URL(to).protocol !== "https:";
