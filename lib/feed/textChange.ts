/** How far a text differs from its earlier self: in no word, in a few, or in so many that people should be told. */
export type TextChange = "none" | "slight" | "substantial";

/**
 * Compares words, so that markup, punctuation and white space change nothing. Substantial is more than 3 % of the words
 * of the longer text put in or taken out; numbers are not counted there, since counters ("12 comments") never rest.
 */
export function changeOfText(before: string, after: string): TextChange {
  const [earlier, later] = [wordsOf(before), wordsOf(after)];
  if (isSame(earlier, later)) return "none";
  return isBeyond(SUBSTANTIAL, earlier.map(withoutNumber), later.map(withoutNumber)) ? "substantial" : "slight";
}

const SUBSTANTIAL = 0.03;
/** Of one comparison, some milliseconds: texts that need more are taken for different. */
const MOST_STEPS = 5_000_000;

/** Scripts that put no spaces between words are compared by the character. */
const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]]+/gv;

const wordsOf = (text: string): string[] => text.normalize("NFC").match(WORD) ?? [];
const withoutNumber = (word: string): string => (/^\p{N}+$/u.test(word) ? "0" : word);
const isSame = (a: string[], b: string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

function isBeyond(share: number, a: string[], b: string[]): boolean {
  const surplus = Math.abs(a.length - b.length);
  // Words put in and words taken out are each at most `share`: together twice that, less what one side has more.
  const allowed = Math.floor(2 * share * Math.max(a.length, b.length)) - surplus;
  return allowed < 0 || !isWithin(allowed, a, b);
}

/** Whether at most so many words put in or taken out turn one text into the other: Myers, O(ND), An O(ND) Difference Algorithm, 1986. */
function isWithin(edits: number, a: string[], b: string[]): boolean {
  // How far into `a` one gets on each diagonal; the diagonal is the number of words taken out less those put in.
  const furthest = new Int32Array(2 * edits + 3);
  const middle = edits + 1;
  let steps = 0;
  for (let made = 0; made <= edits; made++) {
    for (let diagonal = -made; diagonal <= made; diagonal += 2) {
      const below = furthest[middle + diagonal - 1] ?? 0;
      const above = furthest[middle + diagonal + 1] ?? 0;
      const isPutIn = diagonal === -made || (diagonal !== made && below < above);
      let x = isPutIn ? above : below + 1;
      const start = x;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      if (x >= a.length && x - diagonal >= b.length) return true;
      furthest[middle + diagonal] = x;
      steps += 1 + x - start;
      if (steps > MOST_STEPS) return false;
    }
  }
  return false;
}
