// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { anchorAt, findPlace, textBlocks } from "../../../lib/view/textBlocks.ts";

beforeEach(() => document.body.replaceChildren());

function blocksOf(html: string) {
  document.body.append(document.createRange().createContextualFragment(html));
  return textBlocks(document.body);
}

test("a paragraph is one block, whatever marks stand in it; so is a picture by itself", () => {
  const blocks = blocksOf('<h2>One</h2> <p>Two <b>words</b> <img alt=""> more</p><figure><img alt="A view"></figure>');
  expect(blocks.map(({ element, text }) => [element.localName, text])).toEqual([
    ["h2", "One"],
    ["p", "Two words more"],
    ["img", ""],
  ]);
});

test("what stands in a list item before another list is a block of its own, and what stands after it", () => {
  const blocks = blocksOf("<ul><li>One<ul><li>Two</li></ul>three</li></ul>four");
  expect(blocks.map(({ text }) => text)).toEqual(["One", "Two", "three", "four"]);
});

test("a place is found in the text that a publisher has changed", () => {
  const before = blocksOf("<p>The council met.</p><p>Nobody had come to see it vote in the end.</p>");
  const anchor = anchorAt(before, { block: 1, passed: 0.5 });
  document.body.replaceChildren();
  const after = blocksOf(
    "<p>Updated.</p><p>The council met.</p><p>Well: nobody had come to see it vote in the end.</p>",
  );
  const place = findPlace(after, anchor);
  expect(place?.block).toBe(2);
  expect(after[2]?.text.slice((place?.passed ?? 0) * (after[2]?.text.length ?? 0))).toBe(
    "see it vote in the end.".slice(2),
  );
});

test("of a block that is too long to go through, no more is known than its share", () => {
  const [block] = blocksOf(`<pre>${"long ".repeat(5_000)}</pre>`);
  expect(block && anchorAt([block], { block: 0, passed: 0.25 })).toMatchObject({ block: 0, passed: 0.25 });
  expect(block && anchorAt([block], { block: 0, passed: 0.25 })).not.toHaveProperty("next");
});
