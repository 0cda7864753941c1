// @vitest-environment jsdom
import { expect, test } from "vitest";
import { comparedBlocks } from "../../../lib/view/comparedBlocks.ts";
import { sanitize } from "../../../lib/view/sanitize.ts";

const blocksOf = (html: string) => comparedBlocks(sanitize(html, null)).map(({ kind, text }) => `${kind}: ${text}`);

test("each block is one line of words, whatever is marked in it", () => {
  expect(blocksOf("<p>One <b>two</b>\n three<br>four</p>five<div>six</div>")).toEqual([
    "text: One two three four",
    "text: five",
    "text: six",
  ]);
});

test("headings, items, quotations and code are told apart, and code keeps its lines", () => {
  const html =
    "<h2>a</h2><ul><li>b<ul><li><p>c</p></li></ul></li></ul><blockquote><p>d</p></blockquote><pre>e\n  f\n</pre>";
  expect(blocksOf(html)).toEqual(["heading: a", "item: b", "item: c", "quotation: d", "code: e\n  f"]);
});

test("a row of a table is one block", () => {
  expect(
    blocksOf("<table><tr><th>a</th><th>b <i>c</i></th></tr><tr><td>d</td><td></td><td>e</td></tr></table>"),
  ).toEqual(["text: a | b c", "text: d | e"]);
});
