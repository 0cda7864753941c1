import {
  type AtomFeed,
  parseAtomFeed,
  parseRdfFeed,
  parseRssFeed,
  type ItunesNs,
  type MediaNs,
  type RdfFeed,
  type RssFeed,
} from "feedsmith";
import type { Prepared, PreparedItem } from "./assembly.ts";
import { type Leaf, markOf, type Marked, putIntoAtom, putIntoRdf, putIntoRss } from "./leaves.ts";

/** The one door of the XML feed parser: here its faults end, and its types begin. */
export type XmlFormat = "rss" | "rdf" | "atom";

export type RssDocument = RssFeed.Feed<string>;
export type RssItem = RssFeed.Item<string>;
export type RdfDocument = RdfFeed.Feed<string>;
export type RdfItem = RdfFeed.Item<string>;
export type AtomDocument = AtomFeed.Feed<string>;
export type AtomEntry = AtomFeed.Entry<string>;
export type AtomText = AtomFeed.Text;
export type AtomLink = AtomFeed.Link<string>;
export type ItemOrFeedMedia = MediaNs.ItemOrFeed;
export type ItunesItem = ItunesNs.Item;

export function parseRss(prepared: Prepared): RssDocument {
  const [feed, items] = parseWhole(prepared, parseRssFeed<string>, (parsed) => parsed.items);
  return { ...feed, items: withLeaves(items, prepared, putIntoRss) };
}

export function parseRdf(prepared: Prepared): RdfDocument {
  const [feed, items] = parseWhole(prepared, parseRdfFeed<string>, (parsed) => parsed.items);
  return { ...feed, items: withLeaves(items, prepared, putIntoRdf) };
}

export function parseAtom(prepared: Prepared): AtomDocument {
  const [feed, items] = parseWhole(prepared, parseAtomFeed<string>, (parsed) => parsed.entries);
  return { ...feed, entries: withLeaves(items, prepared, putIntoAtom) };
}

/** The leaves of each item back in it. An item in which the parser knows nothing but its number is none. */
function withLeaves<Item extends Marked>(
  items: Item[],
  { items: prepared }: Prepared,
  put: (item: Item, leaves: Leaf[]) => void,
): Item[] {
  const leavesOf = new Map(prepared.map((item) => [markOf(item.number), item.leaves]));
  return items.filter((item) => {
    const leaves = leavesOf.get(item.xml?.id ?? "") ?? [];
    put(item, leaves);
    return leaves.length > 0 || Object.keys(item).length > 1 || Object.keys(item.xml ?? {}).length > 1;
  });
}

type Parsing<Feed, Item> = {
  prepared: Prepared;
  parse: (xml: string) => Feed;
  itemsOf: (feed: Feed) => Item[] | undefined;
  /** Calls left for finding out which items are at fault. */
  budget: number;
};

/**
 * Tries the document in one go, or a long one in batches, since what the parser makes of it takes several times its
 * memory; where that throws or loses items, in ever smaller parts, so that a bad item costs itself.
 */
function parseWhole<Feed, Item>(
  prepared: Prepared,
  parse: (xml: string) => Feed,
  itemsOf: (feed: Feed) => Item[] | undefined,
): [feed: Partial<Feed>, items: Item[]] {
  const { before, after, items } = prepared;
  const parsing = { prepared, parse, itemsOf, budget: MOST_CALLS };
  if (items.length > BATCH) {
    const found = batchesOf(items, BATCH).flatMap((batch) => parseApart(parsing, batch));
    return [attempt(parse, before + after) ?? {}, found];
  }
  const whole = attempt(parse, [before, ...items.map((item) => item.xml), after].join("\n"));
  const found = (whole && itemsOf(whole)) ?? [];
  if (whole !== null && found.length >= items.length) return [whole, found];
  const apart = parseApart(parsing, items);
  return [whole ?? attempt(parse, before + after) ?? {}, apart.length > found.length ? apart : found];
}

function parseApart<Feed, Item>(parsing: Parsing<Feed, Item>, items: PreparedItem[]): Item[] {
  const parsed = attempt(parsing.parse, wrap(parsing.prepared, items));
  const found = (parsed && parsing.itemsOf(parsed)) ?? [];
  if (found.length >= items.length || items.length === 1 || parsing.budget-- <= 0) return found;
  const apart = batchesOf(items, Math.ceil(items.length / PARTS)).flatMap((part) => parseApart(parsing, part));
  return apart.length > found.length ? apart : found;
}

function batchesOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** The parser throws for what we would call an empty feed, and for much else; either way it found nothing. */
function attempt<Feed>(parse: (xml: string) => Feed, xml: string): Feed | null {
  try {
    return parse(xml);
  } catch {
    return null;
  }
}

/** The early RSS that puts items beside the channel, or has none, is given one here: the parser wants it. */
function wrap({ parents, format }: Prepared, items: PreparedItem[]): string {
  const xml = items.map((item) => item.xml).join("\n");
  const tags = parents.map((parent) => parent.tag);
  if (format === "rss" && tags.length === 1) return `${tags[0]}<channel>${xml}</channel></rss>`;
  const closing = parents.map((parent) => `</${parent.name}>`).reverse();
  return tags.join("") + xml + closing.join("");
}

/** Items parsed at once: enough that what a call costs does not count. */
const BATCH = 500;
const PARTS = 16;
/** Each costs 2 ms before it has read anything. */
const MOST_CALLS = 200;
