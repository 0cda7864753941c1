import { isBlank, removeBlock } from "./blocks.ts";

const TAGS_LINE = /^(?:tags?|keywords?)\s*[:：]\s*(\S.*)$/i;
const END_LINE = /^\[\s*((?:the\s+)?end(?:s|\s+of\s+[\p{L}\s]{1,30})?)\s*\]$/iu;
const LONGEST_KEYWORD = 60;

/**
 * Reads the text from its end: closing rules go, a line of tags becomes the keywords that are returned, a bracketed
 * "[End of …]" loses its brackets and is marked with `data-role="end"`. The first other thing ends the reading.
 */
export function takeEnding(root: ParentNode & Node): string[] {
  let keywords: string[] = [];
  let isLast = true;
  for (const node of [...root.childNodes].reverse()) {
    if (!(node instanceof Element)) {
      if (isBlank(node)) continue;
      break;
    }
    const text = node.textContent.replace(/\s+/g, " ").trim();
    const tags = keywords.length === 0 && isPlainLine(node) ? keywordsOf(text) : [];
    const end = isLast && isPlainLine(node) ? END_LINE.exec(text)?.[1] : undefined;
    if (tags.length > 0) keywords = tags;
    else if (end !== undefined) markEnd(node, end);
    else if (node.localName !== "hr" || !isLast) break;
    if (end === undefined) removeBlock(node);
    else isLast = false;
  }
  return keywords;
}

/** A line with a link stays: its words can be followed. */
const isPlainLine = (node: Element): boolean => node.localName === "p" && node.querySelector("a, img, br") === null;

function keywordsOf(line: string): string[] {
  const list = TAGS_LINE.exec(line)?.[1] ?? "";
  const words = list.split(/[,;、،，·|]/).map((word) => word.trim().replace(/^#|\.$/g, ""));
  return words.every((word) => word.length <= LONGEST_KEYWORD) ? words.filter((word) => word !== "") : [];
}

function markEnd(node: Element, text: string): void {
  node.textContent = text;
  node.setAttribute("data-role", "end");
}
