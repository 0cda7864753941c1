// @vitest-environment jsdom
import fc from "fast-check";
import { Marked, marked } from "marked";
import { expect, test } from "vitest";
import { markdownNotes } from "../../../lib/feed/markdownNotes.ts";
import { markNotes } from "../../../lib/view/notes.ts";
import { sanitize } from "../../../lib/view/sanitize.ts";
import { boxTables } from "../../../lib/view/tables.ts";
import { toMarkdown } from "../../../lib/view/toMarkdown.ts";

function fragmentOf(html: string): DocumentFragment {
  const fragment = sanitize(html, "https://news.example/a/");
  boxTables(fragment);
  return fragment;
}

const markdownOf = (html: string): string => toMarkdown(fragmentOf(html));

/** What a copy must keep, whatever becomes of white space. */
const lettersOf = (html: string): string => (fragmentOf(html).textContent ?? "").replace(/\s/g, "");

const rendered = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true });

test.each([
  { what: "a paragraph", html: "<p>One\n two</p><p>Three</p>", markdown: "One two\n\nThree" },
  { what: "a heading", html: "<h2>A <em>new</em><br>day #</h2>", markdown: "## A *new* day \\#" },
  { what: "marked words", html: "<p><b>a</b> <i>b</i> <s>c</s></p>", markdown: "**a** *b* ~~c~~" },
  { what: "marks in marks", html: "<p><b><i>a</i> b <b>c</b></b></p>", markdown: "***a* b c**" },
  { what: "white space at a mark's ends", html: "<p>a<b> b </b>c</p>", markdown: "a **b** c" },
  { what: "a mark that would not be read as one", html: "<p><b>“a.”</b>b</p>", markdown: "<strong>“a.”</strong>b" },
  { what: "a line break", html: "<p>a<br>b<br></p>", markdown: "a\\\nb" },
  {
    what: "a link, its address whole",
    html: '<p><a href="../b_(c)?d">e</a></p>',
    markdown: "[e](https://news.example/b%5F%28c%29?d)",
  },
  {
    what: "a picture, by its own address",
    html: '<p><img src="/p.jpg" alt="A b"></p>',
    markdown: "![A b](https://news.example/p.jpg)",
  },
  { what: "code", html: "<p><code>a`b</code> <code>*</code></p>", markdown: "``a`b`` `*`" },
  {
    what: "code in its language",
    html: '<pre><code class="language-js">a  = 1\n\n  b</code></pre>',
    markdown: "```js\na  = 1\n\n  b\n```",
  },
  { what: "code with a fence in it", html: "<pre>```\na</pre>", markdown: "````\n```\na\n````" },
  { what: "lists in lists", html: "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", markdown: "- a\n  - b\n- c" },
  {
    what: "numbers from where they start",
    html: "<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>",
    markdown: "3. a\n\n4. b\n\n   c",
  },
  { what: "two lists one after the other", html: "<ul><li>a</li></ul><ul><li>b</li></ul>", markdown: "- a\n\n* b" },
  { what: "a quotation", html: "<blockquote><p>a</p><p>b</p></blockquote>", markdown: "> a\n>\n> b" },
  {
    what: "a table",
    html: "<table><tr><th>a<th>b<tr><td>c|d<td>e<br>f</table>",
    markdown: "| a | b |\n| --- | --- |\n| c\\|d | e<br>f |",
  },
  { what: "a table without a head", html: "<table><tr><td>a</table>", markdown: "|  |\n| --- |\n| a |" },
  {
    what: "a figure",
    html: '<figure><img src="/p.jpg" alt=""><figcaption>a</figcaption></figure>',
    markdown: "![](https://news.example/p.jpg)\n\na",
  },
  { what: "a rule", html: "<p>a</p><hr><p>b</p>", markdown: "a\n\n---\n\nb" },
  {
    what: "raised and lowered signs",
    html: "<p>m<sup>2</sup> H<sub>2</sub>O</p>",
    markdown: "m<sup>2</sup> H<sub>2</sub>O",
  },
  {
    what: "signs that Markdown would take for its own",
    html: "<p># a</p><p>1. b</p><p>- c</p><p>* [d] _e_ f_g &amp;amp; &lt;b> ~h~ \\ `</p>",
    markdown: "\\# a\n\n1\\. b\n\n\\- c\n\n\\* \\[d\\] \\_e\\_ f_g \\&amp; \\<b> \\~h\\~ \\\\ \\`",
  },
  {
    what: "an exclamation before a link",
    html: '<p>a!<a href="https://b.example/">b</a></p>',
    markdown: "a\\![b](https://b.example/)",
  },
])("$what", ({ html, markdown }) => {
  expect(markdownOf(html)).toBe(markdown);
  expect(lettersOf(rendered(markdown))).toBe(lettersOf(html));
});

test("footnotes stand at the end, under the numbers that refer to them", () => {
  const fragment = fragmentOf(
    '<p>a<sup><a href="#n2">2</a></sup> b<sup><a href="#n1">1</a></sup></p><ol><li id="n1">One <a href="#r1">↩</a></li>' +
      '<li id="n2"><p>Two</p><p>more <a href="#r2">↩</a></p></li></ol>',
  );
  for (const link of fragment.querySelectorAll("sup a")) link.setAttribute("role", "doc-noteref");
  expect(toMarkdown(fragment)).toBe("a[^1] b[^2]\n\n[^1]: Two\n\n    more\n\n[^2]: One");
});

const EVERYTHING = `## A heading with *stress*

A paragraph with **strong words**, ~~struck ones~~, \`code\` and a [link](https://x.example/a?b=c).[^1]\\
Its second line, 2\\*3, snake_case, <kbd>Ctrl</kbd> and m<sup>2</sup>.

1. One
   - One and a half[^2]
2. Two

   More of two

> A quotation
>
> - with a list

\`\`\`js
const a = [1, 2]; // <b>
\`\`\`

| Year | Cost |
| --- | --- |
| 1990 | 3\\|4 |

---

![A bridge](https://x.example/b.jpg)

[^1]: A note with a [link](https://y.example/).

[^2]: Another one.
`;

test("Markdown that was read comes back with the same words, and once more with the same signs", () => {
  const parser = new Marked(markdownNotes());
  const read = (markdown: string): DocumentFragment => {
    const fragment = fragmentOf(parser.parse(markdown, { async: false, gfm: true }));
    markNotes(fragment);
    return fragment;
  };
  const lettersIn = (fragment: DocumentFragment) => (fragment.textContent ?? "").replace(/\s/g, "");
  const copy = toMarkdown(read(EVERYTHING));
  expect(lettersIn(read(copy))).toBe(lettersIn(read(EVERYTHING)));
  expect(toMarkdown(read(copy))).toBe(copy);
  expect(copy).toContain("[^2]: Another one.");
});

const sign = fc.constantFrom(
  ..."*_`~#>-+=|[]()!<&\\.:\"'".split(""),
  "1.",
  "2)",
  "&amp;",
  "<b>",
  "http://a.example/_b_",
  "---",
  "a",
  "é",
  "東京",
  " ",
  "  ",
  "**",
  "“",
  "👩‍🚀",
  "www.a.example",
  "a@b.example",
);
const anyText = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(""));
const anyInline: fc.Arbitrary<string> = fc.letrec<{ inline: string; element: string; text: string }>((tie) => ({
  inline: fc.array(tie("element"), { minLength: 1, maxLength: 4 }).map((all) => all.join("")),
  text: anyText.map(escapeHtml),
  element: fc.oneof(
    { depthSize: "small" },
    tie("text"),
    tie("text"),
    fc
      .tuple(fc.constantFrom("b", "em", "s", "code", "sup", "span"), tie("inline"))
      .map(([name, inner]) => `<${name}>${inner}</${name}>`),
    tie("inline").map((inner) => `<a href="https://x.example/">${inner}</a>`),
    fc.constant("<br>"),
  ),
})).inline;
const anyBlock = fc.oneof(
  anyInline.map((inner) => `<p>${inner}</p>`),
  anyInline.map((inner) => `<h2>${inner}</h2>`),
  fc
    .array(anyInline, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`),
  fc
    .array(anyInline, { minLength: 1, maxLength: 3 })
    .map((items) => `<ol>${items.map((item) => `<li><p>${item}</p></li>`).join("")}</ol>`),
  anyInline.map((inner) => `<blockquote><p>${inner}</p></blockquote>`),
  anyText.map((text) => `<pre>${escapeHtml(text)}</pre>`),
  fc
    .array(anyInline, { minLength: 2, maxLength: 2 })
    .map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`),
);

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

test("whatever a text says, its copy says the same when it is rendered", () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 4 }), (blocks) => {
      const html = blocks.join("\n");
      expect(lettersOf(rendered(markdownOf(html)))).toBe(lettersOf(html));
    }),
    // By itself it tries the same texts each time: parsers of Markdown have corners that others leave to them.
    process.env["PROPERTY_RUNS"] ? { numRuns: Number(process.env["PROPERTY_RUNS"]) } : { numRuns: 40, seed: 7 },
  );
}, 600_000);
