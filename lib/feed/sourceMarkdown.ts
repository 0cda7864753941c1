import { decodeEntities } from "./html.ts";

/**
 * The Markdown in an element's raw source: CDATA to the letter, entities once elsewhere, and nothing trimmed but blank
 * lines around it, since the first line's indentation may be a code block's.
 */
export function decodeMarkdown(raw: string): string {
  const decoded = raw
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, i) => (i % 2 === 1 ? part : decodeEntities(part.replace(/<!--[\s\S]*?-->/g, ""))))
    .join("");
  return decoded.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
}
