/** Elements whose paragraphs are not the article's own run of text. */
export const SUBORDINATE = "li, blockquote, table, figure, dl, details, aside";

/** Elements that begin a line of their own: what stands in two of them does not read as one. */
export const BLOCK =
  "p, li, h1, h2, h3, h4, h5, h6, blockquote, div, pre, td, th, dt, dd, figcaption, caption, summary, section, article, aside, header, footer";

/** Where the article's blocks stand: inside the wrappers that hold everything. */
export function mainBlock(fragment: DocumentFragment): ParentNode & Node {
  let block: ParentNode & Node = fragment;
  for (;;) {
    const nodes: Node[] = [...block.childNodes].filter((node) => !isBlank(node));
    const only = nodes.length === 1 ? block.firstElementChild : null;
    if (!only || !/^(?:div|article|section)$/.test(only.localName)) return block;
    block = only;
  }
}

/** True where no words but those of `passed` stand before the block; pictures and their captions are no words. */
export function isNothingBefore(root: Node, block: Element, passed: Element | null = null): boolean {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (block.contains(text)) return true;
    if (!isBlank(text) && !passed?.contains(text) && !text.parentElement?.closest("figure")) return false;
  }
  return true;
}

/** True where words or pictures come after the block. */
export function followingText(root: Node, block: Element): boolean {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  nodes.currentNode = block;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (block.contains(node) || node.parentElement?.closest("[data-role]")) continue;
    if (node instanceof Element ? node.localName === "img" : !isBlank(node)) return true;
  }
  return false;
}

/** A paragraph of bold text and nothing else, but for a colon behind it. */
export function isBoldOnly(paragraph: Element): boolean {
  return (paragraph.textContent ?? "").trim() !== "" && [...paragraph.childNodes].every(isBold);
}

function isBold(node: Node): boolean {
  if (!(node instanceof Element)) return /^[\s:：]*$/.test(node.textContent ?? "");
  if (/^(?:strong|b)$/.test(node.localName)) return true;
  return /^(?:em|i|u|span)$/.test(node.localName) && node.childNodes.length > 0 && [...node.childNodes].every(isBold);
}

/** Takes a block away, and the wrappers that then hold nothing. */
export function removeBlock(block: Element): void {
  const parent = block.parentElement;
  block.remove();
  const isEmpty = parent !== null && isBlank(parent) && parent.querySelector("img, hr, table") === null;
  if (isEmpty && /^(?:div|header|hgroup|section)$/.test(parent.localName)) removeBlock(parent);
}

export const isBlank = (node: Node): boolean => (node.textContent ?? "").trim() === "";
