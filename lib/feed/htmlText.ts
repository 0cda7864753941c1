import { decodeEntities, type TextPiece, textPiecesOf } from "./html.ts";
import { BLOCK_NAMES, INLINE_NAMES } from "./htmlNames.ts";

/** The text of HTML with a line break between blocks, white space folded as a browser would. */
export const textOf = (html: string): string => joined(tidyPiecesOf(html) ?? textPiecesOf(html));

export function joined(pieces: TextPiece[]): string {
  const lines = [""];
  for (const piece of pieces) {
    if (piece === null) lines.push("");
    else lines[lines.length - 1] += piece;
  }
  return lines
    .map((line) => line.replace(/\s{2,}|[^\S ]/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * The same pieces as the parser's, at a fraction of its cost; null where not every tag is a usual one, well formed and
 * closed in its order. Most articles are so tidy.
 */
export function tidyPiecesOf(html: string): TextPiece[] | null {
  const pieces: TextPiece[] = [];
  const open: string[] = [];
  for (let at = 0; ; at = TAG.lastIndex) {
    const end = html.indexOf("<", at);
    const text = html.slice(at, end < 0 ? html.length : end);
    if (OPEN_REFERENCE.test(text)) return null;
    pieces.push(decodeEntities(text));
    if (end < 0) return pieces;
    TAG.lastIndex = end;
    const tag = TAG.exec(html);
    if (tag === null || !isInOrder(tag, open)) return null;
    if (BLOCK_NAMES.has(tag[1] ?? tag[2] ?? "")) pieces.push(null);
  }
}

/** Keeps what is open, the innermost last. */
function isInOrder([, closed, opened = "", slash]: RegExpExecArray, open: string[]): boolean {
  if (closed !== undefined) return open.pop() === closed;
  if (opened === "br" || opened === "img") return true;
  if (slash !== "" || !mayStandIn(open.at(-1), opened)) return false;
  open.push(opened);
  return true;
}

/** HTML lets some tags end the one that they stand in: of these, only what ends none. */
function mayStandIn(parent: string | undefined, name: string): boolean {
  if (INLINE_NAMES.has(name)) return name !== "a" || parent !== "a";
  const isOnItsOwn = parent === undefined || (CONTAINERS.has(parent) && parent !== name);
  return isOnItsOwn && (CONTAINERS.has(name) || LINES.has(name));
}

const CONTAINERS = new Set(["article", "blockquote", "div", "figure", "li", "ol", "section", "ul"]);
const LINES = new Set(["figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"]);

/** A tag as HTML's own rules find its end: `>` may stand in quotes. */
const TAG =
  /<(?:\/([a-z][a-z\d]*)[ \t\r\n\f]*|([a-z][a-z\d]*)(?:[ \t\r\n\f]+[^ \t\r\n\f"'<>/=]+(?:="[^"]*"|='[^']*'|=[^ \t\r\n\f"'<>=`]+)?)*[ \t\r\n\f]*(\/?))>/y;

/** What may be a character reference though no semicolon ends it. */
const OPEN_REFERENCE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)[a-z\d#]/i;
