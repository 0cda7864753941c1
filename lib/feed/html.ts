import { Parser } from "htmlparser2";
import { BLOCK_NAMES, HIDDEN_NAMES, HTML_NAMES } from "./htmlNames.ts";
import { withoutC1 } from "./windows1252.ts";

/** The one reader of HTML where there is no DOM. Its results are text and addresses, never markup to be shown. */

/** Null where a block begins or ends. */
export type TextPiece = string | null;

/** The text of any HTML in pieces, with its white space. */
export function textPiecesOf(html: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN_NAMES.has(name)) hidden++;
      if (hidden > 0) return;
      if (BLOCK_NAMES.has(name)) pieces.push(null);
      else if (isNotATag(name)) pieces.push(html.slice(parser.startIndex, parser.endIndex + 1));
    },
    ontext(text) {
      if (hidden === 0) pieces.push(text);
    },
    onclosetag(name) {
      if (HIDDEN_NAMES.has(name)) hidden = Math.max(0, hidden - 1);
      else if (BLOCK_NAMES.has(name)) pieces.push(null);
    },
  });
  parser.end(html);
  return pieces;
}

type TagReader = (name: string, attributes: Record<string, string>, end: number) => boolean;

/**
 * Calls back for each opening tag of HTML, in lower case, with where it ends, until the answer is false; and for each
 * closing one, where that is asked.
 */
export function eachTag(html: string, wantsMore: TagReader, onEnd: (name: string) => void = () => {}): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      // Pausing is this parser's only way to stop early.
      if (!wantsMore(name, attributes, parser.endIndex + 1)) parser.pause();
    },
    onclosetag: onEnd,
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

const decoded = new Map<string, string>();
