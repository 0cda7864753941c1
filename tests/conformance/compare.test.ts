import { describe, expect, test } from "vitest";
import { complaintAbout } from "./compare.ts";
import type { Assertion } from "./corpus.ts";
import type { Fields, ItemFields } from "./fields.ts";

const html = (value: string, baseUrl: string | null = null) => [{ value, isHtml: true, baseUrl }];
const plain = (value: string) => [{ value, isHtml: false, baseUrl: null }];

const ITEM: ItemFields = {
  id: "urn:1",
  link: "https://harbour.example/1",
  title: "Q & A",
  content: html('<p class="b" id="a">Low\n <b>tide</b></p>'),
  summary: plain("Low tide"),
  authors: ["Mara Lind"],
  tags: ["sea", "port"],
  published: Date.UTC(2024, 6, 3, 10, 15, 30, 250),
  updated: null,
  enclosures: [{ url: "https://harbour.example/1.mp3", type: "audio/mpeg", length: 512 }],
};

function complaint(item: Partial<ItemFields>, path: Assertion["path"], kind: Assertion["kind"], expected: unknown) {
  const fields: Fields = { title: "Harbour", link: null, items: [{ ...ITEM, ...item }] };
  return complaintAbout(fields, { scope: "core", path, kind, expected });
}

const AGREED: [path: Assertion["path"], kind: Assertion["kind"], expected: unknown][] = [
  [["feed", "title"], "text", "<b>Harbour</b>"],
  [["entries", 0, "title"], "text", "Q &amp; A"],
  [["entries", 0, "title"], "text", " Q\n& A "],
  [["entries", 0, "link"], "url", "HTTPS://harbour.example/1"],
  [["entries", 0, "content", 0], "html", "<div><p id='a' class='b'>Low <b>tide</b></p></div>"],
  [["entries", 0, "summary"], "html", "<p>Low tide</p>"],
  [["entries", 0, "author"], "author", "Mara Lind (mara@harbour.example)"],
  [["entries", 0, "published"], "date", "Wed, 03 Jul 2024 10:15:30 GMT"],
  [["entries", 0, "published"], "date", { epoch: Date.UTC(2024, 6, 3, 10, 15, 30) }],
  [["entries", 0, "tags", "$len"], "int", 2],
  [["entries", 0, "tags", 1], "text", "port"],
  [["entries", 0, "enclosures", 0, "length"], "text", "512"],
];

describe("the judge forgives what makes no difference", () => {
  test.each(AGREED)("%j as %s %j", (path, kind, expected) => {
    expect(complaint({}, path, kind, expected)).toBeNull();
  });

  test("an address that was written relative", () => {
    const content = html("<a href='/x'>x</a>", "https://harbour.example/");
    expect(
      complaint({ content }, ["entries", 0, "content", 0], "html", "<a href='https://harbour.example/x'>x</a>"),
    ).toBe(null);
  });
});

const REFUSED: [path: Assertion["path"], kind: Assertion["kind"], expected: unknown][] = [
  [["feed", "title"], "text", "Harbor"],
  [["feed", "link"], "url", "https://harbour.example/"],
  [["entries", 1, "title"], "text", "Q & A"],
  [["entries", 0, "title"], "text", "Q & A & B"],
  [["entries", 0, "link"], "url", "http://harbour.example/1"],
  [["entries", 0, "content", 0], "html", "<p id='a'>Low <b>tide</b></p>"],
  [["entries", 0, "content", 0], "html", "<p class='b' id='a'>Low <i>tide</i></p>"],
  [["entries", 0, "content", 0], "html", "Low tide"],
  [["entries", 0, "author"], "author", "mara@harbour.example"],
  [["entries", 0, "published"], "date", "Wed, 03 Jul 2024 10:15:31 GMT"],
  [["entries", 0, "tags", "$len"], "int", 1],
  [["entries", 0, "tags", 2], "text", "port"],
  [["entries", 0, "enclosures", 1, "url"], "url", "https://harbour.example/1.mp3"],
];

describe("the judge finds what does", () => {
  test.each(REFUSED)("%j as %s %j", (path, kind, expected) => {
    expect(complaint({}, path, kind, expected)).toMatch(/expected/);
  });
});
