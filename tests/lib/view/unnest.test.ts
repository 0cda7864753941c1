// @vitest-environment jsdom
import { expect, test } from "vitest";
import { unnest } from "../../../lib/view/unnest.ts";

/** An element: its name and what is in it. */
type Tree = string | Tree[];

/** As no parser would: each element stands in the one around it. */
function build([name, ...children]: Tree[]): HTMLElement {
  const element = document.createElement(String(name));
  element.append(...children.map((child) => (typeof child === "string" ? child : build(child))));
  return element;
}

function unnested(tree: Tree[], prepare = (_root: HTMLElement): void => undefined): string {
  const root = build(["div", tree]);
  prepare(root);
  const fragment = document.createDocumentFragment();
  fragment.append(...root.childNodes);
  unnest(fragment);
  root.append(fragment);
  return root.innerHTML;
}

function expectStable(html: string): void {
  const again = document.createElement("div");
  again.append(document.createRange().createContextualFragment(html));
  expect(again.innerHTML).toBe(html);
}

test.each<[what: string, tree: Tree[], expected: string]>([
  ["a paragraph in a paragraph", ["p", "One", ["p", "Two"]], "<div>One<p>Two</p></div>"],
  ["paragraphs three deep", ["p", ["p", ["p", "Deep"]]], "<div><div><p>Deep</p></div></div>"],
  [
    "a list in a paragraph, under a mark",
    ["p", ["b", ["ul", ["li", "One"]]]],
    "<div><b><ul><li>One</li></ul></b></div>",
  ],
  ["a link without an address around one", ["a", ["b", ["a", "Here"]]], "<b><a>Here</a></b>"],
  ["words in a paragraph", ["p", "One ", ["i", "two"]], "<p>One <i>two</i></p>"],
])("%s: the tree is what its markup says", (_what, tree, expected) => {
  const html = unnested(tree);
  expect(html).toBe(expected);
  expectStable(html);
});

test("of two links, one in the other, the one with an address stays", () => {
  const inner = unnested(["a", "Outer ", ["a", "inner"]], (root) => {
    root.querySelector("a a")?.setAttribute("href", "https://news.example/");
  });
  expect(inner).toBe('Outer <a href="https://news.example/">inner</a>');
  const outer = unnested(["a", "Outer ", ["a", "inner"]], (root) => {
    for (const link of root.querySelectorAll("a"))
      link.setAttribute("href", `https://${link.childNodes.length}.example/`);
  });
  expect(outer).toBe('<a href="https://2.example/">Outer inner</a>');
});

test("a cell of a table begins anew, so that its paragraphs and links stay", () => {
  const html = unnested(["div", ["table", ["tbody", ["tr", ["td", ["p", ["a", "One"]]]]]]]);
  expect(html).toBe("<div><table><tbody><tr><td><p><a>One</a></p></td></tr></tbody></table></div>");
});
