import fc from "fast-check";
import { expect, test } from "vitest";
import { textPiecesOf } from "../../../lib/feed/html.ts";
import { joined, textOf, tidyPiecesOf } from "../../../lib/feed/htmlText.ts";
import { makeArticle } from "../../bench/articles.ts";

test("blocks are lines, inline tags are not, white space is folded", () => {
  expect(textOf("<h1>Title</h1>\n<p>One <b>two</b>\n  three<br>four</p><ul><li>a<li>b</ul>")).toBe(
    "Title\nOne two three\nfour\na\nb",
  );
});

test("scripts, styles and comments are no text", () => {
  expect(textOf("a<script>b()</script><style>c{}</style><!-- d --><template>e</template> f")).toBe("a f");
});

test("an unknown name in angle brackets is text", () => {
  expect(textOf("<p>Vec<T> &amp; a &lt; b</p>")).toBe("Vec<T> & a < b");
});

/** The same documents each time; `SEED=2 RUNS=20000` looks at others. */
const HOW = { seed: Number(process.env["SEED"] ?? 1), numRuns: Number(process.env["RUNS"] ?? 2_000) };

test("any mix of tags and words that passes for tidy gives what the parser gives", () => {
  let tidy = 0;
  fc.assert(
    fc.property(htmlOfPieces, (html) => {
      const pieces = tidyPiecesOf(html);
      if (pieces === null) return;
      tidy++;
      expect(joined(pieces)).toBe(joined(textPiecesOf(html)));
    }),
    HOW,
  );
  expect(tidy).toBeGreaterThan(HOW.numRuns / 20);
});

test("an article as publishers write it passes for tidy", () => {
  const { html } = makeArticle({ feed: 1, number: 1, count: 10, until: Date.UTC(2026, 0, 1) });
  expect(tidyPiecesOf(html)).not.toBeNull();
});

const TAGS = ["p", "b", "a", "i", "em", "div", "li", "ul", "h1", "h2", "hr", "br", "img", "pre", "svg", "td", "option"];
const inTag = fc.constantFrom(
  "",
  " ",
  ' href="x>y"',
  " id=a",
  " x='1'",
  " hidden",
  " a=b/",
  "/",
  " /",
  "\n",
  ' a="b"c',
  "\u00A0",
);
const opened = fc.tuple(fc.constantFrom(...TAGS), inTag).map(([name, rest]) => `<${name}${rest}>`);
const closed = fc
  .tuple(fc.constantFrom(...TAGS), fc.constantFrom("", " ", "/"))
  .map(([name, rest]) => `</${name}${rest}>`);
const word = fc.constantFrom(
  "one",
  " ",
  "two ",
  "\n",
  "\u00A0",
  "Vec<T>",
  "a < b",
  "<P>",
  "<!-- c -->",
  "<?x?>",
  "]]>",
  "é",
);
const reference = fc.constantFrom(
  ...["&amp;", "&amp", "&copy", "&notit;", "&#65;", "&#65", "&#10;", "&#x20;", "&nbsp;", "&#128;", "&#129;", "&#0;"],
  ...["&#xD800;", "&#9999999;", "& ", "&", "&;", "&#;", "&bogus;", "&lt;b&gt;", "&NotEqualTilde;", "&#X41;", "&&amp;"],
);
const wrapped = (inner: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...TAGS), inTag, inner).map(([name, rest, inner]) => `<${name}${rest}>${inner}</${name}>`);
const some = (piece: fc.Arbitrary<string>) => fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
const htmlOfPieces = fc.oneof(
  some(fc.oneof(word, reference, wrapped(some(fc.oneof(word, reference, wrapped(some(word))))))),
  some(fc.oneof(opened, closed, word, reference)),
);
