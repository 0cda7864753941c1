import { CJK, FOLDS, foldCode, PLAIN, SEPARATOR, sizeAt, TANGLED, traitsAt, UNSPACED, UPPER } from "./characters.ts";
import { fold } from "./fold.ts";

type Take = (term: string, start: number, end: number) => void;
type Stretch = { folded: string; start: number; end: number };

/**
 * The terms of a text, in their order: what is indexed, and what a query is compared with. A term is a folded word of
 * letters and digits (an apostrophe or hyphen parts words), cut at 32 characters; in Chinese, Japanese and Korean each
 * two characters that stand together, and the last one of a run.
 */
export function eachTerm(text: string, take: (term: string) => void): void {
  eachRun(text, (start, end, traits) => eachTermOfRun(text.slice(start, end), traits, take));
}

/** The same terms, each by its place in a text: most stand so in the text itself, and no string is made of them. */
export function eachTermPlace(text: string, take: (text: string, start: number, end: number) => void): void {
  eachRun(text, (start, end, traits) => {
    if (traits === PLAIN && end - start <= LONGEST_TERM) take(text, start, end);
    else eachTermOfRun(text.slice(start, end), traits, (term) => take(term, 0, term.length));
  });
}

export function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(text, (term) => terms.push(term));
  return terms;
}

/** Two characters of Chinese, Japanese or Korean that stand together. */
export function isPair(term: string | undefined): boolean {
  return term !== undefined && isCjk(term) && sizeAt(term, 0) < term.length;
}

/** A character of Chinese, Japanese or Korean that ends a run. */
export function isSingle(term: string | undefined): boolean {
  return term !== undefined && isCjk(term) && sizeAt(term, 0) === term.length;
}

const isCjk = (term: string): boolean => (traitsAt(term, 0) & CJK) !== 0;

/** Stretches of characters that belong to words, with the traits of all their characters. */
export function eachRun(text: string, take: (start: number, end: number, traits: number) => void): void {
  let start = 0;
  let traits = 0;
  for (let at = 0; at < text.length; at++) {
    const here = traitsAt(text, at);
    if (here !== SEPARATOR) {
      traits |= here;
      if (text.charCodeAt(at) >> 10 === HIGH_SURROGATE) at++;
    } else {
      if (traits !== 0) take(start, at, traits);
      start = at + 1;
      traits = 0;
    }
  }
  if (traits !== 0) take(start, text.length, traits);
}

/** The terms of one run, and where they stand in the folded run. */
export function eachTermOfRun(run: string, traits: number, take: Take): void {
  const folded = foldRun(run, traits);
  if (traits & (CJK | UNSPACED | TANGLED)) eachStretch(folded, take);
  else if (folded !== "") take(cut(folded), 0, folded.length);
}

/** The same as `fold`, at a fraction of its cost for most words. */
export function foldRun(run: string, traits: number): string {
  if (traits & TANGLED) return fold(run);
  if (traits & FOLDS) return foldEach(run);
  return traits & UPPER ? run.toLowerCase() : run;
}

function foldEach(run: string): string {
  let folded = "";
  for (let at = 0; at < run.length; at++) folded += foldCode(run.charCodeAt(at));
  return folded;
}

function eachStretch(folded: string, take: Take): void {
  let start = 0;
  let kind = SEPARATOR;
  for (let at = 0; at <= folded.length; at += sizeAt(folded, at)) {
    const next = at < folded.length ? kindAt(folded, at) : SEPARATOR;
    if (next === kind) continue;
    if (kind === PLAIN) take(cut(folded.slice(start, at)), start, at);
    if (kind === CJK) eachPair({ folded, start, end: at }, take);
    if (kind === UNSPACED) eachWordOfDictionary({ folded, start, end: at }, take);
    start = at;
    kind = next;
  }
}

function kindAt(folded: string, at: number): number {
  return traitsAt(folded, at) & (CJK | UNSPACED | SEPARATOR) || PLAIN;
}

function eachPair({ folded, start, end }: Stretch, take: Take): void {
  for (let at = start; at < end;) {
    const next = at + sizeAt(folded, at);
    const after = next < end ? next + sizeAt(folded, next) : next;
    take(folded.slice(at, after), at, after);
    at = next;
  }
}

function eachWordOfDictionary({ folded, start, end }: Stretch, take: Take): void {
  for (const { segment, index } of dictionary.segment(folded.slice(start, end)))
    take(cut(segment), start + index, start + index + segment.length);
}

function cut(word: string): string {
  if (word.length <= LONGEST_TERM) return word;
  const isPair = word.charCodeAt(LONGEST_TERM - 1) >> 10 === HIGH_SURROGATE;
  return word.slice(0, isPair ? LONGEST_TERM - 1 : LONGEST_TERM);
}

export const LONGEST_TERM = 32;
const HIGH_SURROGATE = 0xd800 >> 10;
/** The dictionary follows the script; the language changes nothing here. */
const dictionary = new Intl.Segmenter("en", { granularity: "word" });
