import type { Feed } from "../model.ts";
import { textOfBody } from "./bodyText.ts";
import type { Item } from "./document.ts";
import { hashText } from "./hash.ts";
import { GUID_LENGTH } from "./limits.ts";
import { canonicalUrl } from "./url.ts";

/**
 * Who an item is, across refreshes: keys that start with the feed's id, best first. The first is its identity, the
 * others are aliases that find it again when a publisher changes its guids. Never a date alone, never a position: both
 * change when nothing else does.
 */
export function articleKeys(feedId: string, item: Item, identity?: Feed["identity"]): string[] {
  const guid = item.guid?.trim() ?? "";
  const keys: string[] = [];
  if (guid !== "") keys.push(`${feedId} g:${comparableGuid(guid)}`);
  if (item.url !== null) keys.push(linkKey(feedId, item.url));
  if (keys.length === 0) keys.push(`${feedId} ${contentKey(item)}`);
  return identity === "link" ? keys.reverse() : keys;
}

export const linkKey = (feedId: string, url: string): string => `${feedId} u:${comparableLink(url)}`;

/**
 * `link` for a feed whose guids cannot be trusted: at least three items and more than a tenth of one document share
 * theirs. Not where still more share their links: those would tell them apart worse.
 */
export function identityOf(items: Item[]): Feed["identity"] {
  const known = new Map(items.map((item) => [[item.guid, item.url, item.title].join("\n"), item]));
  const sharing = (key: (item: Item) => string | undefined) => {
    const keys = [...known.values()].flatMap((item) => key(item) ?? []);
    const uses = countUses(keys);
    return keys.filter((each) => uses.get(each) !== 1).length;
  };
  const guids = sharing((item) => item.guid?.trim() || undefined);
  const links = sharing((item) => comparableLink(item.url ?? ""));
  return guids >= 3 && guids > items.length / 10 && links < guids ? "link" : undefined;
}

export type KeyedItem = { item: Item; keys: string[]; hash: string };

/**
 * The items of one document with first keys that no two of them share, whatever their order. Items that share an
 * identity all have their link, and if need be their title, added to it; the bare one stays behind as an alias. One that
 * repeats identity, link and title is the same item again, and dropped.
 */
export function itemsWithKeys(feedId: string, items: Item[], identity?: Feed["identity"]): KeyedItem[] {
  const known = items.map((item) => ({ item, keys: articleKeys(feedId, item, identity) }));
  const apart = keysApart(known.map(({ item, keys }) => ({ url: item.url, title: item.title, keys })));
  const taken = new Set<string>();
  return known.flatMap(({ item }, i) => {
    const keys = apart[i] ?? [];
    const [key = ""] = keys;
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ item, keys, hash: contentHash(item) }];
  });
}

type Named = { keys: string[]; url: string | null; title: string };

/** Keys under which no two are found as one, unless link and title are the same too. */
export function keysApart(named: Named[]): string[][] {
  const uses = countUses(named.flatMap(({ keys }) => keys));
  const linked = named.map(({ keys: [primary = ""], url }) => withLink(primary, url));
  const linkUses = countUses(linked);
  return named.map(({ keys: [primary = "", ...aliases], title }, i) => {
    // A link that several items share identifies none of them.
    const own = aliases.filter((alias) => uses.get(alias) === 1);
    if (uses.get(primary) === 1) return [primary, ...own];
    const key = linked[i] ?? "";
    return [linkUses.get(key) === 1 ? key : `${key}|${hashText(title)}`, ...own, primary];
  });
}

export const withLink = (primary: string, url: string | null): string => `${primary}|${url ?? ""}`;

/**
 * Changes with anything that people see of an item. Its dates do not count: some publishers set them anew at each fetch,
 * and every article would be written each time.
 */
export function contentHash(item: Item): string {
  const { guid: _, publishedAt, updatedAt, rawDate, publishedDateOnly, ...seen } = item;
  return hashText(JSON.stringify(seen));
}

/** Opaque to the letter, but a guid that is an address survives the site's move to https. */
function comparableGuid(guid: string): string {
  const comparable = guid.replace(/^https?:\/\//i, "//");
  return comparable.length <= GUID_LENGTH ? comparable : hashText(comparable);
}

/** With its fragment: a page of many entries tells them apart by it. */
export const comparableLink = (url: string): string => canonicalUrl(url) + (URL.parse(url)?.hash ?? "");

function contentKey(item: Item): string {
  if (item.title !== "") return `t:${hashText(`${item.title}|${item.publishedAt ?? item.rawDate ?? ""}`)}`;
  const text = item.body === null ? item.summary : textOfBody(item.body);
  const enclosed = item.enclosures.map((enclosure) => enclosure.url).join(" ");
  return `c:${hashText(folded(text).slice(0, 4_096) || enclosed)}`;
}

function countUses(keys: string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  return uses;
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
