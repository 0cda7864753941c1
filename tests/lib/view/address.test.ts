import { expect, test } from "vitest";
import type { Filter } from "../../../lib/model.ts";
import { addressOf, EVERYTHING, hashOf, hashOfList } from "../../../lib/view/address.ts";

const list = (change: Partial<Filter>): Filter => ({ ...EVERYTHING, ...change });

test("each list has an address of its own", () => {
  const lists: [string, Partial<Filter>][] = [
    ["#/", {}],
    ["#/unread", { view: "unread" }],
    ["#/starred", { view: "starred" }],
    ["#/later", { view: "later" }],
    ["#/tag/world", { tag: "world" }],
    ["#/source/home", { feedId: "home" }],
    ["#/unread/tag/world", { view: "unread", tag: "world" }],
    ["#/later/source/a%2Fb", { view: "later", feedId: "a/b" }],
  ];
  for (const [hash, filter] of lists) {
    expect(hashOfList(list(filter))).toBe(hash);
    expect(addressOf(hash)).toEqual({ filter: list(filter), searched: null, openId: null });
  }
});

test("an article's address says the list that it is read in", () => {
  for (const [hash, filter] of [
    ["#/article/42", {}],
    ["#/unread/tag/world/article/42", { view: "unread", tag: "world" }],
  ] as const) {
    expect(addressOf(hash)).toEqual({ filter: list(filter), searched: null, openId: 42 });
    expect(hashOf(addressOf(hash))).toBe(hash);
  }
});

test("whatever a tag is called or a search says, its address leads back to it", () => {
  for (const text of ["map", 'tag:world "two words" -50%', "a/b#c?d", "火山 é", "article/5", "100% wool", "أخبار"]) {
    for (const [tag, openId] of [
      [null, null],
      ["science", 7],
    ] as const) {
      const searching = { filter: list({ tag }), searched: text, openId };
      expect(addressOf(hashOf(searching))).toEqual(searching);
    }
    const tagged = { filter: list({ tag: text }), searched: null, openId: null };
    expect(addressOf(hashOf(tagged))).toEqual(tagged);
  }
  expect(addressOf(hashOf({ filter: EVERYTHING, searched: "", openId: null })).searched).toBe("");
});

test("all tags have an address, and an article that is opened over them too", () => {
  for (const [hash, openId] of [
    ["#/tags", null],
    ["#/tags/article/42", 42],
  ] as const) {
    expect(addressOf(hash)).toEqual({ filter: EVERYTHING, searched: null, openId, isTags: true });
    expect(hashOf(addressOf(hash))).toBe(hash);
  }
  expect(addressOf("#/tag/tags").isTags).toBeUndefined();
});

test("half a character costs no more than itself", () => {
  expect(addressOf(hashOfList(list({ tag: "a\ud800" }))).filter.tag).toBe("a\ufffd");
});

test("what was typed by hand is taken as it was meant", () => {
  expect(addressOf("#/search/100%").searched).toBe("100%");
  expect(addressOf("#/search/a/b").searched).toBe("a/b");
  expect(addressOf("#/all/").filter).toEqual(EVERYTHING);
  expect(addressOf("#/unread/").filter.view).toBe("unread");
});

test("an address that names nothing is the list of everything", () => {
  const odd = [
    "",
    "#",
    "#/",
    "#unread",
    "#/article/",
    "#/article/x",
    "#/article/1/2",
    "#/article/-1",
    "#/tag/",
    "#/x/y",
  ];
  for (const hash of odd) expect(addressOf(hash)).toEqual({ filter: EVERYTHING, searched: null, openId: null });
});
