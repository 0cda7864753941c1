import { expect, test } from "vitest";
import type { TagChoice } from "../../../lib/model.ts";
import { tagged, type Choices, type Tagged } from "../../../lib/tags/mapTags.ts";

const choicesOf = (...choices: TagChoice[]): Choices => new Map(choices.map((choice) => [choice.tag, choice]));

test("what is merged into one tag is one tag, in the place of the first; what was given is kept", () => {
  const choices = choicesOf({ tag: "js", mergedInto: "javascript" });
  expect(tagged({ tags: ["js", "web", "javascript"] }, choices)).toEqual({
    tags: ["javascript", "web"],
    givenTags: ["js", "web", "javascript"],
  });
});

test("an article that the choices do not touch stays the same object", () => {
  const article = { tags: ["world"] };
  expect(tagged(article, choicesOf({ tag: "js", mergedInto: "javascript" }))).toBe(article);
  expect(tagged(article, choicesOf({ tag: "world", pinnedAt: 1, label: "The world" }))).toBe(article);
});

test("without the merge an article has again what it was given, and nothing else", () => {
  const article: Tagged = { tags: ["javascript"], givenTags: ["js", "javascript"], mutedBy: ["javascript"] };
  expect(tagged(article, choicesOf())).toEqual({ tags: ["js", "javascript"] });
});

test("an article knows which of its tags are muted, those merged into a muted one too", () => {
  const choices = choicesOf({ tag: "sport", isMuted: true }, { tag: "football", mergedInto: "sport" });
  expect(tagged({ tags: ["football", "world"] }, choices)).toMatchObject({
    tags: ["sport", "world"],
    mutedBy: ["sport"],
  });
});
