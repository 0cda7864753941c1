// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { Article } from "../../../lib/model.ts";
import { articleMarkdown } from "../../../lib/view/articleMarkdown.ts";
import { renderBody } from "../../../lib/view/render.ts";
import { makeDraft } from "../../support/rows.ts";

const {
  text: _,
  isNews: __,
  ...draft
} = makeDraft({
  title: "A * headline",
  url: "https://news.example/a?utm_source=feed&id=4",
  hero: { url: "https://news.example/h (1).jpg", alt: "A hero" },
});
const article: Article = { ...draft, id: 1, body: null, places: [] };
const deps = {
  markdownToHtml: async () => null,
  findPictures: async () =>
    new Map([["https://news.example/stored.jpg", { address: "blob:stored", width: 8, height: 6 }]]),
};

test("an article carries its headline, by-line, address without tracking, picture and text", async () => {
  const source = '<p>One <a href="b">link</a>.</p><img src="stored.jpg" alt="A">\n<img src="gone.jpg" alt="B">';
  const body = await renderBody(article, { format: "html", source, baseUrl: "https://news.example/" }, deps);
  const before = body.fragment.cloneNode(true);
  const around = { standfirst: "In short", authors: "Ann and Bo", source: "Example News", date: "3 July 2024" };
  expect(articleMarkdown(article, body, around)).toBe(`# A \\* headline

**In short**

Ann and Bo · Example News · 3 July 2024

<https://news.example/a?id=4>

![A hero](<https://news.example/h (1).jpg>)

One [link](https://news.example/b).

![A](https://news.example/stored.jpg) ![B](https://news.example/gone.jpg)
`);
  expect(body.fragment.isEqualNode(before)).toBe(true);
});

test("what is not known is left out", () => {
  const around = { standfirst: null, authors: null, source: null, date: null };
  expect(articleMarkdown({ ...article, url: null, hero: null }, null, around)).toBe("# A \\* headline\n");
});
