import { decodeEntities, isNotATag } from "./html.ts";
import { BLOCK_NAMES, HIDDEN_NAMES } from "./htmlNames.ts";
import { closingTag, nextTag, type Tag } from "./xml.ts";

/**
 * The text that HTML opens with, at least so many characters where there are as many. A list needs a line of each
 * article: reading the whole of all of them would cost more than parsing the feed.
 */
export function openingText(html: string, enough: number): string {
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  while (length < enough && at < html.length) {
    const tag = nextTag(html, at);
    const piece = withoutComments(html.slice(at, tag?.start ?? at + LONGEST_PIECE)) + placeOf(html, tag);
    pieces.push(piece);
    length += piece.trim().length;
    at = tag === null ? html.length : endOfHidden(html, tag);
  }
  return decodeEntities(pieces.join("")).trim();
}

/** What stands for a tag in the text: a space between blocks, itself if it is no tag. */
function placeOf(html: string, tag: Tag | null): string {
  if (tag === null) return "";
  if (BLOCK_NAMES.has(tag.name)) return " ";
  return isNotATag(tag.name) && !tag.isClosing ? html.slice(tag.start, tag.end) : "";
}

function endOfHidden(html: string, tag: Tag): number {
  if (tag.isClosing || tag.isEmpty || !HIDDEN_NAMES.has(tag.name)) return tag.end;
  return closingTag(html, tag)?.end ?? html.length;
}

function withoutComments(text: string): string {
  return text.includes("<!--") ? text.replace(/<!--[\s\S]*?(-->|$)/g, "") : text;
}

const LONGEST_PIECE = 8_192;
