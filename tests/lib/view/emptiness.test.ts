import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { tagScope } from "../../../lib/db/tagScope.ts";
import type { Feed, Filter } from "../../../lib/model.ts";
import { emptinessOf } from "../../../lib/view/emptiness.ts";

const all: Filter = { view: "all", tag: null, feedId: null };
const feed = (change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, 0),
  ...change,
});

test("before the first answer, the first articles are on their way", () => {
  expect(emptinessOf({ filter: all, feeds: [], counts: new Map() }).kind).toBe("firstLoad");
  expect(emptinessOf({ filter: all, feeds: [feed()], counts: new Map() }).kind).toBe("firstLoad");
});

test("nothing stored is explained by what went wrong", () => {
  const offline = feed({ trouble: { kind: "offline", at: 0 } });
  const failed = feed({ trouble: { kind: "serverError", at: 0 } });
  expect(emptinessOf({ filter: all, feeds: [offline], counts: new Map() }).kind).toBe("offline");
  expect(emptinessOf({ filter: all, feeds: [failed], counts: new Map() }).kind).toBe("allFailed");
  const odd = feed({ trouble: { kind: "webPage", at: 0 } });
  expect(emptinessOf({ filter: all, feeds: [odd], counts: new Map() }).kind).toBe("allUnreadable");
});

test("each list says why it is empty", () => {
  expect(emptinessWith({ view: "unread" })).toEqual({ kind: "allRead" });
  expect(emptinessWith({ view: "starred" })).toEqual({ kind: "starred" });
  expect(emptinessWith({ view: "later" })).toEqual({ kind: "later" });
});

test("a tag is why only where it has no articles at all", () => {
  for (const view of ["unread", "all", "starred", "later"] as const) {
    expect(emptinessWith({ view, tag: "boats" })).toEqual({ kind: "tag", tag: "boats" });
  }
  expect(emptinessWith({ view: "unread", tag: "world" })).toEqual({ kind: "allRead" });
  expect(emptinessWith({ view: "starred", tag: "world" })).toEqual({ kind: "starred" });
  expect(emptinessWith({ view: "later", tag: "world" })).toEqual({ kind: "later" });
});

const counts = new Map([
  ["all", 5],
  [tagScope("all", "world"), 2],
]);

const emptinessWith = (filter: Partial<Filter>) => emptinessOf({ filter: { ...all, ...filter }, feeds: [], counts });
