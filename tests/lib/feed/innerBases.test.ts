import { expect, test } from "vitest";
import { resolveInnerBases } from "../../../lib/feed/innerBases.ts";

const BASE = "https://x.example/a/";

test("HTML without bases of its own is the very same", () => {
  const html = "<p><a href='x'>xml:base</a></p>";
  expect(resolveInnerBases(html, BASE)).toBe(html);
});

test("an element's base holds inside it, upon the bases around it, and not behind it", () => {
  expect(
    resolveInnerBases(
      '<p xml:base="b/"><a href="x">x</a><i xml:base="c/"><img src="y"></i></p><a href="z">z</a>',
      BASE,
    ),
  ).toBe(
    `<p xml:base="b/"><a href="${BASE}b/x">x</a><i xml:base="c/"><img src="${BASE}b/c/y"></i></p><a href="z">z</a>`,
  );
});

test("the element that has a base is itself relative to it", () => {
  expect(resolveInnerBases('<img xml:base="b/" src="x"><img src="y">', BASE)).toBe(
    `<img xml:base="b/" src="${BASE}b/x"><img src="y">`,
  );
});

test("places in the text, other schemes and nonsense stay as they are", () => {
  const html =
    '<p xml:base="b/"><a href="#x">x</a><a href="mailto:a@b.example">y</a><a href="https://z.example/">z</a></p>';
  expect(resolveInnerBases(html, BASE)).toBe(html);
  expect(resolveInnerBases('<p xml:base="javascript:1"><a href="x">x</a></p>', BASE)).toContain('href="x"');
});

test("an address keeps its quotation, whatever is in it", () => {
  expect(resolveInnerBases(`<p xml:base="b/"><a href='x?"&amp;y'>x</a></p>`, BASE)).toContain(
    `href="${BASE}b/x?%22&amp;y"`,
  );
});
