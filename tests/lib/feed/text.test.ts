import { expect, test } from "vitest";
import { cleanLine, lineOf, summaryOf } from "../../../lib/feed/text.ts";
import { withoutMarkdown } from "../../../lib/feed/withoutMarkdown.ts";

const loose = (value: string) => ({ value, type: "loose" as const, base: null });

/** What a title is after the parser decoded its XML once, and what people must see. */
const TITLES: [parsed: string, shown: string][] = [
  ["AT&T", "AT&T"],
  ["AT&amp;T", "AT&T"],
  ["Vec<T> and HashMap<K, V>", "Vec<T> and HashMap<K, V>"],
  ["Option<B>", "Option<B>"],
  ["a < b and b > c", "a < b and b > c"],
  ["<script>", "<script>"],
  ["Use <script type=module> today", "Use <script type=module> today"],
  ["<script>alert(1)</script> News", "News"],
  ["&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"],
  ["<img src=x onerror=alert(1)>Picture", "Picture"],
  ["<b>Bold</b> and <i class='x'>italic</i>", "Bold and italic"],
  ['<img src="a.png" alt="Harbour &amp; <b>sea</b>">', "Harbour & sea"],
  ['<img src="a.png" alt="cat<br>dog">', "cat dog"],
  ['<img src="a.png" alt="cat"> News', "News"],
  ["<img src='a.png'>", "<img src='a.png'>"],
  ["One<br>two<br/>three", "One two three"],
  ["<p>Wrapped</p>", "Wrapped"],
  ["It&#8217;s &#x2014; &eacute;t&eacute; &#150; &unknown;", "It’s — été – &unknown;"],
  ["&amp;amp;", "&amp;"],
  ["<!-- note -->Title", "Title"],
  ["", ""],
];

test.each(TITLES)("the title %j shows as %j", (parsed, shown) => {
  expect(lineOf(loose(parsed), 300)).toBe(shown);
});

test("a title that says it is text keeps its angle brackets", () => {
  expect(lineOf({ value: "<b>bold</b> &amp; so", type: "text", base: null }, 300)).toBe("<b>bold</b> & so");
});

test("controls, direction marks and tag characters are taken out, line breaks become spaces", () => {
  expect(cleanLine("a\u0000b\u0007c\nd\te\u0085f", 300)).toBe("abc d e f");
  const invisible = ["\u202A", "\u202E", "\u2066", "\u2069", "\u200E", "\u200F", "\uFEFF", "\u{E0001}", "\u{E007F}"];
  expect(cleanLine(`safe${invisible.join("")}exe.gpj`, 300)).toBe("safeexe.gpj");
  expect(cleanLine("👨‍👩‍👧 family, क्‍ष", 300)).toBe("👨‍👩‍👧 family, क्‍ष");
});

test("a text is cut at whole graphemes", () => {
  expect(cleanLine("a".repeat(301), 300)).toBe(`${"a".repeat(300)}…`);
  expect(cleanLine("a".repeat(300), 300)).toBe("a".repeat(300));
  expect(cleanLine("👨‍👩‍👧".repeat(301), 300)).toBe(`${"👨‍👩‍👧".repeat(300)}…`);
  expect(cleanLine("é".repeat(300), 300)).toBe("é".repeat(300));
});

test("a grapheme stacked without end is cut as well", () => {
  expect(cleanLine(`e${"\u0301".repeat(100_000)}`, 300).length).toBeLessThan(3_000);
});

test("a summary is the opening of its text", () => {
  const html = "<style>p{}</style><p>One <b>two</b></p><p>three</p><!-- not --><script>four()</script>";
  expect(summaryOf({ value: html, type: "html", base: null }, 300)).toBe("One two three");
  expect(summaryOf({ value: "# Head\n\n**Bold** [link](http://x) `code`", type: "markdown", base: null }, 300)).toBe(
    "Head Bold link code",
  );
});

test("the marks of Markdown go, the words stay", () => {
  expect(withoutMarkdown("1. one\n- two *three* __four__ snake_case 2*3*4\n\n---\n![alt](x.png)[![b](c)](d)")).toBe(
    "one\ntwo three four snake_case 2*3*4\n\n\n",
  );
});
