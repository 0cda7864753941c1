// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { OpenedHow } from "../../../lib/view/moving.ts";
import { articleOfHash, followAddress, hashOfArticle } from "../../../lib/view/route.ts";

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

test("an article that was chosen is a way back, one leafed past or not there is none", () => {
  const [openId, openedHow, missingId] = [signal<number | null>(null), signal<OpenedHow>("chosen"), signal(9)];
  const open = (id: number, how: OpenedHow) => {
    openedHow.value = how;
    openId.value = id;
  };
  history.replaceState(null, "", "#/article/1");
  const before = history.length;
  followAddress({ openId, openedHow, missingId, open, close: () => void (openId.value = null) }, window);
  expect([openId.value, history.length]).toEqual([1, before]);
  open(2, "leafed");
  expect([location.hash, history.length]).toEqual(["#/article/2", before]);
  open(9, "chosen");
  expect(history.length).toBe(before + 1);
  openId.value = null;
  expect([location.hash, history.length]).toEqual(["#/", before + 1]);
  open(1, "chosen");
  openId.value = null;
  expect(history.length).toBe(before + 3);
});
