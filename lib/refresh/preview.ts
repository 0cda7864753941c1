import type { Item } from "../feed/document.ts";
import { readFeed } from "../feed/read.ts";
import { isSameHost } from "../feed/url.ts";
import type { Found } from "./findFeeds.ts";

/** What following a feed would bring, by the document that told of it: nobody is asked for more. */
export type Preview = {
  /** The newest few, newest first; those without a date last, as the document has them. */
  articles: Previewed[];
  /** Articles in the document. */
  count: number;
  /** An address on each of the other hosts that pictures of its articles lie on, those with most of them first. */
  pictureUrls: string[];
};

export type Previewed = Pick<
  Item,
  "title" | "summary" | "publishedAt" | "publishedDateOnly" | "language" | "direction"
>;

const SHOWN = 5;

/** `now`: dates ahead of it are not believed. */
export function previewOf({ url, outcome }: Found, now: number): Preview {
  const none: Preview = { articles: [], count: 0, pictureUrls: [] };
  if (outcome.kind !== "fetched") return none;
  const document = readFeed(outcome.bytes, { url: outcome.url, contentType: outcome.contentType, now });
  if (document.kind !== "feed") return none;
  return {
    articles: newest(document.items).slice(0, SHOWN),
    count: document.items.length,
    pictureUrls: onOtherHosts(document.items, [url, outcome.url, document.homeUrl ?? url]),
  };
}

const newest = (items: Item[]): Item[] => items.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));

function onOtherHosts(items: Item[], own: string[]): string[] {
  const byHost = new Map<string, string[]>();
  for (const { heroUrl } of items) {
    if (heroUrl === null || own.some((url) => isSameHost(heroUrl, url))) continue;
    const { host } = new URL(heroUrl);
    byHost.set(host, [...(byHost.get(host) ?? []), heroUrl]);
  }
  const most = [...byHost.values()].sort((a, b) => b.length - a.length);
  return most.flatMap(([first]) => first ?? []);
}
