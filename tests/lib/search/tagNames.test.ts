import { expect, test } from "vitest";
import type { TagChoice } from "../../../lib/model.ts";
import { tagsNamed } from "../../../lib/search/tagNames.ts";

const choices: TagChoice[] = [
  { tag: "js", mergedInto: "javascript" },
  { tag: "ecmascript", mergedInto: "javascript", label: "Forgotten" },
  { tag: "javascript", label: "Java Script" },
  { tag: "são paulo", label: "Home" },
];

test.each([
  ["world", ["world"]],
  ["javascript", ["javascript", "js", "ecmascript"]],
  ["js", ["javascript", "js", "ecmascript"]],
  ["java script", ["java script", "javascript", "js", "ecmascript"]],
  ["home", ["home", "sao paulo"]],
  ["forgotten", ["forgotten"]],
])("by the name %s these tags are meant: %j", (name, tags) => {
  expect(tagsNamed(name, choices)).toEqual(tags);
});
