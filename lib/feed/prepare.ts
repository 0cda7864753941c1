import {
  type Assembly,
  endItem,
  finish,
  markSafe,
  type Opened,
  type Prepared,
  replace,
  startAssembly,
  startItem,
} from "./assembly.ts";
import { fitTag, isReserved } from "./fitTag.ts";
import { marked } from "./leaves.ts";
import { ITEM_TAGS, NESTING_LEVELS, SHORT_NAMES, SHORT_TEXT_LENGTH } from "./limits.ts";
import { asAtomLink, asCategory, underKnownName } from "./otherNames.ts";
import type { XmlFormat } from "./parse.ts";
import { takeLeaf } from "./takeLeaf.ts";
import { hasUsualNames } from "./usualNames.ts";
import { closingTag, localName, nextTag, type Tag } from "./xml.ts";

/**
 * Makes a feed in XML fit for the parser, reading each tag once, from the root on: items apart, tags balanced and not
 * too deep, names harmless, Markdown set aside untouched (the parser would trim it and strip the comments of its code
 * samples), and what breaks off cut. Whatever stands before and after the root element is left behind.
 */
export function prepareXml(xml: string, format: XmlFormat, root: Tag): Prepared {
  const work = startAssembly(xml, format, root);
  let tag: Tag | null = root;
  while (tag !== null) {
    const next: number = tag.isClosing ? close(work, tag) : open(work, tag);
    if (work.stack.length === 0 || countTag(work) > ITEM_TAGS) break;
    tag = work.item !== null && work.itemTags > ITEM_TAGS ? endOfItem(work, next) : nextTag(xml, next);
    if (tag !== null && tag.start - next > SHORT_TEXT_LENGTH) leaveOutIfShort(work, next, tag.start);
  }
  return finish(work);
}

/** Long text where only a name or nothing belongs: the parser would make millions of attributes or keywords of it. */
function leaveOutIfShort(work: Assembly, from: number, to: number): void {
  const name = localName(work.stack.at(-1)?.name ?? "");
  if (work.textLevel === -1 && SHORT_NAMES.has(name)) replace(work, from, to, "");
}

/** An item of too many tags will be dropped, so that only where it ends matters. */
function endOfItem({ xml, stack, parents }: Assembly, from: number): Tag | null {
  const names = new Set(stack.slice(0, parents.length + 1).map((opened) => opened.name));
  let tag = nextTag(xml, from);
  while (tag !== null && !(tag.isClosing && names.has(tag.name))) tag = nextTag(xml, tag.end);
  return tag;
}

/** Counts a tag where it stands. Only between items is there no way on past too many: an item can be dropped. */
function countTag(work: Assembly): number {
  if (work.item === null) return work.frameTags++;
  if (work.textLevel === -1) work.itemTags++;
  return 0;
}

/** Takes in an opening tag and returns where to read on. */
function open(work: Assembly, tag: Tag): number {
  const local = localName(tag.name);
  if (work.item === null && work.stack.length <= 2 && local === ITEM_NAMES[work.format]) startItem(work, tag.start);
  if (work.format === "rdf" && local === "items" && work.item === null) return leaveOut(work, tag);
  if (local === "markdown" && local !== tag.name && !tag.isEmpty) return setAside(work, tag);
  if (tag.name === "itunes:category" && isOfItem(work)) return sayCategory(work, tag);
  const leafEnd = isInItem(work) ? takeLeaf(work, tag) : null;
  if (leafEnd !== null) return leafEnd;
  if (!tag.isEmpty && work.stack.length >= NESTING_LEVELS) return flatten(work, tag);
  if (!tag.isEmpty && NEVER_CLOSED.has(tag.name)) return closeAtOnce(work, tag);
  const written = writeTag(work, tag);
  if (tag.isEmpty) {
    if (work.item !== null && work.stack.length === work.parents.length) endItem(work, tag.end);
    return tag.end;
  }
  if (work.textLevel === -1 && VERBATIM.has(tag.name)) work.textLevel = work.stack.length;
  work.stack.push({ name: tag.name, tag: written });
  if (work.item === null && work.stack.length <= 2) markSafe(work, tag.end);
  return tag.end;
}

/** RSS 1.0's table of contents: items that it forgets would be lost, and looking each one up is quadratic. */
function leaveOut(work: Assembly, tag: Tag): number {
  const end = tag.isEmpty ? tag.end : (closingTag(work.xml, tag)?.end ?? work.xml.length);
  replace(work, tag.start, end, "");
  return end;
}

function setAside(work: Assembly, tag: Tag): number {
  const end = closingTag(work.xml, tag);
  if (end === null) return work.xml.length;
  const place = work.markdown.push(work.xml.slice(tag.end, end.start)) - 1;
  replace(work, tag.end, end.start, String(place));
  return end.end;
}

/** To the parser a tag without an end tag would swallow what follows it. In a text element it is not looked at. */
function closeAtOnce(work: Assembly, tag: Tag): number {
  if (work.textLevel === -1) replace(work, tag.end - 1, tag.end, "/>");
  return tag.end;
}

/** The end tag of such a category then closes nothing, and goes as any other does. */
function sayCategory(work: Assembly, tag: Tag): number {
  work.left.add("category");
  replace(work, tag.start, tag.end, asCategory(work.xml.slice(tag.start, tag.end)) ?? "");
  return tag.end;
}

/** Drops a tag that lies too deep, and keeps what is in it. */
function flatten(work: Assembly, tag: Tag): number {
  if (work.overflow === 0) work.repairs.push("tooDeep");
  work.overflow++;
  replace(work, tag.start, tag.end, "");
  return tag.end;
}

/** Takes in a closing tag and returns where to read on. */
function close(work: Assembly, tag: Tag): number {
  const level = levelOf(work, tag);
  const closesItem = work.item !== null && level !== -1 && level <= work.parents.length;
  if (work.overflow > 0 && !closesItem) {
    work.overflow--;
    replace(work, tag.start, tag.end, "");
    return tag.end;
  }
  if (level !== work.stack.length - 1) balance(work, tag, level);
  if (level === -1) return tag.end;
  work.stack.length = level;
  if (level <= work.textLevel) work.textLevel = -1;
  if (closesItem) work.overflow = 0;
  // The element around an item may end where the item never did: what there is of it may be all there is.
  if (closesItem && level < work.parents.length) endItem(work, tag.start);
  writeTag(work, tag);
  if (closesItem && level === work.parents.length) endItem(work, tag.end);
  else if (work.item === null && level <= 2) markSafe(work, tag.end);
  return tag.end;
}

/** Of what a closing tag closes: nearly always the innermost element. -1 where it closes nothing. */
function levelOf({ stack }: Assembly, { name }: Tag): number {
  return stack.at(-1)?.name === name ? stack.length - 1 : stack.findLastIndex((opened) => opened.name === name);
}

/**
 * Closes what should have been closed before this tag, or drops the tag if it closes nothing: to the parser any end tag
 * ends the innermost element. In a text element, which it takes as it is, nothing is touched.
 */
function balance(work: Assembly, tag: Tag, level: number): void {
  const text = work.textLevel;
  if (level === -1 && text === -1) replace(work, tag.start, tag.end, "");
  if (level === -1 || (text !== -1 && text <= level)) return;
  const unclosed = work.stack.slice(level + 1, text === -1 ? undefined : text + 1);
  replace(work, tag.start, tag.start, unclosed.map(endTagOf).reverse().join(""));
}

function endTagOf({ tag }: Opened): string {
  return `</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ""}>`;
}

/** Copies a tag, changed where the parser would choke on it. Returns it as written. */
function writeTag(work: Assembly, tag: Tag): string {
  const source = work.xml.slice(tag.start, tag.end);
  if (!tag.isClosing && isReserved(tag.name)) work.repairs.push("reservedTagName");
  const known = isOfItem(work) ? underKnownName(source, tag) : source;
  const fit = fitTag(work.format === "atom" ? asAtomLink(known) : known, tag, work.prefix);
  const fitting =
    work.item !== null && work.stack.length === work.parents.length && !tag.isClosing
      ? marked(fit, work.items.length)
      : fit;
  work.isUsual &&=
    !source.includes("xmlns") || hasUsualNames(source, { format: work.format, isRoot: work.stack.length === 0 });
  // An unchanged tag is copied later, with the text around it.
  if (fitting !== source) replace(work, tag.start, tag.end, fitting);
  return fitting;
}

/** True where the tags of an RSS item's own elements stand, which its publisher may have named as he liked. */
function isOfItem(work: Assembly): boolean {
  return work.format !== "atom" && isInItem(work);
}

function isInItem({ item, stack, parents }: Assembly): boolean {
  return item !== null && stack.length === parents.length + 1;
}

const ITEM_NAMES: Record<XmlFormat, string> = { rss: "item", rdf: "item", atom: "entry" };

/** The parser takes the text of these as it is, tags and all. */
const VERBATIM = new Set(["content", "summary", "title", "subtitle", "description", "content:encoded"]);

/** Tags that HTML written into a feed without escaping leaves open. */
const NEVER_CLOSED = new Set(["br", "hr", "img", "input", "wbr", "meta"]);
