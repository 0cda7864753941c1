import { expect, test } from "vitest";
import { scoreOf, type Candidate, type TermHit } from "../../../lib/search/rank.ts";

const DAY = 86_400_000;
const COLLECTION = { documents: 1_000, averageLength: 300 };
const HIT: TermHit = { frequency: 1, isInTitle: false, documents: 20 };
const score = (candidate: Partial<Candidate>) =>
  scoreOf({ hits: [HIT], length: 300, ageMs: 0, ...candidate }, COLLECTION);

test("a rare word counts for more than a common one", () => {
  expect(score({ hits: [{ ...HIT, documents: 2 }] })).toBeGreaterThan(score({ hits: [{ ...HIT, documents: 500 }] }));
});

test("more mentions count for more, and each for less", () => {
  const times = (frequency: number) => score({ hits: [{ ...HIT, frequency }] });
  expect(times(2)).toBeGreaterThan(times(1));
  expect(times(2) - times(1)).toBeGreaterThan(times(9) - times(8));
});

test("a word in the title counts for more than several in the text", () => {
  expect(score({ hits: [{ ...HIT, isInTitle: true }] })).toBeGreaterThan(score({ hits: [{ ...HIT, frequency: 4 }] }));
});

test("a short article that says it counts for more than a long one", () => {
  expect(score({ length: 50 })).toBeGreaterThan(score({ length: 3_000 }));
});

test("newer comes before older that says as much, and a much better one before a newer one", () => {
  expect(score({ ageMs: DAY })).toBeGreaterThan(score({ ageMs: 20 * DAY }));
  expect(score({ ageMs: 30 * DAY, hits: [{ ...HIT, isInTitle: true }] })).toBeGreaterThan(score({ ageMs: 20 * DAY }));
});

test("no score is negative or without a number", () => {
  for (const documents of [0, 1_000, 5_000]) expect(score({ hits: [{ ...HIT, documents }] })).toBeGreaterThan(0);
  expect(scoreOf({ hits: [HIT], length: 0, ageMs: -DAY }, { documents: 0, averageLength: 0 })).toBeGreaterThan(0);
  expect(score({ hits: [] })).toBe(0);
});
