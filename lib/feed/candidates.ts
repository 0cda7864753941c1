import { eachTag } from "./html.ts";
import { CANDIDATES_KEPT } from "./limits.ts";
import { absoluteUrl } from "./url.ts";

/** The feeds that a web page names in its head, in its order, as absolute addresses. */
export function candidatesIn(html: string, pageUrl: string): string[] {
  const found = new Set<string>();
  let base = pageUrl;
  eachTag(html, (name, attributes) => {
    if (name === "base") base = absoluteUrl(attributes["href"], pageUrl) ?? base;
    const url = name === "link" && isFeedLink(attributes) ? absoluteUrl(attributes["href"], base) : null;
    if (url !== null) found.add(url);
    return found.size < CANDIDATES_KEPT;
  });
  return [...found];
}

function isFeedLink(attributes: Record<string, string>): boolean {
  const rel = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
  return (rel.includes("alternate") && FEED_TYPE.test(attributes["type"] ?? "")) || rel.includes("feed");
}

/** oEmbed and WordPress's REST API are JSON alternates as well, hence no plain `application/json`. */
const FEED_TYPE = /^\s*(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/rss|text\/rss(\+xml)?)\b/i;
