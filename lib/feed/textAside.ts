import type { Draft } from "./draft.ts";
import type { Tag } from "./xml.ts";

/**
 * Texts of articles are most of a feed, and the plain ones need no parser: a CDATA section that is all there is in its
 * element, text in which nothing but XML's own five characters is escaped, and XHTML in one bare `div`. They are set aside, with a mark in their place that comes back from the parser.
 */
export type Aside = { text: string; end: number };

/** The plain text that follows an opening tag, and where it ends; null where the parser had better read it. */
export function asideAfter(xml: string, tag: Tag): Aside | null {
  const isXhtml = xml.slice(tag.start, tag.end).includes("xhtml");
  const aside = isXhtml ? xhtmlAt(xml, tag) : (sectionAt(xml, tag) ?? escapedAt(xml, tag));
  return aside === null || aside.text === "" ? null : aside;
}

export function markOf(place: number): string {
  return MARK + place;
}

/** Puts the texts into a fresh draft, in the place of their marks. */
export function putBack(draft: Draft, texts: string[]): void {
  for (const { bodies, summaries } of draft.items) {
    for (const text of [...bodies, ...summaries]) {
      if (text.value.startsWith(MARK)) text.value = texts[Number(text.value.slice(MARK.length))] ?? "";
    }
  }
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
  const text = xml.slice(start, end).trim();
  return OTHER_REFERENCE.test(text)
    ? null
    : { text: text.replace(ESCAPED, (escaped) => CHARACTERS.get(escaped) ?? escaped), end };
}

function isClosedAt(xml: string, at: number, name: string): boolean {
  CLOSING.lastIndex = at;
  return CLOSING.exec(xml)?.[1]?.toLowerCase() === name;
}

function xhtmlAt(xml: string, { name, end: from }: Tag): Aside | null {
  BARE_DIV.lastIndex = from;
  if (!BARE_DIV.test(xml)) return null;
  const end = xml.indexOf(`</${name}>`, from);
  const inner = xml.slice(BARE_DIV.lastIndex, end === -1 ? from : end).trimEnd();
  if (!inner.endsWith("</div>") || inner.includes("<!") || inner.includes(`<${name}`)) return null;
  const text = inner.slice(0, -"</div>".length);
  return closesItsDivs(text) ? { text: text.trim(), end } : null;
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

/** No text that XML can hold begins with it. */
const MARK = "\uFFFF";
const SECTION = /\s*<!\[CDATA\[/y;
const ESCAPED = /&(?:lt|gt|amp|quot|apos);/g;
const CHARACTERS = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);
const OTHER_REFERENCE = /&(?!(?:lt|gt|amp|quot|apos);)/;
const CLOSING = /\s*<\/([^\s>]+)\s*>/y;
const BARE_DIV = /\s*<div xmlns=(?:"http:\/\/www\.w3\.org\/1999\/xhtml"|'http:\/\/www\.w3\.org\/1999\/xhtml')>/y;
const DIV = /<(\/?)div\b[^<>]*?(\/?)>/gi;
