import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../lib/search/fold.ts";
import { endOf, foldText, originOf } from "../../../lib/view/foldedText.ts";

test("case, accents and other spellings are folded as search folds them", () => {
  for (const text of ["Straße", "Crème brûlée", "Łódź", "ΟΔΟΣ", "ガラス", "각도", "fi"]) {
    expect(foldText(text).folded).toBe(fold(text));
    expect(foldText(text.normalize("NFD")).folded).toBe(fold(text));
  }
});

test("what typography has set is found as it is typed", () => {
  expect(foldText("“Don’t” – he said —\u00a0 no").folded).toBe('"don\'t" - he said - no');
});

test("a run of spaces and line breaks is one space", () => {
  expect(foldText("one\n\t  two\nthree").folded).toBe("one two three");
});

test("what was found is named by its place in the text, accents and all", () => {
  expect(partOf("un cafe\u0301 noir", "cafe")).toBe("cafe\u0301");
  expect(partOf("die Straße hier", "strasse")).toBe("Straße");
  expect(partOf("die Straße hier", "stras")).toBe("Straß");
  expect(partOf("auf  der   Straße", "der str")).toBe("der   Str");
  expect(partOf("the ﬁle", "fi")).toBe("ﬁ");
});

test("every character comes from one of the text, in the order of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = foldText(text);
      const places = Array.from(folded.folded, (_, i) => originOf(folded, i));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (let at = 1; at <= folded.folded.length; at++) {
        expect(endOf(folded, at, text.length)).toBeGreaterThan(originOf(folded, at - 1));
        expect(endOf(folded, at, text.length)).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

function partOf(text: string, words: string): string {
  const folded = foldText(text);
  const at = folded.folded.indexOf(words);
  return text.slice(originOf(folded, at), endOf(folded, at + words.length, text.length));
}
