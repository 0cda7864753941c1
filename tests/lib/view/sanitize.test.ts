// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { firstImage } from "../../../lib/feed/htmlPictures.ts";
import { sanitize } from "../../../lib/view/sanitize.ts";

const BASE = "https://site.example/2026/story";

function clean(html: string, baseUrl: string | null = BASE): string {
  const box = document.createElement("div");
  box.append(sanitize(html, baseUrl));
  return box.innerHTML;
}

const OUTSIDE = 'target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer"';

describe("nothing that runs, restyles or loads comes through", () => {
  test.each([
    ["a script", "a<script>alert(1)</script>b", "ab"],
    ["an event handler", '<p onclick="alert(1)">x</p>', "<p>x</p>"],
    ["a picture that fails on purpose", "<img src=x: onerror=alert(1)>", "<img>"],
    ["SVG and what it hides", "a<svg><script>alert(1)</script><a href='javascript:1'>x</a></svg>", "a"],
    ["MathML namespace tricks", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1'>", ""],
    ["a style sheet", "<style>*{background:url(//t.example)}</style>x", "x"],
    ["style and class", '<p class="a" style="position:fixed">x</p>', "<p>x</p>"],
    ["a form for passwords", '<form action="//e.example"><input name="p">Log in</form>', "Log in"],
    ["a meta refresh", '<meta http-equiv="refresh" content="0;url=//e.example">x', "x"],
    [
      "a base address",
      '<base href="https://e.example/"><a href="/x">x</a>',
      `<a href="https://site.example/x" ${OUTSIDE}>x</a>`,
    ],
    ["a template", "<template><img src=x onerror=alert(1)></template>x", "x"],
    ["custom elements", '<x-y is="a" slot="b">x</x-y>', "x"],
    ["popovers and controls", '<button popovertarget="a">x</button><dialog open>y</dialog>', "xy"],
    ["editable text", '<p contenteditable tabindex="1" autofocus accesskey="x">x</p>', "<p>x</p>"],
    [
      "markup in an attribute of noscript",
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>',
      "<p>x</p>",
    ],
    ["a comment", "a<!-- <img src=x> -->b", "ab"],
    ["data and aria attributes", '<p data-x="1" aria-label="y" role="alert">x</p>', "<p>x</p>"],
  ])("%s", (_what, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  test("a frameset gives an empty fragment, not an exception", () => {
    expect(clean("<frameset><frame src=javascript:alert(1)></frameset>")).toBe("");
  });

  test("ids can't be mistaken for the page's own, and links to them still arrive", () => {
    expect(clean('<h2 id="body">x</h2><a href="#body">y</a>')).toBe(
      '<h2 id="user-content-body">x</h2><a href="#user-content-body">y</a>',
    );
    expect(clean('<p id="">x</p>')).toBe("<p>x</p>");
    expect(clean('<a name="note">x</a>')).toBe('<a id="user-content-note">x</a>');
  });

  test("what was sanitised once stays the same when sanitised again", () => {
    const once = clean(
      `<h2 id="a">A</h2><a href="/b?utm_source=x">b</a><a href="#a">up</a><img src="/c.png" width="40px">
       <pre class="language-ts"><code>let a</code></pre><iframe src="https://www.youtube.com/embed/1"></iframe>`,
    );
    expect(clean(once)).toBe(once);
  });
});

describe("the language of code", () => {
  const languageOf = (html: string) =>
    sanitize(html, BASE).querySelector("code")?.getAttribute("data-language") ?? null;

  test.each([
    ["Markdown", '<pre><code class="language-ts">x</code></pre>', "ts"],
    ["highlight.js", '<pre><code class="hljs python">x</code></pre>', "python"],
    ["highlight.js, said twice", '<pre><code class="hljs language-go">x</code></pre>', "go"],
    ["Org", '<pre class="src src-ruby"><code>x</code></pre>', "ruby"],
    ["a data attribute", '<pre><code data-lang="bash">x</code></pre>', "bash"],
    ["a word in the text", '<p class="language-x">a <code>x</code></p>', "x"],
    ["none", "<pre><code>x</code></pre>", null],
    ["too long", `<pre><code class="language-${"x".repeat(30)}">x</code></pre>`, null],
    ["markup", "<pre><code data-lang='\"><img src=x onerror=alert(1)>'>x</code></pre>", null],
  ])("%s", (_what, html, expected) => {
    expect(languageOf(html)).toBe(expected);
  });

  test("may stand on a box around the block", () => {
    const html =
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>x</code></pre></div></div>';
    expect(sanitize(html, BASE).querySelector("pre")?.getAttribute("data-language")).toBe("ruby");
  });
});

test("a link to a place in this text that was written out whole leads to that place", () => {
  const html = (href: string) => clean(`<a href="${href}">1</a><p id="note">x</p>`);
  const local = '<a href="#user-content-note">1</a><p id="user-content-note">x</p>';
  expect(html(`${BASE}#note`)).toBe(local);
  expect(html(`${BASE}/?utm_source=feed#note`)).toBe(local);
  expect(html("/2026/story#note")).toBe(local);
  expect(html(`${BASE}#elsewhere`)).toContain(`href="${BASE}#elsewhere"`);
  expect(html("https://other.example/2026/story#note")).toContain('href="https://other.example/2026/story#note"');
});

describe("links", () => {
  test.each([
    ["/a", "https://site.example/a"],
    ["//other.example/a", "https://other.example/a"],
    ["http://a.example/?a=1&utm_source=feed&b=%2F", "http://a.example/?a=1&b=%2F"],
    ["https://a.example/?fbclid=1&gclid=2#part", "https://a.example/#part"],
    ["https://a.example/?mc_cid=1&mc_eid=2&igshid=3&q=utm_source", "https://a.example/?q=utm_source"],
    ["mailto:news@a.example?subject=x&body=y", "mailto:news@a.example"],
    ["java\nscript:alert(1)", null],
    [" javascript:alert(1)", null],
    ["JaVaScRiPt:alert(1)", null],
    ["data:text/html,<script>1</script>", null],
    ["vbscript:x", null],
    ["file:///etc/passwd", null],
    ["chrome-extension://abc/reader.html", null],
    ["intent://x#Intent;end", null],
    ["https://user:secret@a.example/", null],
    ["#", null],
  ])("%s", (href, expected) => {
    const anchor = document.createElement("a");
    anchor.setAttribute("href", href);
    anchor.textContent = "x";
    const link = sanitize(anchor.outerHTML, BASE).querySelector("a");
    expect(link?.getAttribute("href") ?? null).toBe(expected);
    expect(link?.textContent).toBe("x");
  });

  test("what the feed says about opening is replaced by what we say", () => {
    expect(
      clean(
        '<a href="https://a.example/" target="_top" rel="opener" referrerpolicy="unsafe-url" ping="//t.example">x</a>',
      ),
    ).toBe(`<a href="https://a.example/" ${OUTSIDE}>x</a>`);
  });

  test("a relative address without a base is no link", () => {
    expect(clean('<a href="/a">x</a>', null)).toBe("<a>x</a>");
  });
});

describe("pictures", () => {
  const source = (html: string) => sanitize(html, BASE).querySelector("img")?.getAttribute("data-news-src") ?? null;

  test.each([
    ["waits instead of loading", '<img src="/a.png">', "https://site.example/a.png"],
    ["lazy, data-src", '<img src="data:image/gif;base64,R0lGOD" data-src="/a.png">', "https://site.example/a.png"],
    ["lazy, data-original", '<img src="/blank.gif" data-original="/a.png">', "https://site.example/a.png"],
    ["lazy, data-lazy-src", '<img data-lazy-src="/a.png">', "https://site.example/a.png"],
    ["lazy, data-orig-file", '<img src="/1x1.gif" data-orig-file="/a.png">', "https://site.example/a.png"],
    ["lazy, data-srcset", '<img src="/b.png" data-srcset="/a.png 800w">', "https://site.example/a.png"],
    ["lazy, data-lazy-srcset", '<img src="/b.png" data-lazy-srcset="/a.png 800w">', "https://site.example/a.png"],
    [
      "lazy, a choice of formats",
      '<picture><source data-srcset="/a.webp 800w"><img src="data:image/gif;base64,R0lGOD"></picture>',
      "https://site.example/a.webp",
    ],
    [
      "its twin in noscript",
      '<img data-src="/a.png"><noscript><img src="/a.png"></noscript>',
      "https://site.example/a.png",
    ],
    [
      "the widest needed of a set",
      '<img srcset="/s.png 300w, /m.png 1200w, /l.png 3000w">',
      "https://site.example/m.png",
    ],
    ["the densest of a set", '<img srcset="/a,b.png, /2.png 2x">', "https://site.example/2.png"],
    [
      "a choice of formats",
      '<picture><source type="image/svg+xml" srcset="/v.svg"><source srcset="/a.avif"><img alt=""></picture>',
      "https://site.example/a.avif",
    ],
    ["embedded", '<img src="data:image/png;base64,iVBORw0KGgo=">', "data:image/png;base64,iVBORw0KGgo="],
    ["embedded SVG", '<img src="data:image/svg+xml;base64,PHN2Zz4=">', null],
    ["another scheme", '<img src="blob:https://site.example/1">', null],
  ])("%s", (_what, html, expected) => {
    expect(source(html)).toBe(expected);
    expect(sanitize(html, BASE).querySelectorAll("[src], [srcset], source, picture, noscript")).toHaveLength(0);
  });

  test.each([
    '<img src="/t.gif" width="1" height="1">',
    '<img src="/t.gif" style="width:1px">',
    "<img src=/t height=0>",
  ])("%s counts readers and goes", (html) => {
    expect(clean(`a${html}b`)).toBe("ab");
  });

  test("a lazy picture and its twin in noscript are one picture", () => {
    expect(clean('<img data-src="/a.png" alt="A"><noscript><img src="/a.png"></noscript>')).toBe(
      '<img alt="A" data-news-src="https://site.example/a.png">',
    );
  });

  test("a counter in noscript takes no picture's place", () => {
    expect(clean('<img data-src="/a.png"><noscript><img src="/t.gif" width="1" height="1"></noscript>')).toBe(
      '<img data-news-src="https://site.example/a.png">',
    );
  });

  test("the picture that is indexed is the one that is shown", () => {
    const html =
      '<img src="data:image/gif;base64,R0" data-srcset="/s.png 400w, /m.png 900w"><noscript><img src="/full.png"></noscript>';
    expect(source(html)).toBe("https://site.example/full.png");
    expect(source(html)).toBe(firstImage(html, BASE)?.url);
  });

  test("sizes are kept where they are numbers of sane length", () => {
    expect(clean('<img src="/a.png" width="640px" height="50%" alt="x">')).toBe(
      '<img width="640" alt="x" data-news-src="https://site.example/a.png">',
    );
  });
});

describe("embeds become links", () => {
  test.each([
    ["https://w.soundcloud.com/player/?url=1", "iframe", "Audio: w.soundcloud.com"],
    ["https://maps.example/here", "iframe", "Embedded page: maps.example"],
    ["https://a.example/b.mp4", "video", "Video: a.example"],
    ["https://a.example/b.mp3", "audio", "Audio: a.example"],
    ["https://a.example/b.swf", "embed", "Video: a.example"],
  ])("%s", (src, name, text) => {
    expect(clean(`<${name} src="${src}"></${name}>`)).toBe(`<p><a href="${src}" ${OUTSIDE}>${text}</a></p>`);
  });

  test.each([
    ["https://www.youtube.com/embed/a-B_1?rel=0", "https://www.youtube.com/watch?v=a-B_1", "youtube.com"],
    ["https://www.youtube-nocookie.com/embed/1", "https://www.youtube.com/watch?v=1", "youtube.com"],
    [
      "https://www.youtube.com/embed/videoseries?list=1",
      "https://www.youtube.com/embed/videoseries?list=1",
      "youtube.com",
    ],
    ["https://player.vimeo.com/video/12", "https://vimeo.com/12", "vimeo.com"],
  ])("of the player %s, a link to the video's page", (src, page, host) => {
    expect(clean(`<iframe src="${src}"></iframe>`)).toBe(`<p><a href="${page}" ${OUTSIDE}>Video: ${host}</a></p>`);
  });

  test("the address may stand in a source", () => {
    expect(clean('<video poster="/p.png"><source src="/b.webm">Sorry</video>')).toContain(
      "https://site.example/b.webm",
    );
  });

  test("an embed without an address, or too small to see, goes", () => {
    expect(clean('<iframe srcdoc="<script>1</script>"></iframe><iframe src="javascript:1"></iframe>')).toBe("");
    expect(clean('<iframe src="https://t.example/" width="1" height="1"></iframe>')).toBe("");
  });

  test("the words can be given", () => {
    const fragment = sanitize('<video src="https://a.example/b"></video>', BASE, (kind, host) => `${kind} @ ${host}`);
    expect(fragment.textContent).toBe("video @ a.example");
  });
});

test("the language of code survives in one attribute", () => {
  expect(clean('<pre><code class="hljs language-c++">x</code></pre>')).toBe(
    '<pre><code data-language="c++">x</code></pre>',
  );
  expect(clean('<pre data-lang="js">x</pre>')).toBe('<pre data-language="js">x</pre>');
  expect(clean('<pre class="language-<b>">x</pre><p data-language="js">y</p>')).toBe("<pre>x</pre><p>y</p>");
});

test("structure survives", () => {
  const html =
    '<table><caption>c</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>' +
    '<ol start="3" reversed=""><li value="7">x</li></ol><dl><dt>t</dt><dd>d</dd></dl>' +
    '<details open=""><summary>s</summary>x</details><p lang="ar" dir="rtl">ن</p><ruby>漢<rp>(</rp><rt>k</rt></ruby>' +
    '<time datetime="2026-01-01T10:00:00Z">now</time><blockquote cite="https://a.example/">q</blockquote>';
  expect(clean(html)).toBe(html);
});

test("numbers beyond reason are dropped", () => {
  expect(
    clean(
      '<table><tbody><tr><td colspan="9999" rowspan="2">x</td></tr></tbody></table><ol start="1e9"><li>y</li></ol>',
    ),
  ).toBe('<table><tbody><tr><td rowspan="2">x</td></tr></tbody></table><ol><li>y</li></ol>');
});

test("boxes of older pages stay boxes", () => {
  expect(clean("<center>a</center><main>b</main><tt>c</tt>")).toBe("<div>a</div><div>b</div><code>c</code>");
});
