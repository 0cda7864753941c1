import fc from "fast-check";
import { expect, test } from "vitest";
import { stands } from "../../../lib/search/matches.ts";
import { seekWords } from "../../../lib/search/seekWords.ts";
import { termsOf } from "../../../lib/search/terms.ts";

const PIECES = [
  ...["of", "the", "The", "OF", "river", "rivers", "RIVER", "Über", "uber", "cafe\u0301", "café", "ß", "ss", "СЛОВО"],
  ...[
    "слово",
    "东京",
    "iPhone手机",
    "ไทย",
    "½",
    "\u0301",
    "\u00ad",
    "e\u00admail",
    "x".repeat(31),
    "x".repeat(40),
    "𝐚𝐛",
    "za™",
    "o\u02bcf",
    "ﬁne",
    "fine",
    "1",
    "2",
    "ab",
  ],
];
const piece = fc.constantFrom(...PIECES);
const text = fc.array(fc.tuple(piece, fc.constantFrom(" ", ", ", "", "-", "’", "\n")), { maxLength: 12 });

test("a phrase stands in a text when it stands among its terms", () => {
  const phrase = fc.array(piece, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(phrase, text, fc.boolean(), (said, parts, isPrefix) => {
      const terms = termsOf(said.join(" "));
      fc.pre(terms.length > 0);
      const words = { kind: "words", terms, isPhrase: true, isPrefix, inTitle: false } as const;
      const written = parts.flat().join("");
      expect(seekWords(words)(written)).toBe(stands(words, termsOf(written)));
    }),
    { numRuns: 3_000 },
  );
});
