import { expect, test } from "vitest";
import { matches } from "../../../lib/search/matches.ts";
import { suggestionsFor } from "../../../lib/search/suggestions.ts";
import { queryOf, searchDocument } from "../../support/searchDocument.ts";

const KNOWN = {
  tags: [
    { tag: "world", count: 40 },
    { tag: "women's world cup", count: 3 },
    { tag: "são paulo", count: 5 },
    { tag: "work", count: 60 },
  ],
  feeds: [
    { id: "g", title: "The Guardian", count: 20 },
    { id: "w", title: "World Review", count: 50 },
    { id: "q", title: 'The "Daily" 日本', count: 1 },
    { id: "e", title: "🎉", count: 99 },
  ],
};
const queries = (typed: string) => suggestionsFor(typed, KNOWN).map(({ query }) => query);

test("a tag that is being typed becomes those that begin so, the most used first", () => {
  expect(queries("tag:wo")).toEqual(["tag:work ", "tag:world ", `tag:"women's world cup" `]);
});

test("names that begin with it come before names that have it within", () => {
  expect(queries("tag:wor")).toEqual(["tag:work ", "tag:world ", `tag:"women's world cup" `]);
  expect(queries("tag:cup")).toEqual([`tag:"women's world cup" `]);
});

test("a keyword alone suggests all, and no source that cannot be asked for", () => {
  expect(queries("tag:")).toHaveLength(4);
  expect(queries("from:")).toEqual(['from:"World Review" ', 'from:"The Guardian" ', 'from:"The  Daily  日本" ']);
});

test("a word of its own suggests tags and sources", () => {
  expect(queries("storms wor")).toEqual([
    "storms tag:work ",
    'storms from:"World Review" ',
    "storms tag:world ",
    `storms tag:"women's world cup" `,
  ]);
  expect(queries("日")).toEqual(['from:"The  Daily  日本" ']);
});

test("a minus, capitals, accents and an open quote are understood", () => {
  expect(queries("-TAG:Sao")).toEqual(['-tag:"são paulo" ']);
  expect(queries('from:"the gu')).toEqual(['from:"The Guardian" ']);
});

test.each(["", "w", "tag:world ", 'from:"The Guardian"', "is:un", "before:20", '"wor', "tag:zzz", "!!"])(
  "%s suggests nothing",
  (typed) => expect(queries(typed)).toEqual([]),
);

test("what is written in full is not suggested", () =>
  expect(queries("tag:World")).toEqual([`tag:"women's world cup" `]));

test("each suggestion finds the articles of what it names", () => {
  const all = ["tag:", "from:"].flatMap((typed) => suggestionsFor(typed, KNOWN));
  for (const each of all) {
    const article = searchDocument(each.kind === "tag" ? { tags: [each.tag] } : { feedTitle: each.title });
    expect(matches(queryOf(each.query), article)).toBe(true);
  }
});
