import type { AtomEntry, RdfItem, RssItem, XmlFormat } from "./parse.ts";
import { plainAfter, plainText, xhtmlAfter } from "./textAside.ts";
import type { Tag } from "./xml.ts";

/**
 * What a feed parser costs it costs by the tag, and most of an item's elements are plain: a text without children, or a
 * few attributes. These leaves are taken off before the parser sees the item, and put back into what it made of the rest.
 */
export type Leaf = { name: string; text: string; attributes: Attributes; end: number };

type Attributes = Partial<Record<string, string>>;

/** The leaf that a tag opens under this name, with where it ends; null where the parser had better read it. */
export function leafAt(xml: string, tag: Tag, { name, format }: { name: string; format: XmlFormat }): Leaf | null {
  const kind = KINDS[format].get(name);
  if (kind === undefined || tag.isEmpty !== kind.isEmpty) return null;
  const attributes = attributesAt(xml, tag, kind.attributes);
  if (attributes === null) return null;
  if (tag.isEmpty) return attributes === NONE ? null : { name, text: "", attributes, end: tag.end };
  const aside = attributes["type"] === "xhtml" ? xhtmlAfter(xml, tag) : plainAfter(xml, tag);
  return aside === null ? null : { name, text: aside.text, attributes, end: xml.indexOf(">", aside.end) + 1 };
}

export function canBeLeaf(name: string, format: XmlFormat): boolean {
  return KINDS[format].has(name);
}

/** An item's own tag with its number, which the parser passes on in every format; of two such attributes the last. */
export function marked(tag: string, number: number): string {
  const end = tag.length - (tag.endsWith("/>") ? 2 : 1);
  return `${tag.slice(0, end)} xml:id="${markOf(number)}"${tag.slice(end)}`;
}

export type Marked = { xml?: { id?: string } };

export function markOf(number: number): string {
  return `item-${number}`;
}

export const putIntoRss = (item: RssItem, leaves: Leaf[]): void => putBack(RSS, item, leaves);
export const putIntoRdf = (item: RdfItem, leaves: Leaf[]): void => putBack(RDF, item, leaves);
export const putIntoAtom = (entry: AtomEntry, leaves: Leaf[]): void => putBack(ATOM, entry, leaves);

/** `attributes` are those it may have. */
type Kind<Item> = { isEmpty: boolean; attributes: string[]; put: (item: Item, leaf: Leaf) => void };
type Kinds<Item> = Map<string, Kind<Item>>;

/** From the last to the first, each before what is there already: of two titles the first counts, as for the parser. */
function putBack<Item>(kinds: Kinds<Item>, item: Item, leaves: Leaf[]): void {
  for (const leaf of leaves.toReversed()) kinds.get(leaf.name)?.put(item, leaf);
}

/** Null where there are others than these, or one of them is not plain, or there twice. */
function attributesAt(xml: string, tag: Tag, known: string[]): Attributes | null {
  let at = tag.start + "<".length + tag.name.length;
  if (at + ">".length === tag.end) return NONE;
  let attributes = NONE;
  ATTRIBUTE.lastIndex = at;
  for (let found = ATTRIBUTE.exec(xml); found !== null; found = ATTRIBUTE.exec(xml)) {
    at = ATTRIBUTE.lastIndex;
    const name = found[1]?.toLowerCase() ?? "";
    const value = plainText(found[2] ?? found[3] ?? "");
    if (value === null || !known.includes(name) || Object.hasOwn(attributes, name)) return null;
    if (value === "") continue;
    if (attributes === NONE) attributes = {};
    attributes[name] = value;
  }
  return END_OF_TAG.test(xml.slice(at, tag.end)) ? attributes : null;
}

function text<Item>(put: (item: Item, text: string, leaf: Leaf) => void, attributes: string[] = []): Kind<Item> {
  return { isEmpty: false, attributes, put: (item, leaf) => put(item, leaf.text, leaf) };
}

function empty<Item>(put: (item: Item, leaf: Leaf) => void, attributes: string[]): Kind<Item> {
  return { isEmpty: true, attributes, put };
}

/** Puts a value before those that are there. */
function before<T>(value: T, list: T[] | undefined): T[] {
  return list === undefined ? [value] : [value, ...list];
}

function textConstruct({ text: value, attributes }: Leaf) {
  const type = attributes["type"];
  const base = attributes["xml:base"];
  const lang = attributes["xml:lang"];
  const xml = { ...(base !== undefined && { base }), ...(lang !== undefined && { lang }) };
  return { value, ...(type !== undefined && { type }), ...((base ?? lang) !== undefined && { xml }) };
}

function guid({ text: value, attributes }: Leaf): NonNullable<RssItem["guid"]> {
  const said = attributes["ispermalink"]?.toLowerCase();
  return said === "true" || said === "false" ? { value, isPermaLink: said === "true" } : { value };
}

type Core = Pick<RssItem & RdfItem & AtomEntry, "dc">;

const DUBLIN_CORE: Kinds<Core> = new Map([
  ["dc:creator", text((item, name) => ((item.dc ??= {}).creators = before(name, item.dc.creators)))],
  ["dc:subject", text((item, name) => ((item.dc ??= {}).subjects = before(name, item.dc.subjects)))],
  ["dc:date", text((item, date) => ((item.dc ??= {}).dates = before(date, item.dc.dates)))],
]);

const RDF: Kinds<RdfItem> = new Map<string, Kind<RdfItem>>([
  ...DUBLIN_CORE,
  ["title", text((item, value) => (item.title = value))],
  ["link", text((item, value) => (item.link = value))],
  ["description", text((item, value) => (item.description = value))],
  ["content:encoded", text((item, encoded) => (item.content = { encoded }))],
]);

const RSS: Kinds<RssItem> = new Map<string, Kind<RssItem>>([
  ...DUBLIN_CORE,
  ["title", text((item, value) => (item.title = value))],
  ["link", text((item, value) => (item.link = value))],
  ["description", text((item, value) => (item.description = value))],
  ["content:encoded", text((item, encoded) => (item.content = { encoded }))],
  ["guid", text((item, _value, leaf) => (item.guid = guid(leaf)), ["ispermalink"])],
  ["pubdate", text((item, value) => (item.pubDate = value))],
  ["comments", text((item, value) => (item.comments = value))],
  ["category", text((item, name) => (item.categories = before({ name }, item.categories)), ["domain"])],
]);

const CONSTRUCT = ["type", "xml:base", "xml:lang"];

const ATOM: Kinds<AtomEntry> = new Map<string, Kind<AtomEntry>>([
  ...DUBLIN_CORE,
  ["title", text((entry, _value, leaf) => (entry.title = textConstruct(leaf)), CONSTRUCT)],
  ["summary", text((entry, _value, leaf) => (entry.summary = textConstruct(leaf)), CONSTRUCT)],
  ["content", text((entry, _value, leaf) => (entry.content = textConstruct(leaf)), CONSTRUCT)],
  ["id", text((entry, value) => (entry.id = value))],
  ["published", text((entry, value) => (entry.published = value))],
  ["updated", text((entry, value) => (entry.updated = value))],
  [
    "link",
    empty(
      (entry, { attributes }) => (entry.links = before(attributes, entry.links)),
      ["href", "rel", "type", "hreflang", "title"],
    ),
  ],
  [
    "category",
    empty(
      (entry, { attributes }) => (entry.categories = before(attributes, entry.categories)),
      ["term", "scheme", "label"],
    ),
  ],
]);

const KINDS: Record<XmlFormat, Pick<Kinds<never>, "get" | "has">> = { rss: RSS, rdf: RDF, atom: ATOM };
const ATTRIBUTE = /\s+([\w:]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END_OF_TAG = /^\s*\/?>$/;
const NONE: Attributes = {};
