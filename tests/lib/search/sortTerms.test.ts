import { expect, test } from "vitest";
import { sortedPlaces } from "../../../lib/search/sortTerms.ts";
import { makeRandom } from "../../support/makeRandom.ts";

test("terms are put in the order that strings have", () => {
  const random = makeRandom(7);
  const letters = ["a", "b", "z", "0", "é", "東", "京", "\u007f", "\u{20000}", "#", "@"];
  const word = () =>
    Array.from({ length: 1 + random() * 8 }, () => letters[Math.floor(random() * letters.length)]).join("");
  const terms = [...new Set(Array.from({ length: 3_000 }, word))];
  expect([...sortedPlaces(terms)].map((place) => terms[place])).toEqual(terms.toSorted());
});

test("no terms, and one", () => {
  expect([...sortedPlaces([])]).toEqual([]);
  expect([...sortedPlaces(["a"])]).toEqual([0]);
});
