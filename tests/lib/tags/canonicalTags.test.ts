import { expect, test } from "vitest";
import { canonicalTags } from "../../../lib/tags/canonicalTags.ts";
import { tagLabel } from "../../../lib/tags/tagLabel.ts";

test.each([
  ["World", "world"],
  ["  South \n Asia ", "south asia"],
  ["#Tech", "tech"],
  ["# Tech", "tech"],
  ["/news/Tech/", "tech"],
  ["TCP/IP", "tcp/ip"],
  ["Cafe\u0301", "café"],
  ["C#", "c#"],
  ["İstanbul", "istanbul"],
  ["ΚΌΣΜΟΣ", "κόσμος"],
  ["Straße", "straße"],
])("%j is the tag %j", (label, tag) => {
  expect(canonicalTags([label])).toEqual([tag]);
});

test("a tag is kept once, in the publisher's order", () => {
  expect(canonicalTags(["World", "b", "WORLD", "#world", "a"])).toEqual(["world", "b", "a"]);
});

test("labels that say nothing are no tags", () => {
  expect(canonicalTags(["", " ", "#", "/", "//", " # "])).toEqual([]);
});

test("at most 32 tags of at most 64 characters", () => {
  expect(canonicalTags(Array.from({ length: 100 }, (_, i) => `t${i}`))).toHaveLength(32);
  expect([...(canonicalTags(["😀".repeat(100)])[0] ?? "")]).toHaveLength(64);
  expect(canonicalTags([`${"a".repeat(63)} b`])).toEqual(["a".repeat(63)]);
});

test("a label raises the first letter as its language does", () => {
  expect(tagLabel("world", "en")).toBe("World");
  expect(tagLabel("istanbul", "tr")).toBe("İstanbul");
  expect(tagLabel("istanbul", "en")).toBe("Istanbul");
  expect(tagLabel("𐐨x", "en")).toBe("𐐀x");
  expect(tagLabel("", "en")).toBe("");
});
