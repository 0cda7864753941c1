import type { Tag } from "./xml.ts";

/** A text that needs no parser to be read, trimmed and never empty, and where it ends: before its element's end tag. */
export type Aside = { text: string; end: number };

/** A CDATA section that is all there is in its element, or text in which nothing but XML's own five is escaped. */
export function plainAfter(xml: string, tag: Tag): Aside | null {
  const aside = sectionAt(xml, tag) ?? escapedAt(xml, tag);
  return aside === null || aside.text === "" ? null : aside;
}

/** XHTML in one bare `div`. Its end is looked for up to the next such tag, so that nothing is looked through twice. */
export function xhtmlAfter(xml: string, { name, start, end: from }: Tag): Aside | null {
  BARE_DIV.lastIndex = from;
  if (!BARE_DIV.test(xml) || !xml.startsWith(name, start + 1)) return null;
  const next = xml.indexOf(`<${name}`, from);
  const length = xml.slice(from, next === -1 ? undefined : next).indexOf(`</${name}>`);
  const inner = xml.slice(BARE_DIV.lastIndex, from + length).trimEnd();
  if (length === -1 || !inner.endsWith("</div>") || inner.includes("<!")) return null;
  const text = inner.slice(0, -"</div>".length).trim();
  return text !== "" && closesItsDivs(text) ? { text, end: from + length } : null;
}

/** Text without its five escapes, trimmed; null where it holds others. */
export function plainText(raw: string): string | null {
  const text = raw.trim();
  if (!text.includes("&")) return text;
  if (OTHER_REFERENCE.test(text)) return null;
  const shown = text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'");
  // Last, so that nothing is resolved twice.
  return shown.replaceAll("&amp;", "&");
}

function sectionAt(xml: string, { name, end: from }: Tag): Aside | null {
  SECTION.lastIndex = from;
  if (!SECTION.test(xml)) return null;
  const start = SECTION.lastIndex;
  const end = xml.indexOf("]]>", start);
  const after = end + "]]>".length;
  return end !== -1 && isClosedAt(xml, after, name) ? { text: xml.slice(start, end).trim(), end: after } : null;
}

function escapedAt(xml: string, { name, end: start }: Tag): Aside | null {
  const end = xml.indexOf("<", start);
  if (end === -1 || !isClosedAt(xml, end, name)) return null;
  const text = plainText(xml.slice(start, end));
  return text === null ? null : { text, end };
}

function isClosedAt(xml: string, at: number, name: string): boolean {
  CLOSING.lastIndex = at;
  return CLOSING.exec(xml)?.[1]?.toLowerCase() === name;
}

/** So that the `div` around it is one, and not the first and the last of several. */
function closesItsDivs(text: string): boolean {
  let depth = 0;
  for (const [, slash, empty] of text.matchAll(DIV)) {
    depth += slash === "/" ? -1 : empty === "/" ? 0 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const SECTION = /\s*<!\[CDATA\[/y;
const OTHER_REFERENCE = /&(?!(?:lt|gt|amp|quot|apos);)/;
const CLOSING = /\s*<\/([^\s>]+)\s*>/y;
const BARE_DIV = /\s*<div xmlns=(?:"http:\/\/www\.w3\.org\/1999\/xhtml"|'http:\/\/www\.w3\.org\/1999\/xhtml')>/y;
const DIV = /<(\/?)div\b[^<>]*?(\/?)>/gi;
