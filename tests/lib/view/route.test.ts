import { expect, test } from "vitest";
import { articleOfHash, hashOfArticle } from "../../../lib/view/route.ts";

test("an address names an article and is made from one", () => {
  expect(articleOfHash("#/article/42")).toBe(42);
  expect(articleOfHash(hashOfArticle(7))).toBe(7);
});

test("anything else is the list", () => {
  for (const hash of ["", "#/", "#/article/", "#/article/x", "#/article/1/2", "#/article/-1"]) {
    expect(articleOfHash(hash)).toBeNull();
  }
  expect(articleOfHash(hashOfArticle(null))).toBeNull();
});
