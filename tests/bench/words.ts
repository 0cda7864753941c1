import { makeRandom } from "../support/makeRandom.ts";

/** Words that nobody has written, in the frequencies of those that people write; the same in every run. */
export type Words = {
  /** A frequent word is picked often, after Zipf: of 50,000, the first is one in thirty. */
  pick: () => string;
  /** Between 0 and `below`, each as often. */
  upTo: (below: number) => number;
  sentence: (length: number) => string;
};

export const VOCABULARY = 50_000;

export function makeWords(seed: number): Words {
  const random = makeRandom(seed);
  const upTo = (below: number) => Math.floor(random() * below);
  const pick = () => wordOf(rankAt(random()));
  const sentence = (length: number) => {
    let text = "";
    for (let i = 0; i < length; i++) text += i === 0 ? capital(pick()) : ` ${pick()}`;
    return `${text}.`;
  };
  return { pick, upTo, sentence };
}

/** The word of a rank, 0 the most frequent. */
export function wordOf(rank: number): string {
  return vocabulary[rank] ?? "";
}

/** Chinese with the same law: 2,000 characters. */
export function chineseSentence({ upTo }: Pick<Words, "upTo">, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++)
    text += String.fromCharCode(0x4e00 + Math.floor(upTo(2_000) * (upTo(1_000) / 1_000)));
  return `${text}。`;
}

/** Mandelbrot's correction of Zipf's law, which flattens it for the most frequent few. */
const FLATTENED = 2.7;
const SPREAD = (VOCABULARY + FLATTENED) / FLATTENED;

/** The integral of 1 / (rank + 2.7), turned round. */
function rankAt(chance: number): number {
  return Math.floor(FLATTENED * SPREAD ** chance - FLATTENED);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const CONSONANTS = [..."bdfghjklmnprstvwz", "ch", "st", "tr"];
const SYLLABLES = CONSONANTS.flatMap((consonant) => [..."aeiou"].map((vowel) => consonant + vowel));
const ENDINGS = ["", "n", "r", "s", "l"];
const ACCENTS: Record<string, string> = { a: "á", e: "é", i: "í", o: "ö", u: "ü" };

/** Frequent words are short: a hundred have one syllable, five thousand two, the others three. */
const vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => {
  const syllables = syllablesOf(rank)
    .map((digit) => SYLLABLES[digit % 100])
    .join("");
  const word = syllables + ENDINGS[rank % 5];
  return rank % 40 === 27 ? word.replace(/[aeiou]/, (vowel) => ACCENTS[vowel] ?? vowel) : word;
});

/** No two ranks have the same; neighbours share no beginning. */
function syllablesOf(rank: number): number[] {
  if (rank < 100) return [rank * 37];
  if (rank < 5_100) return [rank * 37, Math.floor(rank / 100) * 3];
  const digits = (rank * 7_919) % 1_000_000;
  return [digits, Math.floor(digits / 100), Math.floor(digits / 10_000)];
}
