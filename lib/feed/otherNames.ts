import type { XmlFormat } from "./parse.ts";
import type { Tag } from "./xml.ts";

/** What an element of an item is to the parser. */
export function knownNameOf(name: string, format: XmlFormat): string {
  return format === "atom" ? name : (KNOWN_NAMES.get(name) ?? name);
}

/** A tag of an RSS item under the name that the parser knows for what it says; the very same text where it is known. */
export function underKnownName(source: string, tag: Tag): string {
  const known = KNOWN_NAMES.get(tag.name);
  if (known === undefined) return source;
  const start = tag.isClosing ? 2 : 1;
  return source.slice(0, start) + known + source.slice(start + tag.name.length);
}

/** Atom as a writer of RSS would have it, `<link>https://…</link>`: the parser looks only at a link with attributes. */
export function asAtomLink(source: string): string {
  return source === "<link>" ? '<link rel="alternate">' : source;
}

/** iTunes keeps its categories in attributes, and nests them: each as a category of RSS, or null where it has none. */
export function asCategory(source: string): string | null {
  const [, , text = ""] = /\stext\s*=\s*(["'])([^<]*?)\1/.exec(source) ?? [];
  return text === "" ? null : `<category>${text}</category>`;
}

const KNOWN_NAMES = new Map([
  ["body", "content:encoded"],
  ["xhtml:body", "content:encoded"],
  ["fullitem", "content:encoded"],
  ["summary", "atom:summary"],
  ["dc:author", "dc:creator"],
]);
