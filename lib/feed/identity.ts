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
  if (item.url !== null) keys.push(`u:${canonicalUrl(item.url)}`);
  if (keys.length === 0) keys.push(contentKey(item));
  return keys.map((key) => `${feedId} ${key}`);
}

/**
 * The items of one document with keys that no two of them share. An item that repeats another's identity keeps it with
 * its link or title added; one that repeats guid, link and title is the same item again, and dropped.
 */
export function itemsWithKeys(feedId: string, items: Item[]): { item: Item; keys: string[] }[] {
  const known = items.map((item) => ({ item, keys: articleKeys(feedId, item) }));
  const uses = countUses(known.flatMap(({ keys }) => keys));
  const taken = new Map<string, Item>();
  return known.flatMap(({ item, keys: [primary = "", ...aliases] }) => {
    const key = freeKey(primary, item, taken);
    if (key === null) return [];
    taken.set(key, item);
    // A link that several items share identifies none of them.
    return [{ item, keys: [key, ...aliases.filter((alias) => uses.get(alias) === 1)] }];
  });
}

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

function freeKey(primary: string, item: Item, taken: Map<string, Item>): string | null {
  const first = taken.get(primary);
  if (first === undefined) return primary;
  if (first.url === item.url && first.title === item.title) return null;
  const byLink = item.url === null || item.url === first.url ? null : `${primary}|${item.url}`;
  if (byLink !== null && !taken.has(byLink)) return byLink;
  const byTitle = `${byLink ?? primary}|${hashText(item.title)}`;
  return taken.has(byTitle) ? null : byTitle;
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
