import fc from "fast-check";
import { expect, test } from "vitest";
import { matches } from "../../../lib/search/matches.ts";
import { termsOf } from "../../../lib/search/terms.ts";
import { queryOf, searchDocument } from "../../support/searchDocument.ts";

const ARTICLE = searchDocument({
  sortAt: Date.UTC(2026, 4, 3, 12),
  title: "Storms over the Atlantic",
  summary: "Waves of twelve metres",
  authors: ["Zoë Müller", "Ann Lee"],
  tags: ["world", "são paulo"],
  feedTitle: "The Guardian Weekly",
  text: "Ships stayed in port. 東京都の天気は晴れ。",
  unread: 1,
});
const finds = (text: string) => matches(queryOf(text), ARTICLE);

test.each(["storms ", "waves ", "zoe ", "lee ", "paulo ", "guardian ", "PORT ", "stor", "storms ships zoe "])(
  "%s is found wherever it stands",
  (text) => expect(finds(text)).toBe(true),
);

test.each(["storm ", "missing ", "storms missing "])("%s is not found", (text) => expect(finds(text)).toBe(false));

test.each([
  ['"over the atlantic"', true],
  ['"the over"', false],
  ['"atlantic waves"', false],
  ['"muller ann"', false],
  ["intitle:storms ", true],
  ["intitle:waves ", false],
  ["tag:world", true],
  ['tag:"Sao Paulo"', true],
  ["tag:wor", false],
  ["from:guard", true],
  ['from:"weekly the"', true],
  ["from:guard storms -from:times", true],
  ["from:times", false],
  ["is:unread", true],
  ["is:starred", false],
  ["after:2026-05-03", true],
  ["before:2026-05-03", false],
  ["before:2026-05-04", true],
  ["after:2026-05-04", false],
  ["storms -ships", false],
  ["storms -is:starred", true],
  ["東京 ", true],
  ["京都の天気", true],
  ["天", true],
  ["京東 ", false],
  ["", false],
  ["!!!", false],
])("%s: %s", (text, isFound) => expect(finds(text)).toBe(isFound));

const words = fc.string({ unit: "grapheme", maxLength: 60 });

test("every word of a text is found by that word, and by its beginning", () => {
  fc.assert(
    fc.property(words, (text) => {
      const document = searchDocument({ text });
      for (const word of text.split(/\s+/).filter((each) => termsOf(each).length > 0)) {
        const quoted = `"${word.replace(/["“”„‟«»＂]/g, " ")}"`;
        expect(matches(queryOf(quoted), document)).toBe(termsOf(quoted).length > 0);
      }
    }),
  );
});

test("the beginning of a word finds it while it is typed", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zäéßøñçåλжש\u0301]{1,40}$/), fc.nat(40), (word, length) => {
      const typed = word.slice(0, length + 1);
      fc.pre(termsOf(typed).length > 0);
      expect(matches(queryOf(typed), searchDocument({ text: `a ${word} b` }))).toBe(true);
    }),
  );
});

test("a phrase is found wherever its words stand side by side", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "京", "東京", "é"), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.nat(7), fc.nat(7), (spoken, from, length) => {
      const part = spoken.slice(from, from + length + 1);
      fc.pre(part.length > 0);
      expect(matches(queryOf(`"${part.join(" ")}"`), searchDocument({ text: spoken.join(" ") }))).toBe(true);
    }),
  );
});

test("no text and no query throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (query, text) => {
      matches(queryOf(query), searchDocument({ title: text, text }));
    }),
  );
});
