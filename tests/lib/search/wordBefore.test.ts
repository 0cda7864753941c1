import { expect, test } from "vitest";
import { beforeOfTerm, mayStandBefore, withOneMore } from "../../../lib/search/wordBefore.ts";

const terms = Array.from({ length: 400 }, (_, i) => `word${i}`);

/** The byte of a term that stands behind each of these. */
const withAll = (those: string[]): number =>
  those.map(beforeOfTerm).reduce((byte, next, i) => withOneMore(byte, i, next));

test("a term may always stand before one that it stands before", () => {
  for (let length = 1; length < 6; length++) {
    for (let start = 0; start + length < terms.length; start++) {
      const those = terms.slice(start, start + length);
      const byte = withAll(those);
      for (const term of those) expect(mayStandBefore(beforeOfTerm(term), byte, length)).toBe(true);
    }
  }
});

test("what stands before one occurrence rules out nearly all others, before two most of them", () => {
  const shareAfter = (those: string[]) =>
    terms.filter((term) => mayStandBefore(beforeOfTerm(term), withAll(those), those.length)).length / terms.length;
  expect(shareAfter(["storm"])).toBeLessThan(0.02);
  expect(shareAfter(["storm", "harbour"])).toBeLessThan(0.3);
});
