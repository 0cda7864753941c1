import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOfText, type TextChange } from "../../../lib/feed/textChange.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const wordOf = (n: number): string => (n < 26 ? "" : wordOf(Math.floor(n / 26) - 1)) + (LETTERS[n % 26] ?? "");
const words = (count: number) => Array.from({ length: count }, (_, i) => wordOf(i));
const hundred = words(100);
const said = (list: string[]) => list.join(" ");
const replaced = (list: string[], count: number) =>
  said(list.map((word, i) => (i % 30 === 7 && i / 30 < count ? "other" : word)));

test.each<[what: string, before: string, after: string, change: TextChange]>([
  ["nothing", "One, two.", "One, two.", "none"],
  ["punctuation and white space", "One, two.", "One –\n two!", "none"],
  ["the way an accent is written", "café", "cafe\u0301", "none"],
  ["3 words of 100", said(hundred), replaced(hundred, 3), "slight"],
  ["4 words of 100", said(hundred), replaced(hundred, 4), "substantial"],
  ["3 words more than 97", said(hundred.slice(0, 97)), said(hundred), "slight"],
  ["4 words more than 96", said(hundred.slice(0, 96)), said(hundred), "substantial"],
  ["4 words less than 100", said(hundred), said(hundred.slice(4)), "substantial"],
  ["a paragraph moved to the end", said(hundred), said([...hundred.slice(20), ...hundred.slice(0, 20)]), "substantial"],
  ["a counter in a short text", "12 comments on this", "13 comments on this", "slight"],
  ["a headline", "Dog bites man", "Man bites dog", "substantial"],
  ["everything", "one", "two", "substantial"],
  ["something from nothing", "", "one", "substantial"],
  [
    "one character of a Chinese text",
    "我们今天在这里讨论的是新闻阅读器如何处理文章的更新问题以及读者的感受".repeat(2),
    "我们今天在这里讨论的是新闻阅读器如何处理文章的更新问题以及读者的感觉".repeat(1) +
      "我们今天在这里讨论的是新闻阅读器如何处理文章的更新问题以及读者的感受",
    "slight",
  ],
  ["half of a Chinese text", "今天天气很好", "今天风雨很大", "substantial"],
])("%s: %j → %j", (_what, before, after, change) => {
  expect(changeOfText(before, after)).toBe(change);
});

test("it is the same in both directions, and agrees with the plain definition", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 50, maxLength: 150 });
  const edits = fc.array(fc.tuple(fc.nat(149), fc.constantFrom("", "e", "f")), { maxLength: 6 });
  const seen = new Set<TextChange>();
  fc.assert(
    fc.property(text, edits, (a, changes) => {
      const b: string[] = ["start", ...a.slice(1)];
      for (const [at, word] of changes) b.splice(Math.min(at, b.length - 1), 1, ...(word === "" ? [] : [word, "g"]));
      const change = changeOfText(said(a), said(b));
      seen.add(change);
      expect(changeOfText(said(b), said(a))).toBe(change);
      expect(change).toBe(plainly(a, b));
    }),
  );
  expect(seen).toEqual(new Set(["slight", "substantial"]));
});

test.each([
  ["a book that was rewritten", said(words(200_000)), said(words(200_000).reverse())],
  [
    "one word for ever, but for its middle",
    "a ".repeat(100_000),
    `${"a ".repeat(50_000)}${"b ".repeat(2_000)}${"a ".repeat(48_000)}`,
  ],
])("%s is told in well under a second", (_what, before, after) => {
  const started = performance.now();
  expect(changeOfText(before, after)).not.toBe("none");
  expect(performance.now() - started).toBeLessThan(1_000);
});

/** By the longest common subsequence, in full. */
function plainly(a: string[], b: string[]): TextChange {
  if (said(a) === said(b)) return "none";
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const above = row;
    row = [0];
    for (const [j, other] of b.entries()) {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
  }
  const longest = Math.max(a.length, b.length);
  return longest - (row.at(-1) ?? 0) > 0.03 * longest ? "substantial" : "slight";
}
