import { canonicalUrl } from "../feed/url.ts";
import type { Feed } from "../model.ts";

/**
 * The host of the page that somebody looks at, where following it can be offered: not while it is unknown what is
 * followed, nor where it is a source's own page, or the source.
 */
export function offerOf(site: { url: string } | null, feeds: Feed[] | undefined): string | null {
  if (site === null || feeds === undefined) return null;
  const page = canonicalUrl(site.url);
  const isFollowed = feeds.some(({ url, homeUrl }) =>
    [url, homeUrl].some((known) => known && canonicalUrl(known) === page),
  );
  return isFollowed ? null : new URL(site.url).host;
}
