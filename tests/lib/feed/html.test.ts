import { expect, test } from "vitest";
import { decodeEntities, firstImage, imagesOf, textOf } from "../../../lib/feed/html.ts";

const BASE = "https://x.example/a/";

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

test("the first picture is absolute and described", () => {
  expect(firstImage('<p>x<img src="b.jpg" alt=" A boat "><img src="c.jpg">', BASE)).toEqual({
    url: `${BASE}b.jpg`,
    alt: "A boat",
  });
});

test("pixels, data addresses and comments are no pictures; lazy ones are", () => {
  const html =
    '<!-- <img src="no.jpg"> --><img src="p.gif" width="1" height=1><img src="data:image/gif;base64,R0">' +
    '<img src="data:image/gif;base64,R0" data-src="lazy.jpg"><img srcset="s1.jpg 1x, s2.jpg 2x"><img src="lazy.jpg"><img src="javascript:x">';
  expect(imagesOf(html, BASE).map((picture) => picture.url)).toEqual([`${BASE}lazy.jpg`, `${BASE}s1.jpg`]);
});

test("no picture is null", () => {
  expect(firstImage("<p>none</p>", BASE)).toBeNull();
  expect(firstImage("<imgx src=a>", null)).toBeNull();
});

test("character references are decoded once", () => {
  expect(decodeEntities("&amp;lt; &#65; &#x1F600; &nbsp;| &#128; &#xD800; &bogus; & &copy")).toBe(
    "&lt; A 😀 \u00A0| € \uFFFD &bogus; & &copy",
  );
});
