import { byteOf } from "./windows1252.ts";

/**
 * Undoes UTF-8 that was read as windows-1252 (`â€™` for `’`). Careful rather than complete: it changes a text only on
 * strong evidence, and otherwise returns the very same string. For text that people read; never for code, URLs or ids.
 *
 * Evidence is a sequence of three or four bytes that decodes; or sequences of two that start with Â or Ã, where the text
 * has no other accented Latin letter and there are two of them, or one that touches a letter.
 */
export function repairMojibake(text: string): string {
  if (!/[\u00C2-\u00F4]/.test(text)) return text;
  const runs = findRuns(text);
  if (runs.length === 0) return text;
  const long = runs.filter((run) => run.source.length > 2);
  const short = shortRunsAreSure(text, runs) ? runs.filter((run) => run.source.length === 2) : [];
  const isEvident = long.length > 0 || short.length > 1 || short.some((run) => touchesLetter(text, run));
  return isEvident ? replaceRuns(text, new Set([...long, ...short])) : text;
}

type Run = { at: number; source: string; repaired: string };

/** A lead byte and its continuation bytes, each as windows-1252 shows it. */
const CONTINUATION = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
const RUN = new RegExp(
  `[\u00C2-\u00DF]${CONTINUATION}|[\u00E0-\u00EF]${CONTINUATION}{2}|[\u00F0-\u00F4]${CONTINUATION}{3}`,
  "g",
);

/** "déjà\u00A0»" and "Café…«" are how French and German close a quotation, and happen to be well-formed UTF-8. */
const CLOSED_QUOTATION = /^[\u00E0-\u00EF][\u00A0…’”‘“–—›‹][«»]$/;

function findRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(RUN)) {
    const source = match[0];
    const repaired = CLOSED_QUOTATION.test(source) ? null : decodeRun(source);
    if (repaired !== null) runs.push({ at: match.index, source, repaired });
  }
  return runs;
}

/** Null where it is not well-formed UTF-8 (overlong, surrogate): then the characters are what they seem. */
function decodeRun(source: string): string | null {
  const { length } = source;
  let code = source.charCodeAt(0) & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | ((byteOf(source.charAt(i)) ?? 0) & 0x3f);
  const isShortest = code >= (SMALLEST_CODES[length] ?? 0);
  return isShortest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** By the number of bytes. */
const SMALLEST_CODES = [0, 0, 0x80, 0x800, 0x10000];

function shortRunsAreSure(text: string, runs: Run[]): boolean {
  if (runs.some((run) => run.source.length === 2 && !/^[ÂÃ]/.test(run.source))) return false;
  const starts = [0, ...runs.map((run) => run.at + run.source.length)];
  return starts.every((start, i) => !/[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/.test(text.slice(start, runs[i]?.at)));
}

function touchesLetter(text: string, run: Run): boolean {
  const before = text.slice(Math.max(0, run.at - 1), run.at);
  const after = text.charAt(run.at + run.source.length);
  return /\p{L}/u.test(before) || /\p{L}/u.test(after);
}

function replaceRuns(text: string, runs: Set<Run>): string {
  let result = "";
  let end = 0;
  for (const run of [...runs].sort((a, b) => a.at - b.at)) {
    result += text.slice(end, run.at) + run.repaired;
    end = run.at + run.source.length;
  }
  return result + text.slice(end);
}
