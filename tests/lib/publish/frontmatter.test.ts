import { expect, test } from "vitest";
import { readFrontmatter } from "../../../lib/publish/frontmatter.ts";

const day = { at: Date.UTC(2024, 6, 3, 12), day: "2024-07-03" };

test("only title and date are needed, and a theme's own keys are left alone", () => {
  expect(readFrontmatter("---\ntitle: Ferries return\npubDate: 2024-07-03\nlayout: ../x.astro\n---\nText")).toEqual({
    frontmatter: { title: "Ferries return", description: "", pubDate: day, hero: null, tags: [] },
    body: "Text",
  });
});

test("the body is everything after the block, to the byte", () => {
  const body = "\n    code\n\n---\ntitle: not mine\n---\n  \n";
  expect(readFrontmatter(`---\ntitle: T\npubDate: 2024-07-03\n---\n${body}`)).toMatchObject({ body });
});

test("files with Windows line ends are read, and their body keeps them", () => {
  expect(readFrontmatter("---\r\ntitle: T\r\npubDate: 2024-07-03\r\n---\r\nOne\r\nTwo")).toMatchObject({
    frontmatter: { title: "T", pubDate: day },
    body: "One\r\nTwo",
  });
});

test("a tag named twice counts once", () => {
  expect(readFrontmatter("---\ntitle: T\npubDate: 2024-07-03\ntags: [world, art, world]\n---\n")).toMatchObject({
    frontmatter: { tags: ["world", "art"] },
  });
});

test.each([
  ["no block", "Just text", "frontmatter", "is missing; the file starts with a block between two lines of ---"],
  ["a block without an end", "---\ntitle: T\n", "frontmatter", "is missing; the file starts with a block"],
  ["broken YAML", '---\ntitle: "T\npubDate: 2024-07-03\n---\n', "frontmatter", "Missing closing"],
  ["a list instead of names", "---\n- title\n---\n", "frontmatter", "must be a list of `name: value` lines"],
  ["no title", "---\npubDate: 2024-07-03\n---\n", "title", "is missing"],
  ["an empty title", '---\ntitle: " "\npubDate: 2024-07-03\n---\n', "title", "is empty"],
  ["a number for a title", "---\ntitle: 1984\npubDate: 2024-07-03\n---\n", "title", "must be text; put it in quotes"],
  ["no date", "---\ntitle: T\n---\n", "pubDate", "is missing"],
  ["a bad date", "---\ntitle: T\npubDate: soon\n---\n", "pubDate", '"soon" is not a date'],
  ["one tag", "---\ntitle: T\npubDate: 2024-07-03\ntags: world\n---\n", "tags", "must be a list such as"],
  ["a tag that is a list", "---\ntitle: T\npubDate: 2024-07-03\ntags: [a, [b]]\n---\n", "tags.1", "must be text"],
])("%s is a fault with its field and reason", (_, text, field, reason) => {
  expect(readFrontmatter(text)).toEqual([{ field, reason: expect.stringContaining(reason) }]);
});

test("every fault of a file is named, not only the first", () => {
  expect(readFrontmatter("---\nhero: [x]\ntags: 7\n---\n")).toHaveLength(4);
});
