import { newPostings } from "./postings.ts";
import { sortedPlaces } from "./sortTerms.ts";
import { startTermTable } from "./termTable.ts";
import { type Before, beforeOf, NO_WORD, withOneMore } from "./wordBefore.ts";

/**
 * Which terms stand in which documents: postings in the order of their making, in arrays of numbers, since an object per
 * term or posting costs more than all else; put in the order of terms at the end.
 */
export type TermLog = {
  startDocument: () => void;
  /** A text of the document: its first term stands behind none. */
  startText: () => void;
  /** Where no places are given, all of the text is one term. */
  addTerm: (text: string, start?: number, end?: number) => void;
  addTitleTerm: (text: string, start?: number, end?: number) => void;
  /** Terms added of this document. */
  occurrences: () => number;
  sorted: () => SortedLog;
};

/** The postings of term `i` lie from `starts[i]` to `starts[i + 1]`, by document. */
export type SortedLog = {
  terms: string[];
  starts: Int32Array;
  ordinals: Int32Array;
  counts: Uint8Array;
  inTitle: Uint8Array;
  befores: Uint8Array;
};

export function startLog(): TermLog {
  const table = startTermTable();
  let document = -1;
  let added = 0;
  let before: Before = NO_WORD;
  let length = 0;
  /** Of each term: the place of its last posting, how many it has. */
  let last = new Int32Array(4_096);
  let frequencies = new Int32Array(4_096);
  /** Of each posting. */
  let ofTerm = new Int32Array(16_384);
  let ofDocument = new Int32Array(16_384);
  let counts = new Uint8Array(16_384);
  let inTitle = new Uint8Array(16_384);
  let befores = new Uint8Array(16_384);

  return {
    startDocument: () => {
      document++;
      added = 0;
    },
    startText: () => void (before = NO_WORD),
    addTerm: (text, start = 0, end = text.length) => void place(text, start, end),
    addTitleTerm: (text, start = 0, end = text.length) => void (inTitle[place(text, start, end)] = 1),
    occurrences: () => added,
    sorted,
  };

  function place(text: string, start: number, end: number): number {
    added++;
    const number = table.numberOf(text, start, end);
    const standsBefore = before;
    before = beforeOf(table.hashOf(number));
    if (number === last.length) growTerms();
    if ((frequencies[number] ?? 0) > 0) {
      const at = last[number] ?? 0;
      if (ofDocument[at] === document) {
        const count = counts[at] ?? 0;
        befores[at] = withOneMore(befores[at] ?? 0, count, standsBefore);
        if (count < 255) counts[at] = count + 1;
        return at;
      }
    }
    if (length === ofTerm.length) growPostings();
    frequencies[number] = (frequencies[number] ?? 0) + 1;
    last[number] = length;
    ofTerm[length] = number;
    ofDocument[length] = document;
    counts[length] = 1;
    befores[length] = standsBefore;
    return length++;
  }

  function growTerms(): void {
    last = copied(last, new Int32Array(2 * last.length));
    frequencies = copied(frequencies, new Int32Array(2 * frequencies.length));
  }

  function growPostings(): void {
    const room = 2 * length;
    ofTerm = copied(ofTerm, new Int32Array(room));
    ofDocument = copied(ofDocument, new Int32Array(room));
    counts = copied(counts, new Uint8Array(room));
    inTitle = copied(inTitle, new Uint8Array(room));
    befores = copied(befores, new Uint8Array(room));
  }

  function sorted(): SortedLog {
    const unsorted = table.terms;
    const places = sortedPlaces(unsorted);
    const terms = new Array<string>(places.length);
    const starts = new Int32Array(terms.length + 1);
    /** Of each term by its number: where its next posting goes. */
    const next = new Int32Array(terms.length);
    let start = 0;
    for (let i = 0; i < places.length; i++) {
      const number = places[i] ?? 0;
      terms[i] = unsorted[number] ?? "";
      starts[i] = start;
      next[number] = start;
      start += frequencies[number] ?? 0;
    }
    starts[terms.length] = start;
    const out = newPostings(length);
    for (let at = 0; at < length; at++) {
      const number = ofTerm[at] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      out.ordinals[to] = ofDocument[at] ?? 0;
      out.counts[to] = counts[at] ?? 0;
      out.inTitle[to] = inTitle[at] ?? 0;
      out.befores[to] = befores[at] ?? 0;
    }
    return { ...out, terms, starts };
  }
}

function copied<Numbers extends Int32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
