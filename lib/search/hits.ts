import { FOLDS, TANGLED } from "./characters.ts";
import { fold } from "./fold.ts";
import { standsAt } from "./matches.ts";
import type { Words } from "./query.ts";
import { eachRun, eachTermOfRun } from "./terms.ts";

/** A stretch of a text that a clause asks for, by the clause's place among those asked. */
export type Hit = { start: number; end: number; clause: number };

/** Where in a text the clauses are met, in the order of the text. Of a word still being typed only what was typed. */
export function hitsIn(text: string, asked: Words[]): Hit[] {
  if (asked.length === 0) return [];
  const placed = placedTerms(text);
  const terms = placed.map(({ term }) => term);
  const hits = asked.flatMap((words, clause) =>
    placed.flatMap((first, at) => {
      if (!standsAt(words, terms, at)) return [];
      const last = placed[at + words.terms.length - 1] ?? first;
      const to = words.isPrefix ? last.from + (words.terms.at(-1) ?? "").length : last.to;
      return [{ start: startOf(text, first.run, first.from), end: endOf(text, last.run, to), clause }];
    }),
  );
  return hits.sort((a, b) => a.start - b.start);
}

type Run = { start: number; end: number; traits: number };
/** A term and where it stands in its folded run. */
type Placed = { term: string; run: Run; from: number; to: number };

function placedTerms(text: string): Placed[] {
  const placed: Placed[] = [];
  eachRun(text.slice(0, LONGEST_LOOK), (start, end, traits) => {
    const run = { start, end, traits };
    eachTermOfRun(text.slice(start, end), traits, (term, from, to) => placed.push({ term, run, from, to }));
  });
  return placed;
}

/** Where the character starts that gave what stands at a place of a folded run. */
function startOf(text: string, run: Run, folded: number): number {
  return isOfOneLength(run) ? run.start + folded : graphemeOf(text, run, folded + 1).start;
}

/** Where the character ends that gave what stands before a place of a folded run. */
function endOf(text: string, run: Run, folded: number): number {
  return isOfOneLength(run) ? run.start + folded : graphemeOf(text, run, folded).end;
}

const isOfOneLength = ({ traits }: Run): boolean => (traits & (FOLDS | TANGLED)) === 0;

/** The first character up to whose end the run gives so much when folded: `ß` gives two, an accent nothing. */
function graphemeOf(text: string, { start, end }: Run, enough: number): { start: number; end: number } {
  let length = 0;
  for (const { segment, index } of graphemes.segment(text.slice(start, end))) {
    length += fold(segment).length;
    if (length >= enough) return { start: start + index, end: start + index + segment.length };
  }
  return { start, end };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** UTF-16 units of a text in which hits are looked for: that of a short book. */
const LONGEST_LOOK = 200_000;
