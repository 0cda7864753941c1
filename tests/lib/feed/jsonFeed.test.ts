import { expect, test } from "vitest";
import { readJsonFeed } from "../../../lib/feed/jsonFeed.ts";

const draft = (value: unknown) => readJsonFeed(value)?.draft;

test.each(["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1", "1.0", "1", undefined, 1.1])(
  "version %j is read",
  (version) => {
    expect(draft({ version, title: "t", items: [{ id: "1" }] })?.items).toHaveLength(1);
  },
);

test.each([null, 5, "x", [], {}, { title: "t" }, { items: "no" }, { error: "not found" }])("%j is no feed", (value) => {
  expect(readJsonFeed(value)).toBeNull();
});

test("a field of the wrong type counts as missing and costs nothing else", () => {
  const item = {
    id: 1,
    url: {},
    title: ["x"],
    content_html: 5,
    content_text: "kept",
    tags: ["a", 5, null],
    authors: [null, { name: 5 }, { name: "A" }],
    attachments: [null, { url: 5 }, { url: "u", size_in_bytes: "9" }],
  };
  expect(draft({ items: [null, "x", item] })?.items).toMatchObject([
    {
      guid: "1",
      links: [],
      title: null,
      bodies: [{ value: "kept", type: "text" }],
      categories: ["a"],
      authors: ["A"],
      enclosures: [{ url: "u", length: null }],
    },
  ]);
});

test("Markdown is the best body, and the calendar date the best date", () => {
  const item = {
    id: "1",
    content_html: "<p>x</p>",
    _source: { markdown: "x", date: "2024-07-03" },
    date_published: "2024-07-03T12:00:00Z",
  };
  const [read] = draft({ items: [item] })?.items ?? [];
  expect(read?.bodies.map((body) => body.type)).toEqual(["markdown", "html"]);
  expect(read?.published).toEqual(["2024-07-03", "2024-07-03T12:00:00Z"]);
});
