// @vitest-environment jsdom
import { marked } from "marked";
import { expect, test } from "vitest";
import { picturesIn } from "../../../lib/feed/picturesIn.ts";
import type { Article, Body } from "../../../lib/model.ts";
import { renderBody } from "../../../lib/view/render.ts";
import { makeDraft } from "../../support/rows.ts";

const BASE = "https://site.example/story/";
const html = (source: string): Body => ({ format: "html", source, baseUrl: BASE });
const markdown = (source: string): Body => ({ format: "markdown", source, baseUrl: BASE });

const ARTICLE: Article = {
  ...makeDraft({ title: "A", url: BASE }),
  ...{ id: 1, places: [], body: null },
};

/** What the reader looks for in the store when the text is read. */
async function askedFor(body: Body): Promise<string[]> {
  let asked: string[] = [];
  await renderBody(ARTICLE, body, {
    markdownToHtml: async (source) => marked.parse(source, { async: false, gfm: true }),
    findPictures: async (urls) => ((asked = urls), new Map()),
  });
  return asked;
}

test.each<{ of: string; body: Body; urls: string[] }>([
  {
    of: "an HTML text, each once and in order",
    body: html('<p>A <img src="/b.png"> and <img src="a.png" alt="A"></p><p><img src="/b.png"></p>'),
    urls: ["https://site.example/b.png", "https://site.example/story/a.png"],
  },
  {
    of: "pictures that wait for a script",
    body: html(
      '<img src="blank.gif" data-src="/lazy.jpg"><noscript><img src="/lazy.jpg"></noscript>' +
        '<picture><source srcset="/wide.webp 1200w, /small.webp 300w"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></picture>',
    ),
    urls: ["https://site.example/lazy.jpg", "https://site.example/wide.webp"],
  },
  {
    of: "a text with a counting pixel",
    body: html('<p>Words</p><img src="https://t.example/p.gif" width="1" height="1"><img src="/a.png">'),
    urls: ["https://site.example/a.png"],
  },
  {
    of: "Markdown, with titles, brackets and angles",
    body: markdown('![One](one.png "Title") ![Two](</two.png>) [![Three](/three_(1).png)](https://else.example/)'),
    urls: ["one.png", "/two.png", "/three_(1).png"].map((path) => new URL(path, BASE).href),
  },
  {
    of: "Markdown that says its addresses at the end",
    body: markdown(
      "![A map][Map 1] and ![plan][] and ![View]\n\n[map  1]: /map.png\n[Plan]: <plan.png>\n[view]: /view.png",
    ),
    urls: ["/map.png", "plan.png", "/view.png"].map((path) => new URL(path, BASE).href),
  },
  {
    of: "Markdown that has HTML in it",
    body: markdown('![A](/a.png)\n\n<figure><img src="/b.png"></figure>\n'),
    urls: ["https://site.example/a.png", "https://site.example/b.png"],
  },
  { of: "a plain text", body: { format: "text", source: '<img src="/a.png">', baseUrl: BASE }, urls: [] },
])("$of: what is stored for it is what its reader looks for", async ({ body, urls }) => {
  expect(await askedFor(body)).toEqual(urls);
  expect(picturesIn(body).map(({ url }) => url)).toEqual(urls);
});
