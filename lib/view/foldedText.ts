import { foldCode, sizeAt, TANGLED, traitsAt } from "../search/characters.ts";
import { fold } from "../search/fold.ts";

/** A text as it is compared; `origins` say which character of the text each of its own comes from, null: its own. */
export type FoldedText = { folded: string; origins: number[] | null };

/**
 * Folded as search does it (case, accents, narrow forms), but letter for letter, and with its marks and spaces: curled
 * quotes and dashes as they are typed, any run of spaces as one.
 */
export function foldText(text: string): FoldedText {
  // Nothing to do for most texts but to put them in lower case.
  if (PLAIN.test(text)) return { folded: text.toLowerCase().replace(/[\t\n\r]/g, " "), origins: null };
  const origins: number[] = [];
  let folded = "";
  eachUnit(text, (unit, at) => {
    const taken = unit === " " && folded.endsWith(" ") ? "" : unit;
    folded += taken;
    for (let i = 0; i < taken.length; i++) origins.push(at);
  });
  return { folded, origins };
}

/** Where in the text that was folded begins what stands from `at` on. */
export const originOf = ({ origins }: FoldedText, at: number): number => origins?.[at] ?? at;

/** Where in a text of `length` ends what stands before `at`: behind all that one character became, and its accents. */
export function endOf({ origins }: FoldedText, at: number, length: number): number {
  if (!origins) return at;
  let next = at;
  while (next < origins.length && origins[next] === origins[at - 1]) next++;
  return origins[next] ?? length;
}

const PLAIN = /^(?!.*\s\s)[\t\n\r\x20-\x7e]*$/s;

/** Characters that are folded by themselves, with the place of each. */
function eachUnit(text: string, take: (unit: string, at: number) => void): void {
  if (isTangled(text)) {
    for (const { segment, index } of graphemes.segment(text)) take(foldMark(segment) ?? fold(segment), index);
    return;
  }
  for (let at = 0; at < text.length;) {
    const size = sizeAt(text, at);
    const character = text.slice(at, at + size);
    take(foldMark(character) ?? (size === 1 ? foldCode(text.charCodeAt(at)) : fold(character)), at);
    at += size;
  }
}

/** Parts of syllables, and marks that are letters: folded together with what is beside them. */
function isTangled(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f && traitsAt(text, at) & TANGLED) return true;
  return false;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function foldMark(character: string): string | undefined {
  return MARKS[character] ?? (/^\s$/.test(character) ? " " : undefined);
}

const MARKS: Partial<Record<string, string>> = Object.fromEntries([
  ...[..."‘’‚‛′ʼ"].map((mark) => [mark, "'"]),
  ...[..."“”„‟″«»"].map((mark) => [mark, '"']),
  ...[..."‐‑‒–—−"].map((mark) => [mark, "-"]),
]);
