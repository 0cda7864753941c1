import fc from "fast-check";
import { expect, test } from "vitest";
import { markHits, snippetOf, type Piece } from "../../../lib/search/snippet.ts";
import { termsOf } from "../../../lib/search/terms.ts";
import { queryOf } from "../../support/searchDocument.ts";

/** With what is marked in brackets. */
const shown = (pieces: Piece[]) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
const joined = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
const marked = (text: string, query: string) => shown(markHits(text, queryOf(query), "title"));

test.each<[what: string, text: string, query: string, expected: string]>([
  ["words in any case", "Storm over the storm", "STORM ", "[Storm] over the [storm]"],
  ["of a word being typed what was typed", "Climate and climb", "clim", "[Clim]ate and [clim]b"],
  ["a phrase only where it stands", "a b a c", '"a b"', "[a b] a c"],
  ["letters that grow when folded", "Die Straße dort", "strasse ", "Die [Straße] dort"],
  ["a typed beginning that ends within one", "Die Straße dort", "stras", "Die [Straß]e dort"],
  ["ligatures", "the ﬁnest ﬂow", "fin", "the [ﬁn]est ﬂow"],
  ["accents written apart", "un cafe\u0301 noir", "cafe ", "un [cafe\u0301] noir"],
  ["a typed beginning with its accent", "le cafe\u0301s", "cafe", "le [cafe\u0301]s"],
  ["soft hyphens within", "Donau\u00ADdampf hier", "donaudampf ", "[Donau\u00ADdampf] hier"],
  ["Arabic with points and stretching", "قال مُحَمَّـــد اليوم", "محمد ", "قال [مُحَمَّـــد] اليوم"],
  ["Hebrew", "הוא אמר שָׁלוֹם היום", "שלום ", "הוא אמר [שָׁלוֹם] היום"],
  ["Chinese", "今日は東京都です", "東京都 ", "今日は[東京都]です"],
  ["one Chinese character", "今日は東京都です", "京 ", "今日は東[京]都です"],
  ["half-width kana", "この ｶﾞｲﾄﾞ です", "ガイド ", "この [ｶﾞｲﾄﾞ] です"],
  ["Thai", "เขาพูดสวัสดีครับ", "สวัสดี ", "เขาพูด[สวัสดี]ครับ"],
  ["words beside pairs of surrogates", "👩‍💻 code 👩‍💻", "code ", "👩‍💻 [code] 👩‍💻"],
  ["hits that overlap once", "東京都", "東京 京都 ", "[東京][都]"],
  ["nothing that is not wanted", "a b", "a -b", "[a] b"],
])("marks %s", (_, text, query, expected) => expect(marked(text, query)).toBe(expected));

test("what is asked of titles is marked in titles only", () => {
  expect(marked("a b", "intitle:a b ")).toBe("[a] [b]");
  expect(shown(markHits("a b", queryOf("intitle:a b "), "text"))).toBe("a [b]");
});

const FILLER = "lorem ipsum dolor sit amet ".repeat(40);

test("a snippet is where the most different words are", () => {
  const { pieces, isCutBefore, isCutAfter } = snippetOf(
    `storm storm storm ${FILLER} a storm of waves ${FILLER}`,
    queryOf("storm waves "),
  );
  expect(shown(pieces)).toContain("a [storm] of [waves] lorem");
  expect(joined(pieces).length).toBeLessThanOrEqual(160);
  expect([isCutBefore, isCutAfter]).toEqual([true, true]);
});

test("a snippet begins and ends with whole words", () => {
  const { pieces } = snippetOf(`${FILLER} storm ${FILLER}`, queryOf("storm "));
  const words = joined(pieces).trim().split(/\s+/);
  expect(words.every((word) => ["storm", "lorem", "ipsum", "dolor", "sit", "amet"].includes(word))).toBe(true);
  expect(joined(pieces).length).toBeGreaterThan(130);
});

test("a text without a hit opens, and a short one is whole", () => {
  const { pieces, isCutBefore, isCutAfter } = snippetOf(FILLER, queryOf("tag:x"));
  expect(FILLER.startsWith(joined(pieces))).toBe(true);
  expect(pieces).toHaveLength(1);
  expect([isCutBefore, isCutAfter]).toEqual([false, true]);
  expect(snippetOf("short", queryOf("x "))).toEqual({
    pieces: [{ text: "short", isHit: false }],
    isCutBefore: false,
    isCutAfter: false,
  });
  expect(snippetOf("", queryOf("x ")).pieces).toEqual([]);
});

test("a hit near the end leaves room for what stands before it", () => {
  const { pieces } = snippetOf(`${FILLER}storm`, queryOf("storm "));
  expect(joined(pieces).length).toBeGreaterThan(130);
  expect(shown(pieces)).toMatch(/\[storm\]$/);
});

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Whether the pieces stand somewhere in the text, each from the start of a character to the end of one. */
function standsWhole(text: string, pieces: Piece[]): boolean {
  const whole = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
  const lengths = pieces.map((piece) => piece.text.length);
  const all = joined(pieces);
  return [...whole].some(
    (at) => text.startsWith(all, at) && lengths.every((length) => whole.has(at) && whole.has((at += length))),
  );
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "ß ",
        "e\u0301",
        "\u0600",
        "1",
        " ",
        "👩‍💻",
        "🇩🇪",
        "東",
        "京都",
        "\u0301",
        "ﬁn",
        "\r\n",
        "हि",
        "ｶﾞ",
        "ไทย",
      ),
      {
        maxLength: 300,
      },
    )
    .map((parts) => parts.join("")),
);

test("a snippet is a part of its text that begins, ends and is marked between whole characters", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, n) => {
      const terms = termsOf(text);
      const asked = terms.length > 0 ? `${terms[n % terms.length]} ${terms[(n * 7) % terms.length]}` : "x ";
      const { pieces } = snippetOf(text, queryOf(asked));
      expect(text === "" || joined(pieces) !== "").toBe(true);
      expect(standsWhole(text, pieces)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test("every word of a text is marked where it is asked for, and what is marked says it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Straße", "cafe\u0301", "ﬁn", "Ｗide", "東京", "שָׁלוֹם", "plain"), { minLength: 1 }),
      fc.nat(),
      (words, n) => {
        const word = words[n % words.length] ?? "";
        const pieces = markHits(words.join(" "), queryOf(`${word} `), "text");
        const hits = pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
        expect(hits).toEqual(words.filter((each) => each === word));
      },
    ),
  );
});
