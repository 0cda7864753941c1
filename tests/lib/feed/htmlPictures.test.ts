import { describe, expect, test } from "vitest";
import { altOf, firstImage, imagesOf } from "../../../lib/feed/htmlPictures.ts";

const BASE = "https://x.example/a/";

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
  expect(imagesOf(html, BASE).map((picture) => picture.url)).toEqual([`${BASE}lazy.jpg`, `${BASE}s2.jpg`]);
});

test("what looks like a picture in a script is none, and what follows is seen", () => {
  const script = `<img src="first.jpg"><script>document.write('<img src="no.jpg">')</script>`;
  const urls = imagesOf(`${script}<textarea><img src="no.jpg"></textarea><IMG SRC='a.jpg?b=1&amp;c=2'>`, BASE);
  expect(urls.map((picture) => picture.url)).toEqual([`${BASE}first.jpg`, `${BASE}a.jpg?b=1&c=2`]);
});

test("an instruction that a word processor never closed hides no picture", () => {
  const html = '<img src="a.jpg"><?xml:namespace prefix = o ns = "urn:schemas-microsoft-com" /><p><img src="b.jpg">';
  expect(imagesOf(html, BASE).map((picture) => picture.url)).toEqual([`${BASE}a.jpg`, `${BASE}b.jpg`]);
});

test("no picture is null", () => {
  expect(firstImage("<p>none</p>", BASE)).toBeNull();
  expect(firstImage("<imgx src=a>", null)).toBeNull();
});

describe("no picture is there twice, and the real one stays", () => {
  const real = '<noscript><img src="real.jpg"></noscript>';

  test.each([
    ["a lazy one before its twin", `<img data-src="small.jpg" alt="A">${real}`],
    ["a lazy one behind its twin", `${real}<img src="data:image/gif;base64,R0" data-src="small.jpg" alt="A">`],
    ["a twin in a link", `<img data-src="small.jpg" alt="A"><noscript><a href="/"><img src="real.jpg"></a></noscript>`],
    ["a twin in a figure", `<figure><img data-srcset="s.jpg 300w" alt="A">${real}<figcaption>c</figcaption></figure>`],
    ["a twin with words of its own", `<img data-src="small.jpg"><noscript><img src="real.jpg" alt="A"></noscript>`],
    [
      "a twin and a counter",
      `<img data-src="x.jpg" alt="A"><noscript><img src="c.gif" width=1><img src="real.jpg"></noscript>`,
    ],
  ])("%s", (_what, html) => {
    expect(imagesOf(html, BASE)).toEqual([{ url: `${BASE}real.jpg`, alt: "A" }]);
    expect(firstImage(`<p>x</p>${html}<p>y</p>`, BASE)).toEqual({ url: `${BASE}real.jpg`, alt: "A" });
  });

  test.each([
    ["a picture that waits for nothing", `<img src="own.jpg">${real}`],
    ["a lazy one further up", `<img data-src="own.jpg"><p>Words</p>${real}`],
    ["a lazy one behind a twin that has found its own", `<img src="own.jpg"><p></p><img data-src="s.jpg">${real}`],
  ])("%s is another picture", (_what, html) => {
    expect(imagesOf(html, BASE).map(({ url }) => url)).toEqual([`${BASE}own.jpg`, `${BASE}real.jpg`]);
  });

  test("a counter in noscript takes no picture's place", () => {
    const html = '<img data-src="own.jpg"><noscript><img src="count.gif" height="1" width="1"></noscript>';
    expect(firstImage(html, BASE)?.url).toBe(`${BASE}own.jpg`);
  });
});

test("a picture's sources are its own", () => {
  const html =
    '<picture><source srcset="a.webp 900w"><img src="data:image/gif;base64,R0"></picture><img srcset="b.jpg 900w">' +
    '<picture><source srcset="c.webp"></picture><video><source src="v.mp4"></video><img src="d.jpg">';
  expect(imagesOf(html, BASE).map(({ url }) => url.slice(BASE.length))).toEqual(["a.webp", "b.jpg", "d.jpg"]);
});

test.each([
  ['<p>x</p><img src="https://x.example/a.jpg?b&amp;c" alt=" Tom &amp; Jerry ">', "Tom & Jerry"],
  ['<a href="https://x.example/a.jpg?b&amp;c"><img alt=A width=9 src="https://x.example/a.jpg?b&c"></a>', "A"],
  ['<img src="/a.jpg?b&amp;c" alt="relative">', "relative"],
  ['<img src="https://x.example/a.jpg?b&amp;c" alt="a > b">', "a > b"],
  ['<img data-src="l.jpg" alt="lazy"><noscript><img src="https://x.example/a.jpg?b&amp;c" alt=""></noscript>', "lazy"],
  ['<img src="https://x.example/a.jpg?b&amp;c" data-alt="no">', ""],
  ['<img src="https://x.example/b.jpg" alt="another">', ""],
  ['<img src="https://x.example/a.jpg" alt="another size">', ""],
])("the description in %j is found", (html, alt) => {
  expect(altOf("https://x.example/a.jpg?b&c", html, "https://x.example/")).toBe(alt);
});

test("the description of a picture whose name is written otherwise is found", () => {
  expect(altOf("https://x.example/%C3%A9.jpg", '<img src="/é.jpg" alt="A">', "https://x.example/")).toBe("A");
});
