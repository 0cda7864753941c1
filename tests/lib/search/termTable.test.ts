import { expect, test } from "vitest";
import { startTermTable } from "../../../lib/search/termTable.ts";

test("a term has one number, wherever it stands, however many there are", () => {
  const table = startTermTable();
  const words = Array.from({ length: 10_000 }, (_, i) => `w${(i * 7_919).toString(36)}é`);
  const text = words.join(" ");
  const numbers = () => {
    let at = 0;
    return words.map((word) => table.numberOf(text, at, (at += word.length + 1) - 1));
  };
  expect(numbers()).toEqual([...words.keys()]);
  expect(numbers()).toEqual([...words.keys()]);
  expect(table.terms).toEqual(words);
  expect(table.numberOf("", 0, 0)).toBe(10_000);
});
