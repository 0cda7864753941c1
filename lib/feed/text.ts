import type { DraftText } from "./draft.ts";
import { BLOCK_NAMES, HTML_NAMES, INLINE_NAMES, VOID_NAMES } from "./htmlNames.ts";
import { decodeEntities } from "./html.ts";
import { repairMojibake } from "./mojibake.ts";
import { openingText } from "./opening.ts";
import { withoutMarkdown } from "./withoutMarkdown.ts";

/**
 * A title, name or label as plain text, at most so many graphemes. Publishers encode titles once, twice or not at all:
 * markup is taken off and character references decoded exactly once more, so that `Vec<T>` and `AT&T` survive.
 */
export function lineOf(source: DraftText | null, length: number): string {
  if (source === null) return "";
  const raw = source.value.slice(0, LONGEST_LINE);
  return cleanLine(source.type === "text" ? decodeEntities(raw) : textOfLine(raw), length);
}

/** A summary as plain text on one line, at most so many graphemes. */
export function summaryOf(source: DraftText, length: number): string {
  const raw = source.value.slice(0, LONGEST_LINE);
  if (source.type === "text") return cleanLine(raw, length);
  // Somewhat more, since cutting counts graphemes.
  return cleanLine(openingText(source.type === "markdown" ? withoutMarkdown(raw) : source.value, length * 1.2), length);
}

/** Text from outside made fit for one line of ours: repaired, without characters that lie, cut with an ellipsis. */
export function cleanLine(text: string, length: number): string {
  return cut(PLAIN_LINE.test(text) ? text : foldSpace(withoutInvisible(repairMojibake(text))).trim(), length);
}

/** Each white space as one space. The pattern passes over what is one already, which is nearly all there is. */
function foldSpace(text: string): string {
  return text.replace(/ \s+|[^\S ]\s*/g, " ");
}

/** Controls, direction marks and overrides, and tag characters: what can make a text look like another. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => (/[\t-\r\x85]/.test(character) ? " " : ""));
}

function textOfLine(raw: string): string {
  const stripped = decodeEntities(withoutTags(pictured(raw) ?? raw));
  // A title that is nothing but a tag's name speaks of that tag.
  return /\S/.test(stripped) ? stripped : raw;
}

/** What a picture shows, where there is nothing else. */
function pictured(raw: string): string | null {
  const alt = /^\s*<img\b/i.test(raw) ? /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(raw) : null;
  if (alt === null || raw.slice(0, alt.index).includes(">")) return null;
  const isAll = /^[^<>]*>\s*$/.test(raw.slice(alt.index + alt[0].length));
  return isAll ? (alt[1] ?? alt[2] ?? null) : null;
}

function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  const shown = text.replace(/<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, "");
  const names = new Set([...shown.matchAll(TAG)].map((match) => (match[1] + (match[2] ?? "")).toLowerCase()));
  return shown.replace(TAG, (whole, _slash, name: string, attributes: string) =>
    isMarkup(name.toLowerCase(), names, attributes) ? spaceOf(name.toLowerCase()) : whole,
  );
}

/** A lone `<script>` or `<b>` in a title is spoken of; a pair, or one with attributes, is used. */
function isMarkup(name: string, names: Set<string>, attributes: string): boolean {
  if (!HTML_NAMES.has(name)) return false;
  if (VOID_NAMES.has(name) || name === "p") return true;
  if (INLINE_NAMES.has(name) && attributes.includes("=")) return true;
  return names.has(name) && names.has(`/${name}`);
}

function spaceOf(name: string): string {
  return BLOCK_NAMES.has(name) ? " " : "";
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = COMPOSED.test(text.slice(0, length + 1)) ? endOfGrapheme(text, length) : length;
  return end >= text.length ? text : `${text.slice(0, end).trimEnd()}…`;
}

/** Where so many graphemes end. Slow, as is every engine's segmenter. */
function endOfGrapheme(text: string, length: number): number {
  const looked = text.slice(0, length * LONGEST_GRAPHEME);
  let count = 0;
  for (const { index } of new Intl.Segmenter().segment(looked)) {
    if (count++ === length) return index;
  }
  return looked.length;
}

/** UTF-16 units of a line that are looked at; the rest could only be cut again. */
export const LONGEST_LINE = 8_192;
/** UTF-16 units a grapheme may have on average before a text is nothing but stacked marks. */
const LONGEST_GRAPHEME = 8;
/** What can make one grapheme of several UTF-16 units. */
const COMPOSED = /[\p{M}\u0E33\u0EB3\u1100-\u11FF\u200C\u200D\uA960-\uA97C\uD7B0-\uD7FF]|[^\0-\uFFFF]/u;
/** Words of ASCII with one space between them: most names, labels and English titles. Nothing is wrong with these. */
const PLAIN_LINE = /^[!-~]+(?: [!-~]+)*$/;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?\/?)>/gi;
const INVISIBLE = /[\x00-\x1f\x7f-\x9f\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\uDB40[\uDC00-\uDC7F]/g;
