// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { applyContentRules } from "../../../lib/view/contentRules.ts";
import { sanitize } from "../../../lib/view/sanitize.ts";

const JULY_3 = Date.UTC(2024, 6, 3);
const ARTICLE = { title: "Ferries return to the bay", summary: "", publishedAt: JULY_3 };

function apply(html: string, article: Partial<typeof ARTICLE> & { language?: string | null } = {}) {
  const fragment = sanitize(html, null);
  const taken = applyContentRules(fragment, { ...ARTICLE, ...article });
  for (const lede of fragment.querySelectorAll(".lede")) lede.removeAttribute("class");
  const box = document.createElement("div");
  box.append(fragment);
  return { ...taken, html: box.innerHTML };
}

test("a report with everything in its text is taken apart", () => {
  expect(
    apply(
      "<h3><strong>Ferries Return to the Bay</strong></h3>\n<p><strong>Date: July 3, 2024</strong></p>\n" +
        "<p><strong>First boats since the storm</strong></p>\n<p><strong>Oslo</strong> – The boats are back.</p>\n" +
        "<p><strong>Recent Developments:</strong></p>\n<p>More text.</p>\n<p><strong>[End of Report]</strong></p>\n" +
        "<p><strong>Tags:</strong> Boats, Storms, The Bay</p>\n<hr>",
      { summary: "The boats are back." },
    ),
  ).toEqual({
    standfirst: "First boats since the storm",
    keywords: ["Boats", "Storms", "The Bay"],
    html: expect.stringMatching(
      /^\s*<p><strong>Oslo<\/strong> – The boats are back\.<\/p>\s*<h2>Recent Developments<\/h2>\s*<p>More text\.<\/p>\s*<p data-role="end">End of Report<\/p>\s*$/,
    ),
  });
});

describe("the title", () => {
  test.each([
    "<h1>Ferries return to the bay</h1>",
    "<h3><em>FERRIES</em> return, to the bay!</h3>",
    "<header><h1>Ferries return to the bay</h1></header>",
    "<p><strong>Ferries return to the bay</strong></p>",
    '<figure><img data-news-src="https://a.example/a.png"><figcaption>c</figcaption></figure><h1>Ferries return to the bay</h1>',
  ])("is not shown again: %s", (html) => {
    expect(apply(`${html}<p>x</p>`).html).not.toContain("to the bay");
  });

  test("stays where it heads a part, or says something else", () => {
    const later = "<p>x</p><h2>Ferries return to the bay</h2><p>y</p>";
    expect(apply(later).html).toBe(later);
    expect(apply("<h2>Ferries return to the bay today</h2><p>x</p>").html).toContain("today");
    expect(apply("<p>Ferries return to the bay</p><p>x</p>").html).toContain("to the bay");
  });
});

describe("the date", () => {
  test.each([
    "July 3, 2024",
    "Wednesday, July 3rd, 2024",
    "Published: 3 July 2024",
    "2024-07-03",
    "03.07.2024",
    "Updated on Jul 3, 2024 at 10:30 am UTC",
    "4 July 2024",
  ])("is not shown again: %s", (date) => {
    expect(apply(`<p>${date}</p><p>x</p>`).html).toBe("<p>x</p>");
  });

  test.each([
    ["de", "Mittwoch, 3. Juli 2024"],
    ["fr", "3 juillet 2024"],
    ["ja", "2024年7月3日"],
    ["es", "3 de julio de 2024"],
  ])("in %s", (language, date) => {
    expect(apply(`<p>${date}</p><p>x</p>`, { language }).html).toBe("<p>x</p>");
  });

  test.each(["July 3, 1924", "On July 3, 2024, three ferries sank", "July 2024", "Kabul, July 3, 2024", "9 July 2024"])(
    "is kept where it is news: %s",
    (text) => {
      expect(apply(`<p>${text}</p><p>x</p>`).html).toContain(text);
    },
  );

  test("is kept where the by-line has none, and further down", () => {
    expect(apply("<p>July 3, 2024</p><p>x</p>", { publishedAt: null as never }).html).toContain("July");
    expect(apply("<p>x</p><p>July 3, 2024</p>").html).toContain("July");
  });
});

describe("the standfirst", () => {
  test("is the summary where the text does not open with it", () => {
    expect(apply("<p>Text.</p>", { summary: "What it is about." }).standfirst).toBe("What it is about.");
  });

  test.each([
    ["the opening, cut off", "The boats are back in the b…"],
    ["the opening behind a place", "After two months, the boats"],
    ["over two paragraphs", "The boats are back in the bay. After two months"],
    ["the title", "Ferries return to the bay."],
  ])("is not %s", (_what, summary) => {
    const html = "<p>Oslo — The boats are back in the bay.</p><p>After two months, the boats sail again.</p>";
    expect(apply(html, { summary }).standfirst).toBeNull();
  });

  test.each(["Date: July 9, 2024", "Tuesday, July 3, 2019", "Published: Sept. 2, 2024", "2024-08-01", "May 2024"])(
    "is not a date, even one that the by-line does not show: %s",
    (date) => {
      const line = `<p><strong>${date}</strong></p>`;
      expect(apply(`${line}<p>x</p>`)).toMatchObject({ standfirst: null, html: `${line}<p>x</p>` });
      expect(apply(`${line} <p><b>First boats</b></p><p>x</p>`)).toMatchObject({
        standfirst: "First boats",
        html: `${line} <p>x</p>`,
      });
    },
  );

  test("is not a date in the article's language", () => {
    expect(apply("<p><b>9. Juli 2024</b></p><p>x</p>", { language: "de" }).standfirst).toBeNull();
  });

  test.each(["Three dead in 2024", "1, 2, 3", "The 5 March brothers", "July", "2024"])(
    "may hold numbers: %s",
    (line) => {
      expect(apply(`<p><b>${line}</b></p><p>x</p>`).standfirst).toBe(line);
    },
  );

  test("is not the title behind such a date, nor a bold line further down", () => {
    const date = "<p><b>July 9, 2024</b></p>";
    expect(apply(`${date}<p><b>Ferries return to the bay</b></p><p>x</p>`).standfirst).toBeNull();
    expect(apply(`${date}<p>x</p><p><b>Later</b></p><p>y</p>`).standfirst).toBeNull();
  });

  test("is not the first day of a chronicle", () => {
    expect(apply("<p><b>July 9, 2024</b></p><p>x</p><p><b>July 10, 2024</b></p><p>y</p>")).toMatchObject({
      standfirst: null,
      html: "<h2>July 9, 2024</h2><p>x</p><h2>July 10, 2024</h2><p>y</p>",
    });
  });

  test("is not a bold line that ends in a colon, holds a link, or is all there is", () => {
    expect(apply("<p><b>In short:</b></p><p>x</p>").html).toBe("<h2>In short</h2><p>x</p>");
    expect(apply('<p><b><a href="https://a.example/">Watch</a></b></p><p>x</p>').standfirst).toBeNull();
    expect(apply("<p><b>Closed today.</b></p>")).toMatchObject({
      standfirst: null,
      html: "<p><b>Closed today.</b></p>",
    });
  });
});

describe("bold lines", () => {
  test("become subheads, without their colon", () => {
    expect(apply("<p>x</p><p><strong>One</strong>:</p><p>y</p><p><b>Two <em>more</em>:</b></p><p>z</p>").html).toBe(
      "<p>x</p><h2>One</h2><p>y</p><h2>Two <em>more</em></h2><p>z</p>",
    );
  });

  test.each([
    ["bold words in a sentence", "<p>x</p><p><b>Dr. No</b> says so.</p><p>y</p>"],
    ["the last line", "<p>x</p><p>y</p><p><b>Thank you!</b></p>"],
    ["a line with a link", "<p>x</p><p><b><a>Subscribe</a></b></p><p>y</p>"],
    ["a quotation", "<p>x</p><blockquote><p><b>Never.</b></p></blockquote><p>y</p>"],
    ["a list item", "<ul><li><p><b>One</b></p></li></ul><p>y</p>"],
    ["a long paragraph", `<p>x</p><p><b>${"word ".repeat(40)}</b></p><p>y</p>`],
    ["a text that is bold throughout", "<p>a</p><p><b>b</b></p><p><b>c</b></p><p><b>d</b></p><p>e</p>"],
  ])("stay what they are: %s", (_what, html) => {
    expect(apply(html).html).toBe(html);
  });
});

describe("headings", () => {
  test("start below the page's own and leave no level out", () => {
    expect(apply("<p>x</p><h1>a</h1><p>x</p><h3>b</h3><p>x</p>").html).toBe(
      "<p>x</p><h2>a</h2><p>x</p><h3>b</h3><p>x</p>",
    );
    expect(apply('<p>x</p><h4 id="n">a</h4><p>x</p>').html).toBe('<p>x</p><h2 id="user-content-n">a</h2><p>x</p>');
  });
});

describe("the ending", () => {
  test.each([
    ["Tags: a, b", ["a", "b"]],
    ["<b>Keywords:</b> #one #two; three", ["one #two", "three"]],
    ["Tags：東京、大阪", ["東京", "大阪"]],
  ])("%s are keywords", (line, keywords) => {
    expect(apply(`<p>x</p><p>${line}</p>`)).toMatchObject({ keywords, html: "<p>x</p>" });
  });

  test.each([
    ["in the middle", "<p>x</p><p>Tags: a, b</p><p>y</p>"],
    ["with links", "<p>x</p><p>Tags: <a>a</a></p>"],
    ["a sentence", `<p>x</p><p>Tags: ${"are what museums sew into everything they lend to others ".repeat(2)}</p>`],
  ])("tags stay %s", (_what, html) => {
    expect(apply(html)).toMatchObject({ keywords: [], html });
  });

  test("a rule at the very end goes, others stay", () => {
    expect(apply("<p>x</p><hr><p>y</p><hr>").html).toBe("<p>x</p><hr><p>y</p>");
    expect(apply("<p>x</p><hr><p>[End]</p>").html).toContain("<hr>");
  });

  test("[End] is marked wherever the tags stand", () => {
    const end = '<p>x</p><p data-role="end">End</p>';
    expect(apply("<p>x</p><p>[End]</p><p>Tags: a</p>").html).toBe(end);
    expect(apply("<p>x</p><p>Tags: a</p><p>[End]</p>").html).toBe(end);
    expect(apply("<p>x</p><p>[End of year sale]</p><p>y</p>").html).toContain("[End of year sale]");
  });
});

describe("nothing else changes", () => {
  test.each([
    "just words",
    "words<br>and <b>more</b>",
    "<ul><li>a</li></ul><p>b</p>",
    "<table><tbody><tr><td><p><b>a</b></p></td></tr></tbody></table>",
    "<p>a</p><p></p><p>b</p>",
  ])("%s", (html) => {
    expect(apply(html).html).toBe(html);
  });

  test("a body inside wrappers is read inside them", () => {
    expect(apply("<div><article><h1>Ferries return to the bay</h1><p>x</p><hr></article></div>").html).toBe(
      "<div><article><p>x</p></article></div>",
    );
  });

  test("an empty body gives nothing but the summary", () => {
    expect(apply("", { summary: "S" })).toEqual({ standfirst: "S", keywords: [], html: "" });
  });
});

test("a date is not the lede", () => {
  const fragment = sanitize("<p><b>July 9, 2024</b></p><p>x</p>", null);
  applyContentRules(fragment, ARTICLE);
  expect(fragment.querySelector(".lede")?.textContent).toBe("x");
});

test("the first paragraph is marked as the lede", () => {
  const fragment = sanitize("<h2>x</h2><p>a</p><p>b</p>", null);
  applyContentRules(fragment, ARTICLE);
  expect([...fragment.querySelectorAll("p")].map((paragraph) => paragraph.className)).toEqual(["lede", ""]);
});
