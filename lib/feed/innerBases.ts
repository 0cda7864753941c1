import { decodeEntities } from "./html.ts";
import { VOID_NAMES } from "./htmlNames.ts";
import { NESTING_LEVELS } from "./limits.ts";
import { absoluteUrl } from "./url.ts";
import { nextTag, type Tag } from "./xml.ts";

/**
 * XHTML in which elements have an `xml:base` of their own, with the addresses below these made absolute: nothing that
 * reads HTML knows the attribute. Everything else stays as it is.
 */
export function resolveInnerBases(html: string, baseUrl: string): string {
  if (!html.includes("xml:base")) return html;
  const pieces: string[] = [];
  const open: { name: string; base: string | null }[] = [];
  let copied = 0;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.isClosing) {
      const level = open.findLastIndex((element) => element.name === tag?.name);
      if (level !== -1) open.length = level;
      continue;
    }
    const base = baseOf(html, tag, { outer: open.at(-1)?.base ?? null, baseUrl });
    if (base !== null) {
      pieces.push(html.slice(copied, tag.start), withAbsoluteAddresses(html.slice(tag.start, tag.end), base));
      copied = tag.end;
    }
    const hasEnd = !tag.isEmpty && !VOID_NAMES.has(tag.name);
    if (hasEnd && open.length < NESTING_LEVELS) open.push({ name: tag.name, base });
  }
  return pieces.join("") + html.slice(copied);
}

/** Null where the document's own base holds: it is known to whoever reads the addresses. */
function baseOf(html: string, tag: Tag, around: { outer: string | null; baseUrl: string }): string | null {
  const own = OWN_BASE.exec(html.slice(tag.start, tag.end))?.[2];
  if (own === undefined) return around.outer;
  return absoluteUrl(decodeEntities(own), around.outer ?? around.baseUrl) ?? around.outer;
}

function withAbsoluteAddresses(tag: string, base: string): string {
  return tag.replace(ADDRESS, (whole, before: string, _quote, address: string) => {
    const url = address.startsWith("#") ? null : absoluteUrl(decodeEntities(address), base);
    return url === null ? whole : `${before}"${url.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
  });
}

const OWN_BASE = /\sxml:base\s*=\s*(["'])(.*?)\1/i;
const ADDRESS = /(\s(?:href|src|cite|data-src|data-original)\s*=\s*)(["'])(.*?)\2/gi;
