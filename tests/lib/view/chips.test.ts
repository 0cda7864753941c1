import { expect, test } from "vitest";
import type { TagChoice } from "../../../lib/model.ts";
import { chipsOf, tagsInOrder } from "../../../lib/view/chips.ts";
import { settledOrder } from "../../../lib/view/settledChips.ts";

const counts = new Map([
  ["all", 9],
  ["unread", 5],
  ["all #culture", 3],
  ["all #science", 2],
  ["unread #science", 1],
  ["all #boats", 4],
  ["unread #boats", 4],
  ["all #ants", 1],
  ["all @home", 9],
]);

test("the site's tags come first in its order, the others by their unread articles", () => {
  expect(tagsInOrder(counts, ["world", "science", "culture"], new Map())).toEqual([
    "science",
    "culture",
    "boats",
    "ants",
  ]);
});

test("pinned tags come first in their order, with articles or without; muted ones do not come", () => {
  const choices = new Map<string, TagChoice>([
    ["ants", { tag: "ants", pinnedAt: 2 }],
    ["weather", { tag: "weather", pinnedAt: 1 }],
    ["boats", { tag: "boats", isMuted: true, pinnedAt: 3 }],
    ["js", { tag: "js", pinnedAt: 0, mergedInto: "science" }],
  ]);
  expect(tagsInOrder(counts, ["science"], choices)).toEqual(["weather", "ants", "science", "culture"]);
});

test("All comes first and counts everything; a tag without unread articles keeps its chip", () => {
  expect(chipsOf(["science", "ants"], counts)).toEqual([
    { tag: null, unread: 5 },
    { tag: "science", unread: 1 },
    { tag: "ants", unread: 0 },
  ]);
});

test("chips do not change places while they are looked at", () => {
  expect(settledOrder(["b", "a", "gone"], ["a", "b", "new"])).toEqual(["b", "a", "new"]);
});
