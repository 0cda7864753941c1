import { expect, test } from "vitest";
import { previewOf } from "../../../lib/refresh/preview.ts";
import { makeItems, makeJsonFeed } from "../../support/makers.ts";

const URL_OF_A = "https://www.a.example/feed";
const validators = { etag: null, lastModified: null, bodyHash: null, storedAt: 0 };
const foundWith = (body: string) => ({
  url: URL_OF_A,
  title: "A",
  outcome: {
    kind: "fetched" as const,
    url: URL_OF_A,
    bytes: new TextEncoder().encode(body),
    contentType: "application/json",
    fresh: null,
    validators,
  },
});
const NOW = Date.UTC(2030, 0, 1);

test("the newest five are shown, whatever order the document has", () => {
  const items = makeItems(7).reverse();
  const preview = previewOf(foundWith(makeJsonFeed({ items })), NOW);
  expect(preview.count).toBe(7);
  expect(preview.articles.map(({ title }) => title)).toEqual([7, 6, 5, 4, 3].map((n) => `Article ${n}`));
});

test("other hosts of pictures are named by one address each, the commonest first; the own host is none of them", () => {
  const images = ["https://i.example/1", "https://cdn.example/1", "https://cdn.example/2", "https://a.example/1"];
  const items = makeItems(4, (n) => ({ imageUrl: images[n - 1] ?? "" }));
  const { pictureUrls } = previewOf(foundWith(makeJsonFeed({ homeUrl: "https://a.example/", items })), NOW);
  expect(pictureUrls.map((url) => new URL(url).host)).toEqual(["cdn.example", "i.example"]);
});

test("of a server that had no time there is nothing to show", () => {
  const outcome = { kind: "failed" as const, trouble: { kind: "timeout" as const, at: 0 }, retryAfter: null };
  expect(previewOf({ url: URL_OF_A, title: "A", outcome }, NOW)).toEqual({ articles: [], count: 0, pictureUrls: [] });
});
