import { textOfBody } from "./body.ts";
import type { Item } from "./document.ts";
import { hashText } from "./hash.ts";
import { GUID_LENGTH } from "./limits.ts";
import { canonicalUrl } from "./url.ts";

/**
 * Who an item is, across refreshes: keys that start with the feed's id, best first. The first is its identity, the
 * others are aliases that find it again when a publisher changes its guids. Never a date alone, never a position: both
 * change when nothing else does.
 */
export function articleKeys(feedId: string, item: Item): string[] {
  const guid = item.guid?.trim() ?? "";
  const keys: string[] = [];
  if (guid !== "") keys.push(`g:${comparableGuid(guid)}`);
  if (item.url !== null) keys.push(`u:${comparableLink(item.url)}`);
  if (keys.length === 0) keys.push(contentKey(item));
  return keys.map((key) => `${feedId} ${key}`);
}

export type KeyedItem = { item: Item; keys: string[]; hash: string };

/**
 * The items of one document with first keys that no two of them share, whatever their order. Items that share an
 * identity all have their link, and if need be their title, added to it; the bare one stays behind as an alias. One that
 * repeats identity, link and title is the same item again, and dropped.
 */
export function itemsWithKeys(feedId: string, items: Item[]): KeyedItem[] {
  const known = items.map((item) => ({ item, keys: articleKeys(feedId, item) }));
  const uses = countUses(known.flatMap(({ keys }) => keys));
  const linkUses = countUses(known.map(({ item, keys: [primary = ""] }) => withLink(primary, item)));
  const taken = new Set<string>();
  return known.flatMap(({ item, keys: [primary = "", ...aliases] }) => {
    const isShared = uses.get(primary) !== 1;
    const linked = withLink(primary, item);
    const ownKey = linkUses.get(linked) === 1 ? linked : `${linked}|${hashText(item.title)}`;
    const key = isShared ? ownKey : primary;
    if (taken.has(key)) return [];
    taken.add(key);
    // A link that several items share identifies none of them.
    const own = aliases.filter((alias) => uses.get(alias) === 1);
    return [{ item, keys: isShared ? [key, ...own, primary] : [key, ...own], hash: contentHash(item) }];
  });
}

const withLink = (primary: string, item: Item): string => `${primary}|${item.url ?? ""}`;

/** Changes when what people read changes: the words of title and text, and the link; not markup or white space. */
export function contentHash(item: Item): string {
  return hashText(
    [item.title, item.body === null ? item.summary : textOfBody(item.body), item.url ?? ""].map(folded).join("\n"),
  );
}

/** Opaque to the letter, but a guid that is an address survives the site's move to https. */
function comparableGuid(guid: string): string {
  const comparable = guid.replace(/^https?:\/\//i, "//");
  return comparable.length <= GUID_LENGTH ? comparable : hashText(comparable);
}

/** With its fragment: a page of many entries tells them apart by it. */
const comparableLink = (url: string): string => canonicalUrl(url) + new URL(url).hash;

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
