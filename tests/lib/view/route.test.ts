// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
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

test("leafing leaves one entry, and closing goes back to the list beneath", async () => {
  const { open, close } = follow("#/");
  const before = history.length;
  open(1, "chosen");
  open(2, "leafed");
  open(3, "leafed");
  open(4, "leafed");
  expect([location.hash, history.length]).toEqual(["#/article/4", before + 2]);
  close();
  await vi.waitFor(() => expect(location.hash).toBe("#/"));
  // What was closed lies ahead: one opened now takes its place.
  open(5, "leafed");
  open(6, "leafed");
  expect([location.hash, history.length]).toEqual(["#/article/6", before + 1]);
});

test("Back goes to the article before, and Forward to the one left", async () => {
  const { open, openId } = follow("#/");
  open(1, "chosen");
  open(2, "chosen");
  history.back();
  await vi.waitFor(() => expect(openId.value).toBe(1));
  history.back();
  await vi.waitFor(() => expect(openId.value).toBeNull());
  history.forward();
  await vi.waitFor(() => expect(openId.value).toBe(1));
});

test("an article that a link led to becomes the list when it closes", () => {
  const { close, openId } = follow("#/article/9");
  const before = history.length;
  expect(openId.value).toBe(9);
  close();
  expect([location.hash, history.length]).toEqual(["#/", before]);
});

/** A page at an address, which follows it. */
function follow(hash: string) {
  history.pushState(null, "", hash);
  const [openId, openedHow] = [signal<number | null>(null), signal<OpenedHow>("chosen")];
  const open = (id: number, how: OpenedHow) => {
    openedHow.value = how;
    openId.value = id;
  };
  const close = () => void (openId.value = null);
  followAddress({ openId, openedHow, open, close }, window);
  return { openId, open, close };
}
