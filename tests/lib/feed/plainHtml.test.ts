import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../../lib/feed/html.ts";
import { plainHtmlText } from "../../../lib/feed/plainHtml.ts";
import { readFeed } from "../../../lib/feed/read.ts";
import { termsOf } from "../../../lib/search/terms.ts";
import { feedCases } from "../../support/feedCases.ts";

const words = (html: string) => termsOf(textOf(html));

test("the bodies of all feeds at hand have the words that the parser finds, and nearly all are plain", () => {
  let plain = 0;
  let all = 0;
  for (const { bytes, from } of feedCases()) {
    const read = readFeed(bytes(), from);
    const bodies =
      read.kind === "feed" ? read.items.flatMap(({ body }) => (body?.format === "html" ? [body] : [])) : [];
    for (const { source } of bodies) {
      const text = plainHtmlText(source);
      all++;
      if (text === null) continue;
      plain++;
      expect(termsOf(text)).toEqual(words(source));
    }
  }
  expect(all).toBeGreaterThan(40);
  expect(plain / all).toBeGreaterThan(0.9);
});

test.each([
  ["words that markup only dresses", "un<b>bel</b>ievable", "unbelievable"],
  ["blocks as lines", "one<br>two<p>three</p>four<hr/>five", "one\ntwo\nthree\nfour\nfive"],
  ["references", "caf&eacute; &amp; &#8217; &#x41; a < b & c", "café & ’ A a < b & c"],
  ["attributes with tags in them", `<a title="x > y" href=/a/b data-x='<p>'>link</a>`, "link"],
  ["comments", "a<!-- <b>no</b> -->b<!---->c", "abc"],
  ["pictures and their end tags", `<p>a<img src="x" alt="y"/>b</p>`, "\nab\n"],
  ["capitals", "<P>a</p><DIV CLASS=x>b</DIV>", "\na\n\nb\n"],
])("reads %s", (_, html, text) => expect(plainHtmlText(html)).toBe(text));

test.each([
  ["elements of the page's own", "<my-box>a</my-box>"],
  ["scripts and styles", "<script>x</script>a"],
  ["drawings", "<svg><text>x</text></svg>"],
  ["forms", "<select><option>a</select>"],
  ["what is not closed in order", "<b><p>a</b>b</p>"],
  ["an end without a start", "a</div>b"],
  ["list items without ends", "<ul><li>a<li>b</ul>"],
  ["names that are no tags", "Vec<T> is"],
  ["attributes run together", `<a href="x"title="y">z</a>`],
  ["comments that end by force", "<!-->a-->b"],
  ["declarations", "<!DOCTYPE html><p>a</p>"],
  ["instructions", "<?xml?><p>a</p>"],
  ["partial references", "a &copy b"],
  ["a tag that never ends", "a <b title='"],
])("leaves %s to the parser", (_, html) => expect(plainHtmlText(html)).toBeNull());

const piece = fc.oneof(
  fc.constantFrom(..."word two é & < > &amp; &lt; &nbsp; &#8217; &#x41; &copy &notin; &#0; \n ' \"".split(" "), " "),
  fc.constantFrom(
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<div class='a>b'>",
    "</div>",
    "<br>",
    "<br/>",
    "<img src=x>",
    "<li>",
    "</li>",
    "<ul>",
  ),
  fc.constantFrom(
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    '<a href="x">',
    "</a>",
    "<h2>",
    "</h2>",
    "</br>",
  ),
  fc.constantFrom(
    "<!-- x -->",
    "<!---->",
    "<script>",
    "</script>",
    "<T>",
    "<a b = c d>",
    "<a\nb='x' / >",
    "<p/>",
    "<wbr>",
    "< p>",
    "</ p>",
  ),
);
const nested: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    piece,
    fc
      .tuple(
        fc.constantFrom("p", "b", "div", "span", "li", "ul", "td", "tr", "th", "h1", "h2", "a", "dd", "dt"),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`),
  ),
})).node;

test("any HTML has the words that the parser finds, or is left to it", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(nested, nested, fc.constantFrom("a", "b", " "))), (parts) => {
      const html = parts.join("");
      const text = plainHtmlText(html);
      if (text !== null) expect(termsOf(text)).toEqual(words(html));
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 1_000) },
  );
});
