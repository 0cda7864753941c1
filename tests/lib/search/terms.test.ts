import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../lib/search/fold.ts";
import { eachRun, foldRun, termsOf } from "../../../lib/search/terms.ts";

test.each<[what: string, text: string, terms: string[]]>([
  ["words, folded", "The Crème Brûlée", ["the", "creme", "brulee"]],
  ["digits, with the letters they stand beside", "CO2 in 2026: 3.5%", ["co2", "in", "2026", "3", "5"]],
  ["what an apostrophe parts", "Biden's l’homme п'ять пʼять", ["biden", "s", "l", "homme", "п", "ять", "п", "ять"]],
  ["what a hyphen parts", "e-mail", ["e", "mail"]],
  ["a long word's first 32 characters", "a".repeat(40), ["a".repeat(32)]],
  ["whole characters of a long word", `${"a".repeat(31)}𐐨𐐨`, ["a".repeat(31)]],
  ["pairs of Chinese characters and the last one", "東京都", ["東京", "京都", "都"]],
  ["a single character", "京", ["京"]],
  ["pairs of rare characters", "𠮷野家", ["𠮷野", "野家", "家"]],
  ["kana with its long mark", "ラーメン", ["ラー", "ーメ", "メン", "ン"]],
  ["half-width kana as wide", "ｶﾞｲﾄﾞ", ["ガイ", "イド", "ド"]],
  ["Korean, whose endings cling", "서울에서 왔다", ["서울", "울에", "에서", "서", "왔다", "다"]],
  ["words beside Chinese", "NHKは2026年", ["nhk", "は", "2026", "年"]],
  ["Thai words out of a dictionary", "สวัสดีครับ", ["สวัสดี", "ครับ"]],
  ["both parts of a fraction", "3½", ["31", "2"]],
  ["words about soft hyphens", "Donau\u00ADdampf", ["donaudampf"]],
  ["nothing of signs and pictures", "👩‍💻 — ❤️ ™ …", []],
  ["nothing of halves of characters", "\uD800 \uDC00", []],
])("a text's terms are %s", (_, text, terms) => expect(termsOf(text)).toEqual(terms));

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom(..."aZ9é\u0301ßİΣς'’東京ガｶﾞ한\u1112\u1161ไทยहि½² \u00AD\uD800𐐀𠮷👩\u200D".split(/(?:)/u)))
    .map((a) => a.join("")),
);

test("a run is folded as its characters would be without the short cuts", () => {
  fc.assert(
    fc.property(text, (any) => {
      eachRun(any, (start, end, traits) => {
        const run = any.slice(start, end);
        expect(foldRun(run, traits)).toBe(fold(run));
      });
    }),
    { numRuns: 2_000 },
  );
});

test("a term is found again in itself", () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const term of termsOf(any)) expect(termsOf(term)[0]).toBe(term);
    }),
    { numRuns: 2_000 },
  );
});

test("a letter that holds an apostrophe is parted by it, as if it were written in two", () => {
  expect(termsOf("aŉ")).toEqual(termsOf("a\u02bcn"));
});
