import { fold } from "./fold.ts";

/** What a character means for finding words, as bits, so that a run of characters has the bits of all of them. */
export const SEPARATOR = 1;
/** Part of a word, and folded already. */
export const PLAIN = 2;
/** Folded by putting it in lower case, wherever it stands. */
export const UPPER = 4;
/** Folded by itself into something else. */
export const FOLDS = 8;
/** Folded together with its neighbours, or into more than one word (`½`). */
export const TANGLED = 16;
/** Chinese, Japanese and Korean: written without spaces, or with endings that cling to words. */
export const CJK = 32;
/** Scripts without spaces between words, whose words a dictionary finds. */
export const UNSPACED = 64;

/** The traits of the character at a place of a text; nothing of a pair's second half. */
export function traitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (KNOWN[code] ?? 0) || (code >= 0xd800 && code <= 0xdfff ? traitsOfPair(text, at) : learn(code));
}

/** UTF-16 units of the character at a place. */
export function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** A character by itself, folded. */
export function foldCode(code: number): string {
  const known = FOLDED.get(code);
  if (known !== undefined) return known;
  const folded = fold(String.fromCharCode(code));
  FOLDED.set(code, folded);
  return folded;
}

/** Looking a character up in Unicode's properties is slow; a text asks thousands of times for the same few. */
const KNOWN = new Uint8Array(0x10000);
const FOLDED = new Map<number, string>();

function learn(code: number): number {
  const traits = traitsOf(String.fromCharCode(code));
  KNOWN[code] = traits;
  return traits;
}

function traitsOfPair(text: string, at: number): number {
  const pair = text.codePointAt(at) ?? 0;
  if (pair <= 0xffff) return SEPARATOR;
  const traits = traitsOf(String.fromCodePoint(pair));
  // A pair cannot be folded by its halves.
  return traits & (FOLDS | UPPER) ? traits | TANGLED : traits;
}

function traitsOf(character: string): number {
  const folded = fold(character);
  if (folded !== "" && (!IN_WORD.test(character) || APOSTROPHE_LETTER.test(character))) return SEPARATOR;
  return script(folded) | howFolded(character, folded);
}

function script(folded: string): number {
  if (CJK_SCRIPTS.test(folded)) return CJK;
  return UNSPACED_SCRIPTS.test(folded) ? UNSPACED : 0;
}

function howFolded(character: string, folded: string): number {
  if (folded === "") return FOLDS;
  if (KEPT_MARK.test(character) || CONJOINING.test(character)) return TANGLED;
  if (folded === character) return PLAIN;
  if (!ONE_WORD.test(folded) || APOSTROPHE_LETTER.test(folded)) return TANGLED;
  // The lower case of Σ depends on its place.
  return folded === character.toLowerCase() && character !== "Σ" ? UPPER : FOLDS;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const ONE_WORD = /^[\p{L}\p{M}\p{N}]*$/u;
const KEPT_MARK = /\p{M}/u;
/** Parts of Hangul syllables, and half-width kana, whose voicing is a character of its own. */
const CONJOINING = /[\u1100-\u11FF\u3131-\u318E\uA960-\uA97C\uD7B0-\uD7FB\uFF66-\uFFDC]/;
/** `п'ять` is written with any of them: all part words, as the plain apostrophe does. */
const APOSTROPHE_LETTER = /[\u02B9-\u02BF\u02C8\u02CA\u02CB\uA78B\uA78C]/;
const CJK_SCRIPTS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]/u;
const UNSPACED_SCRIPTS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
