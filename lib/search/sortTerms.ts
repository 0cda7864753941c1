/**
 * The places of terms in the order of the terms. Numbers sort several times as fast as strings: each term's first
 * letters and its place make one, and only terms that begin alike are compared as strings.
 */
export function sortedPlaces(terms: string[]): Int32Array {
  if (terms.length > PLACES) return Int32Array.from([...terms.keys()].sort((a, b) => compare(terms[a], terms[b])));
  const packed = new Float64Array(terms.length);
  for (let place = 0; place < packed.length; place++) packed[place] = startOf(terms[place] ?? "") * PLACES + place;
  packed.sort();
  const places = new Int32Array(packed.length);
  let [start, begun] = [0, -1];
  for (let at = 0; at < packed.length; at++) {
    const each = packed[at] ?? 0;
    const next = Math.floor(each / PLACES);
    places[at] = each - next * PLACES;
    if (next === begun) continue;
    if (at - start > 1) sortAsStrings(terms, places.subarray(start, at));
    start = at;
    begun = next;
  }
  sortAsStrings(terms, places.subarray(start));
  return places;
}

function sortAsStrings(terms: string[], places: Int32Array): void {
  places.sort((a, b) => compare(terms[a], terms[b]));
}

const compare = (a = "", b = ""): number => (a < b ? -1 : Number(a > b));

/** A number of 53 bits holds seven letters and a place. */
const LETTERS = 7;
const PLACES = 2 ** 18;

/** What begins behind the first character that is no letter of ASCII is left to be compared. */
function startOf(term: string): number {
  let start = 0;
  let at = 0;
  while (at < LETTERS && at < term.length) {
    const rank = Math.min(Math.max(term.charCodeAt(at++) - BEFORE_A, BEFORE_LETTERS), BEHIND_LETTERS);
    start = start * 32 + rank;
    if (rank === BEFORE_LETTERS || rank === BEHIND_LETTERS) break;
  }
  for (; at < LETTERS; at++) start *= 32;
  return start;
}

/** Of 32 ranks, 0 is behind the end, 2 is `a` and 27 is `z`. */
const BEFORE_A = 0x5f;
const BEFORE_LETTERS = 1;
const BEHIND_LETTERS = 28;
