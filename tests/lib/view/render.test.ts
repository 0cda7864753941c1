// @vitest-environment jsdom
import { marked } from "marked";
import { describe, expect, test, vi } from "vitest";
import type { Article, Body } from "../../../lib/model.ts";
import { renderBody, type RenderDeps } from "../../../lib/view/render.ts";

const ARTICLE: Article = {
  id: 1,
  feedId: "f",
  keys: [],
  url: "https://site.example/story/",
  title: "Ferries return",
  summary: "",
  authors: [],
  tags: [],
  publishedAt: Date.UTC(2024, 6, 3),
  publishedDateOnly: true,
  updatedAt: null,
  arrivedAt: 0,
  sortAt: 0,
  hero: null,
  language: "en",
  direction: null,
  enclosures: [],
  commentsUrl: null,
  contentHash: "",
  body: null,
  places: [],
  unread: 1,
  starred: 0,
  later: 0,
};

const DEPS: RenderDeps = {
  markdownToHtml: async (source) => marked.parse(source, { async: false }),
  findPictures: async (urls) => new Map(urls.filter((url) => url.includes("/stored")).map((url) => [url, stored(url)])),
};

const stored = (url: string) => ({ address: `blob:https://x/${url.length}`, width: 800, height: 600 });

async function render(source: string, { article = {}, deps = {}, format = "html" }: Given = {}) {
  const body: Body = { format, source, baseUrl: null };
  const rendered = await renderBody({ ...ARTICLE, ...article }, body, { ...DEPS, ...deps });
  const box = document.createElement("div");
  box.append(rendered.fragment.cloneNode(true));
  return { ...rendered, html: box.innerHTML };
}

type Given = { article?: Partial<Article>; deps?: Partial<RenderDeps>; format?: Body["format"] };

test("a Markdown report is read as its writer meant it", async () => {
  const source = `### **Ferries Return**

**Date: July 3, 2024**

**First boats "since the storm"** 

**Oslo** â€“ In a turn, the port's boats are back.

**Recent Developments:**

1. **One:** a
   
2. **Two:** b

**[End of Report]**

**Tags:** Boats, Storms

---
`;
  const rendered = await render(source, {
    format: "markdown",
    article: { summary: "In a turn, the port's boats are" },
  });
  expect(rendered).toMatchObject({
    standfirst: "First boats “since the storm”",
    keywords: ["Boats", "Storms"],
    minutes: 1,
    isPlainText: false,
    images: 0,
  });
  expect(rendered.html.replace(/\n/g, "")).toBe(
    '<p class="lede"><strong>Oslo</strong> – In a turn, the port’s boats are back.</p><h2>Recent Developments</h2>' +
      '<ol><li><p><strong>One:</strong> a</p></li><li><p><strong>Two:</strong> b</p></li></ol><p data-role="end">End of Report</p>',
  );
});

test("HTML inside Markdown passes the same sanitiser", async () => {
  const { html } = await render('[a](javascript:alert(1)) <img src=x onerror="alert(1)"><script>alert(1)</script>', {
    format: "markdown",
  });
  expect(html).toBe('<p class="lede"><a>a</a> </p>\n');
});

test("Markdown that can't be converted is shown as it was written", async () => {
  const rendered = await render("# a\n\nb <c>\nd", { format: "markdown", deps: { markdownToHtml: async () => null } });
  expect(rendered).toMatchObject({ isPlainText: true, html: '<p class="lede"># a</p><p>b &lt;c&gt;<br>d</p>' });
});

test("HTML that would keep the page busy is shown without its markup", async () => {
  for (const source of [
    "<div>".repeat(300) + "<p>a<p>b &amp; c",
    `<p>a<p>b &amp; c<!--${"x".repeat(1024 * 1024)}-->`,
  ]) {
    expect(await render(source)).toMatchObject({ isPlainText: true, html: '<p class="lede">a<br>b &amp; c</p>' });
  }
  const unclosed = await render("<p>x<br>".repeat(1000) + "<div><ul><li>y</ul></div>".repeat(300));
  expect(unclosed.isPlainText).toBe(false);
}, 20_000);

describe("what a page would be busy with for minutes is shown without its markup, soon", () => {
  const ids = (count: number, tag: string) => Array.from({ length: count }, (_, i) => `<${tag} id=n${i}>`).join("");
  test.each([
    [
      "a hundred thousand paragraphs under its title",
      "<h2>Ferries return</h2>".repeat(50_000) + "<p>x".repeat(100_000),
    ],
    ["pictures beside pictures", `<div>${"<img src=a>".repeat(80_000)}</div>`],
    ["marks that are open in every paragraph", ids(250, "b") + "<p>x".repeat(25_000)],
    ["marks that nothing ends", ids(20_000, "b").replaceAll(">", "></x>")],
    ["places to be led to", `<div>${ids(10_000, "i").replaceAll(">", "></i>")}</div>`],
  ])("%s", async (_what, source) => {
    const startedAt = process.cpuUsage();
    expect((await render(source)).isPlainText).toBe(true);
    expect(process.cpuUsage(startedAt).user / 1000).toBeLessThan(10_000);
  });

  test("what is merely long or sloppy is read as it was meant", async () => {
    const long = "<h2>Part</h2><p>Some <b>words</b> and a <a href='https://a.example/'>link</a></p>".repeat(200);
    const sloppy = "<div><p><span>One<i>two</div>".repeat(400).replaceAll("<i>", "") + "<p>End";
    for (const source of [long, sloppy]) expect((await render(source)).isPlainText).toBe(false);
  }, 20_000);

  test("a title that is said again and again goes a few times", async () => {
    const { html } = await render("<h2>Ferries return</h2>".repeat(20) + "<p>Words</p>");
    expect(html).toContain("<h2>Ferries return</h2>");
  });
});

test("plain text becomes paragraphs, never markup", async () => {
  const rendered = await render("One <b>\ntwo\n \n\nthree\n", { format: "text" });
  expect(rendered).toMatchObject({ isPlainText: false, html: '<p class="lede">One &lt;b&gt;<br>two</p><p>three</p>' });
});

describe("pictures", () => {
  test("show when they are stored, with their size and description", async () => {
    const rendered = await render('<img src="/stored.png" width="40" height="30" alt="A boat">');
    expect(rendered.images).toBe(1);
    expect(rendered.html).toBe(
      '<img width="40" height="30" alt="A boat" data-news-src="https://site.example/stored.png" src="blob:https://x/31" decoding="async">',
    );
  });

  test("have the box that they will fill, whatever the text says of their height", async () => {
    const sizeOf = async (html: string) => {
      const image = (await render(html)).fragment.querySelector("img");
      return `${image?.getAttribute("width")}x${image?.getAttribute("height")}`;
    };
    expect(await sizeOf('<img src="/stored.png">')).toBe("800x600");
    expect(await sizeOf('<img src="/stored.png" width="200" height="999">')).toBe("200x150");
    expect(await sizeOf('<img src="/stored.png" height="50">')).toBe("800x600");
    expect(await sizeOf(`<img src="data:image/gif;base64,${btoa("GIF89a\x10\x00\x08\x00")}">`)).toBe("16x8");
    expect(await sizeOf('<img src="data:image/png;base64,AAAA" width="9">')).toBe("9xnull");
    expect(await sizeOf('<img src="data:image/png;base64,===A" width="9">')).toBe("9xnull");
  });

  test("are looked for once, all together", async () => {
    const asked: string[][] = [];
    const findPictures = async (urls: string[]) => (asked.push(urls), new Map());
    await render('<img src="/a.png" alt="a"><img src="/a.png" alt="a"><img src="/b.png" alt="b">', {
      deps: { findPictures },
    });
    await render("<p>none</p>", { deps: { findPictures } });
    expect(asked).toEqual([["https://site.example/a.png", "https://site.example/b.png"]]);
  });

  test("that are not stored leave their description, and nothing to load", async () => {
    const rendered = await render('<figure><img src="/a.png" alt="A boat"><figcaption>Oslo</figcaption></figure>');
    expect(rendered.images).toBe(0);
    expect(rendered.html).toBe(
      '<figure><span class="missing" data-news-src="https://site.example/a.png">A boat</span><figcaption>Oslo</figcaption></figure>',
    );
  });

  test("that are not stored and have no description go, with a figure that held nothing else", async () => {
    const { html } = await render('<figure><a><img src="/a.png" alt=""></a></figure><p>x <img src="/b.png"></p>');
    expect(html).toBe('<p class="lede">x </p>');
  });

  test("that were a link leave the link", async () => {
    const { fragment } = await render('<a href="https://big.example/"><img src="/a.png" alt=""></a>');
    expect(fragment.querySelector("a")?.textContent).toBe("big.example");
    const shown = await render('<a href="https://big.example/"><img src="/stored.png"></a>');
    expect(shown.fragment.querySelector("a")?.getAttribute("aria-label")).toBe("big.example");
    expect(shown.fragment.querySelector("img")?.getAttribute("alt")).toBe("");
  });

  test("take nothing but a stored address for a source", async () => {
    const { html } = await render('<img src="/a.png" alt="x">', {
      deps: {
        findPictures: async () =>
          new Map([["https://site.example/a.png", { ...stored(""), address: "https://site.example/a.png" }]]),
      },
    });
    expect(html).toBe('<span class="missing" data-news-src="https://site.example/a.png">x</span>');
  });

  test("of the article's hero are not shown twice, in whatever size", async () => {
    const article = { hero: { url: "https://site.example/stored.png?w=1200", alt: "" } };
    const again =
      '<p><img src="http://site.example/stored-300x200.png"></p><p>x</p><p><img src="/stored.png?id=2"></p>';
    const rendered = await render(again, { article });
    expect(rendered.images).toBe(1);
    expect(rendered.html).toMatch(/^<p class="lede">x<\/p>/);
  });

  test("of the hero leave their caption", async () => {
    const article = { hero: { url: "https://site.example/stored.png", alt: "" } };
    const { html } = await render('<figure><img src="/stored.png"><figcaption>c</figcaption></figure>', { article });
    expect(html).toBe("<figure><figcaption>c</figcaption></figure>");
  });
});

test("each outermost table gets a box to scroll in", async () => {
  const { html } = await render(
    "<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table></td></tr></tbody></table>",
  );
  expect(html.match(/class="scrolls"/g)).toHaveLength(1);
});

test("relative addresses start from the article when the body names no base", async () => {
  const { fragment } = await render('<a href="more">x</a>');
  expect(fragment.querySelector("a")?.getAttribute("href")).toBe("https://site.example/story/more");
});

test("a fault of ours in one text shows its words, and is told to whoever looks for faults", async () => {
  const faults: unknown[] = [];
  vi.stubGlobal("reportError", (fault: unknown) => void faults.push(fault));
  let asked = 0;
  const findPictures = async () => {
    if (asked++ === 0) throw new Error("our fault");
    return new Map();
  };
  const rendered = await render('<p>The <b>words</b></p><img src="/a.png" alt="">', { deps: { findPictures } });
  expect(rendered).toMatchObject({ isPlainText: true, html: expect.stringContaining("The words") });
  expect(faults).toEqual([new Error("our fault")]);
  vi.unstubAllGlobals();
});
