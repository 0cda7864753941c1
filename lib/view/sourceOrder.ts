import { HOME_FEED } from "../db/feeds.ts";
import type { Feed } from "../model.ts";

/** As the reader put them; behind those the home source, then the others by name. */
export function inSourceOrder(feeds: Feed[], locale: string): Feed[] {
  const collator = new Intl.Collator(locale);
  const isHome = (feed: Feed) => Number(feed.id === HOME_FEED);
  return feeds.toSorted((a, b) => byPlace(a, b) || isHome(b) - isHome(a) || collator.compare(a.title, b.title));
}

/** Not a number, and so no difference, where neither has a place. */
export const byPlace = (a: Pick<Feed, "order">, b: Pick<Feed, "order">): number =>
  (a.order ?? Infinity) - (b.order ?? Infinity);
