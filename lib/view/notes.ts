import { isBlank, isNothingBefore } from "./blocks.ts";

/** What a link to a note is marked with; the sanitiser lets no role of the feed's through. */
export const NOTE_LINK = 'a[role="doc-noteref"]';

/** Marks the links to notes of this text, which open beside them. A link to any other place in it stays as it is. */
export function markNotes(fragment: DocumentFragment): void {
  const links = fragment.querySelectorAll('a[href^="#"]');
  if (links.length === 0) return;
  const places = new Map([...fragment.querySelectorAll("[id]")].map((element) => [element.id, element]));
  const judged = new Map<Element, Element | null>();
  for (const link of links) {
    const target = placeOf(link, (name) => places.get(name) ?? null);
    if (!target || !isNamedAsNote(link)) continue;
    // Once for each place: thousands of links may lead to one.
    if (!judged.has(target)) judged.set(target, noteAt(target));
    const note = judged.get(target);
    if (!note || !isBefore(link, note)) continue;
    link.setAttribute("role", "doc-noteref");
    link.setAttribute("aria-haspopup", "dialog");
  }
}

/** The words of the note that a marked link leads to: a copy without the way back. Null where there are none. */
export function noteOf(link: Element): DocumentFragment | null {
  const page = link.ownerDocument;
  const target = placeOf(link, (name) => page.getElementById(name));
  const block = target && blockOf(target);
  if (!block) return null;
  const words = page.createDocumentFragment();
  const copy = block.cloneNode(true);
  words.append(...(block.localName === "p" ? [copy] : copy.childNodes));
  for (const back of words.querySelectorAll('a[href^="#"]')) {
    if (!leadsBack(back, block)) continue;
    const isFirst = isNothingBefore(words, back);
    removeLink(back);
    if (isFirst) trimStart(words);
  }
  for (const element of words.querySelectorAll("[id]")) element.removeAttribute("id");
  return isBlank(words) ? null : words;
}

/** Where a link into this text leads, by its name as it is written or as addresses escape it. */
export function placeOf(link: Element, find: (name: string) => HTMLElement | null): HTMLElement | null;
export function placeOf(link: Element, find: (name: string) => Element | null): Element | null;
export function placeOf(link: Element, find: (name: string) => Element | null): Element | null {
  const name = link.getAttribute("href")?.slice(1) ?? "";
  try {
    return find(name) ?? find(decodeURIComponent(name));
  } catch {
    // A stray percent sign: the name stands for itself, and there is no such place.
    return null;
  }
}

function noteAt(target: Element): Element | null {
  const block = blockOf(target);
  return block && isNote(block) ? block : null;
}

const BLOCK = "p, li, dd, td, div, aside, section, article, blockquote";

/** The block that a note's name stands on, in or before. */
function blockOf(target: Element): Element | null {
  if (target.localName === "dt") return target.nextElementSibling?.closest("dd") ?? null;
  const block = target.closest(BLOCK);
  const item = block?.localName === "p" ? block.parentElement?.closest("li, dd") : null;
  return item?.firstElementChild === block ? (item ?? null) : block;
}

/** A number, a letter, a dagger; in brackets or without. */
const LABEL =
  /^[[(]?\s*(?:(?:note|fn|\p{L}{1,2})\.?\s*)?(?:\p{N}{1,5}|[ivxlc]{1,7}|\p{L}|[*†‡§¶#]{1,3})\s*[\])]?\.?$/iu;
const NAME = /(?:foot|end)note|cite|(?:^|[^a-z])(?:fn|ftn|edn|note)(?![a-z])/i;

function isNamedAsNote(link: Element): boolean {
  return LABEL.test(link.textContent.trim()) || NAME.test(link.getAttribute("href") ?? "");
}

/** Its way back comes after it, and a note that refers to itself has nothing to open beside it. */
const isBefore = (link: Element, note: Element): boolean =>
  (link.compareDocumentPosition(note) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINS)) ===
  Node.DOCUMENT_POSITION_FOLLOWING;

const LONGEST_NOTE = 10_000;

/** Not a chapter, and not the list of all notes. */
function isNote(block: Element): boolean {
  if (block.querySelector("h1, h2, h3, h4, h5, h6, li[id]") !== null) return false;
  const texts = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (texts.nextNode() && length <= LONGEST_NOTE) length += texts.currentNode.textContent?.trim().length ?? 0;
  return length > 0 && length <= LONGEST_NOTE;
}

/** By a sign or a number, to a place within a line outside of the note: that is where a reference stands. */
function leadsBack(link: Element, note: Element): boolean {
  const words = link.textContent.trim();
  const isSign =
    LABEL.test(words) || !/\p{L}{2}/u.test(words) || /ref|back|return/i.test(link.getAttribute("href") ?? "");
  const target = placeOf(link, (name) => note.ownerDocument.getElementById(name));
  return isSign && !target?.matches(`${BLOCK}, h1, h2, h3, h4, h5, h6`) && !note.contains(target);
}

/** Takes a link away with what stood around it for its sake only. */
function removeLink(link: Element): void {
  const parent = link.parentElement;
  link.remove();
  if (parent && /^(?:sup|sub|span|b|strong|small)$/.test(parent.localName) && isBlank(parent)) removeLink(parent);
}

/** What was set behind the number that led back: "1. Words" is left with its words. */
function trimStart(words: DocumentFragment): void {
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const trimmed = (text.textContent ?? "").replace(/^[\s.:)\]^]+/, "");
    if (trimmed !== text.textContent) text.textContent = trimmed;
    if (trimmed !== "") return;
  }
}
