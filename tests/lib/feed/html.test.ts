import { expect, test } from "vitest";
import { decodeEntities, textOf } from "../../../lib/feed/html.ts";

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

test("character references are decoded once", () => {
  expect(decodeEntities("&amp;lt; &#65; &#x1F600; &nbsp;| &#128; &#xD800; &bogus; & &copy")).toBe(
    "&lt; A 😀 \u00A0| € \uFFFD &bogus; & &copy",
  );
});
