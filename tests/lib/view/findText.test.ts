// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { createFinder } from "../../../lib/view/findText.ts";

beforeEach(() => document.body.replaceChildren());

/** What is found, as it stands in the text. */
function foundIn(html: string, words: string): string[] {
  document.body.append(document.createRange().createContextualFragment(html));
  const matches = createFinder([document.body]).find(words);
  return matches.places.map((_, i) => {
    const match = matches.at(i);
    if (!match) throw new Error("no match");
    const range = document.createRange();
    range.setStart(match.start.text, match.start.offset);
    range.setEnd(match.end.text, match.end.offset);
    return range.toString();
  });
}

test("words are found across the borders of marks and links", () => {
  expect(foundIn('<p>The coun<b>cil <a href="#">vo</a>tes</b>. A council voted.</p>', "council vote")).toEqual([
    "council vote",
    "council vote",
  ]);
});

test("they are found however they are written", () => {
  expect(foundIn("<p>Crème brûlée, CRÈME</p><p>creme</p>", "crème")).toEqual(["Crème", "CRÈME", "creme"]);
  expect(foundIn("<p>It isn’t so, he says</p>", "isn't")).toEqual(["isn’t"]);
});

test("they are not found from one paragraph into the next, but over a line break", () => {
  expect(foundIn("<p>one</p><p>two</p>", "one two")).toEqual([]);
  expect(foundIn("<p>onetwo</p><p>one</p>two", "onetwo")).toEqual(["onetwo"]);
  expect(foundIn("<p>one<br>two, one\n   <i> two</i></p>", "one two")).toHaveLength(2);
});

test("no match lies in another, and nothing is found of spaces alone", () => {
  expect(foundIn("<p>ana banana</p>", "ana")).toEqual(["ana", "ana"]);
  expect(foundIn("<p>a b c</p>", "  ")).toEqual([]);
  expect(foundIn("<p>a b c</p>", "")).toEqual([]);
});
