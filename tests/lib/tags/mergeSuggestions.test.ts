import { expect, test } from "vitest";
import type { TagChoice } from "../../../lib/model.ts";
import { mergeSuggestions } from "../../../lib/tags/mergeSuggestions.ts";

const offered = (tags: Record<string, number>, ...choices: TagChoice[]) =>
  mergeSuggestions(
    Object.entries(tags).map(([tag, count]) => ({ tag, count })),
    new Map(choices.map((choice) => [choice.tag, choice])),
  ).map(({ from, into }) => `${from} → ${into}`);

test.each([
  [{ "open source": 3, "open-source": 9 }, ["open source → open-source"]],
  [{ café: 1, cafe: 2 }, ["café → cafe"]],
  [{ "e mail": 1, email: 5, "e-mail": 2 }, ["e-mail → email", "e mail → email"]],
  [{ game: 4, games: 2 }, ["games → game"]],
  [{ story: 1, stories: 8 }, ["story → stories"]],
  [{ church: 1, churches: 1 }, ["church → churches"]],
  [{ "power plant": 1, "power plants": 3 }, ["power plant → power plants"]],
  [{ js: 90, javascript: 2 }, ["js → javascript"]],
  [{ ai: 3, "artificial intelligence": 1 }, ["ai → artificial intelligence"]],
  [{ がき: 1, かき: 2 }, []],
  [{ c: 1, "c#": 2, "c++": 3 }, []],
  [{ new: 4, news: 9 }, []],
  [{ io: 1, ios: 3, bu: 1, bus: 1, pres: 1, press: 1, pari: 1, paris: 1, viru: 1, virus: 1 }, []],
  [{ politic: 1, politics: 2, economic: 1, economics: 2 }, []],
  [{ js: 1 }, []],
])("%j: %j", (tags, pairs) => {
  expect(offered(tags)).toEqual(pairs);
});

test("two that were said not to be the same are not offered again, whichever is the greater now", () => {
  expect(offered({ game: 4, games: 2 }, { tag: "game", notSameAs: ["games"] })).toEqual([]);
  expect(offered({ game: 4, games: 9 }, { tag: "game", notSameAs: ["games"] })).toEqual([]);
});

test("the most articles come first", () => {
  expect(offered({ game: 4, games: 2, js: 90, javascript: 2 })).toEqual(["js → javascript", "games → game"]);
});

test("two thousand tags are looked through in a moment", () => {
  const tags = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`tag ${i}${i % 2 ? "s" : ""}`, i]));
  const begun = performance.now();
  offered(tags);
  expect(performance.now() - begun).toBeLessThan(100);
});
