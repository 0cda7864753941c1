import { Parser } from "htmlparser2";
import type { Picture } from "../model.ts";
import { BLOCK_NAMES, HIDDEN_NAMES, HTML_NAMES } from "./htmlNames.ts";
import { absoluteUrl } from "./url.ts";
import { withoutC1 } from "./windows1252.ts";

/** The one reader of HTML where there is no DOM. Its results are text and addresses, never markup to be shown. */

/** The text of HTML with a line break between blocks, white space folded as a browser would. */
export function textOf(html: string): string {
  const pieces: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN_NAMES.has(name)) hidden++;
      if (hidden > 0) return;
      if (BLOCK_NAMES.has(name)) pieces.push("\n");
      else if (isNotATag(name)) pieces.push(html.slice(parser.startIndex, parser.endIndex + 1));
    },
    ontext(text) {
      if (hidden === 0) pieces.push(text.replace(/\s+/g, " "));
    },
    onclosetag(name) {
      if (HIDDEN_NAMES.has(name)) hidden = Math.max(0, hidden - 1);
      else if (BLOCK_NAMES.has(name)) pieces.push("\n");
    },
  });
  parser.end(html);
  return pieces
    .join("")
    .replace(/ *\n[ \n]*/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The pictures of HTML that are worth keeping, each address once, in order. */
export function imagesOf(html: string, baseUrl: string | null): Picture[] {
  const found = new Map<string, Picture>();
  eachImage(html, baseUrl, (picture) => {
    if (!found.has(picture.url)) found.set(picture.url, picture);
    return true;
  });
  return [...found.values()];
}

export function firstImage(html: string, baseUrl: string | null): Picture | null {
  let found: Picture | null = null;
  eachImage(html, baseUrl, (picture) => {
    found = picture;
    return false;
  });
  return found;
}

/** Calls back for each opening tag of HTML, in lower case, until it answers false. */
export function eachTag(html: string, wantsMore: (name: string, attributes: Record<string, string>) => boolean): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      // Pausing is this parser's only way to stop early.
      if (!wantsMore(name, attributes)) parser.pause();
    },
  });
  parser.end(html);
}

/** Turns character references into characters, once. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi, decodeEntity) : text;
}

/** `Vec<T>`: a name in angle brackets that neither HTML nor a custom element nor a namespace accounts for. */
export function isNotATag(name: string): boolean {
  return !HTML_NAMES.has(name) && !/[-:]/.test(name);
}

/** Calls back for each picture until it answers false. */
function eachImage(html: string, baseUrl: string | null, wantsMore: (picture: Picture) => boolean): void {
  const start = html.search(/<img\b/i);
  if (start === -1) return;
  // What comes before the first picture matters only if it could hide it.
  const from = html.lastIndexOf("<!--", start) === -1 ? start : 0;
  eachTag(html.slice(from, from + LONGEST_SOURCE), (name, attributes) => {
    const picture = name === "img" ? pictureOf(attributes, baseUrl) : null;
    return picture === null || wantsMore(picture);
  });
}

function pictureOf(attributes: Record<string, string>, baseUrl: string | null): Picture | null {
  if (isPixel(attributes["width"]) || isPixel(attributes["height"])) return null;
  const lazy = LAZY_SOURCES.map((name) => attributes[name]).find((value) => value !== undefined);
  const url = absoluteUrl(lazy, baseUrl) ?? absoluteUrl(attributes["src"], baseUrl) ?? fromSrcset(attributes, baseUrl);
  return url === null ? null : { url, alt: attributes["alt"]?.trim() ?? "" };
}

/** Pictures of one or two pixels count visits. */
function isPixel(size: string | undefined): boolean {
  return size !== undefined && /^\s*[0-2](px)?\s*$/.test(size);
}

function fromSrcset(attributes: Record<string, string>, baseUrl: string | null): string | null {
  const srcset = attributes["srcset"] ?? attributes["data-srcset"] ?? "";
  return absoluteUrl(srcset.trim().split(/\s+/)[0]?.replace(/,$/, ""), baseUrl);
}

function decodeEntity(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  const text = reference.startsWith("&#") ? decodeNumber(reference) : decodeName(reference);
  // Names are few and recur; numbers are as many as there are characters.
  if (!reference.startsWith("&#") && text !== reference) decoded.set(reference, text);
  return text;
}

/** Numbers 80-9F mean windows-1252, in HTML by rule and in feeds by habit. */
function decodeNumber(reference: string): string {
  const code = Number(reference.slice(2, -1).replace(/^x/i, "0x"));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? withoutC1(String.fromCodePoint(code)) : "\uFFFD";
}

function decodeName(reference: string): string {
  let text = "";
  new Parser({ ontext: (piece) => (text += piece) }).end(reference);
  return text;
}

/** UTF-16 units looked through for pictures: room for one that is written into its address, and some. */
const LONGEST_SOURCE = 262_144;
const decoded = new Map<string, string>();
const LAZY_SOURCES = ["data-src", "data-lazy-src", "data-original", "data-orig-file"];
