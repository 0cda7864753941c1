import { TAG_ATTRIBUTES } from "./limits.ts";
import type { Tag } from "./xml.ts";

/**
 * A tag as the parser can take it: without the prefix of RSS's own elements, which it knows only bare; under another
 * name where JavaScript reserves its name; with a bounded number of attributes.
 */
export function fitTag(source: string, tag: Tag, prefix: string): string {
  const bare = prefix !== "" && tag.name.startsWith(prefix) ? withoutPrefix(source, tag, prefix) : source;
  const renamed = isReserved(tag.name) ? bare.replace(/^<\/?/, "$&reserved-") : bare;
  return renamed.length < LONGEST_PLAIN ? renamed : withFewAttributes(renamed);
}

/** The parser throws the whole feed away for a tag of one of these names. */
export function isReserved(name: string): boolean {
  return name === "constructor" || name === "prototype" || name === "__proto__";
}

function withoutPrefix(source: string, tag: Tag, prefix: string): string {
  const nameStart = tag.isClosing ? 2 : 1;
  return source.slice(0, nameStart) + source.slice(nameStart + prefix.length);
}

function withFewAttributes(source: string): string {
  let kept = 0;
  return source.replace(/\s[^\s=<>"']+\s*=\s*("[^"]*"|'[^']*')/g, (whole) => (kept++ < TAG_ATTRIBUTES ? whole : ""));
}

/** UTF-16 units that cannot hold too many attributes. */
const LONGEST_PLAIN = 1_024;
