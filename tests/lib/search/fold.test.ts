import { expect, test } from "vitest";
import { fold } from "../../../lib/search/fold.ts";

test.each([
  ["capitals", "HELLO", "hello"],
  ["accents", "Crème brûlée à Málaga", "creme brulee a malaga"],
  ["accents written apart", "Cafe\u0301", "cafe"],
  [
    "letters that Unicode does not take apart",
    "Straße Æsop Œuvre Łódź Đà Ørsted",
    "strasse aesop oeuvre lodz da orsted",
  ],
  ["dotted and dotless i", "İstanbul ısı", "istanbul isi"],
  ["ligatures", "ﬁne ﬂow", "fine flow"],
  ["wide letters and digits", "ＡＢＣ １２３", "abc 123"],
  ["half-width kana, voiced", "ｶﾞｲﾄﾞ", "ガイド"],
  ["Greek accents and the last sigma", "Άθήνας ΣΟΦΟΣ", "αθηνασ σοφοσ"],
  ["Cyrillic", "Ёлка", "елка"],
  ["Hebrew points", "שָׁלוֹם", "שלום"],
  ["Arabic points, stretching and forms of alef", "مُحَمَّـــد أحمد", "محمد احمد"],
  ["Persian letters as Arabic ones", "کتاب فارسی", "كتاب فارسي"],
  ["Arabic digits", "٢٠٢٦ ۲۰۲۶", "2026 2026"],
  ["what is not seen inside a word", "Donau\u00ADdampf\u200Dschiff", "donaudampfschiff"],
])("%s are folded", (_, text, folded) => expect(fold(text)).toBe(folded));

test("vowel signs of other scripts, and kana's voicing, stay", () => {
  expect(fold("हिन्दी")).toBe("हिन्दी");
  expect(fold("がぎ")).toBe("がぎ");
  expect(fold("か\u3099")).toBe("が");
  expect(fold("\u1112\u1161\u11AB")).toBe("한");
});

test("every character that there is folds to something that stays as it is", () => {
  const changed: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const once = fold(String.fromCodePoint(code));
    if (fold(once) !== once) changed.push(code.toString(16));
  }
  expect(changed).toEqual([]);
}, 30_000);
