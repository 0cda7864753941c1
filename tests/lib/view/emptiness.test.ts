import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Feed, Filter } from "../../../lib/model.ts";
import { emptinessOf } from "../../../lib/view/emptiness.ts";

const all: Filter = { view: "all", tag: null, feedId: null };
const feed = (change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, 0),
  ...change,
});

test("before the first answer, the first articles are on their way", () => {
  expect(emptinessOf({ filter: all, feeds: [], total: 0 }).kind).toBe("firstLoad");
  expect(emptinessOf({ filter: all, feeds: [feed()], total: 0 }).kind).toBe("firstLoad");
});

test("nothing stored is explained by what went wrong", () => {
  const offline = feed({ trouble: { kind: "offline", at: 0 } });
  const failed = feed({ trouble: { kind: "serverError", at: 0 } });
  expect(emptinessOf({ filter: all, feeds: [offline], total: 0 }).kind).toBe("offline");
  expect(emptinessOf({ filter: all, feeds: [failed], total: 0 }).kind).toBe("allFailed");
});

test("each list says why it is empty", () => {
  const kind = (filter: Partial<Filter>) => emptinessOf({ filter: { ...all, ...filter }, feeds: [], total: 5 });
  expect(kind({ view: "unread" })).toEqual({ kind: "allRead" });
  expect(kind({ view: "starred" })).toEqual({ kind: "starred" });
  expect(kind({ view: "later" })).toEqual({ kind: "later" });
  expect(kind({ view: "later", tag: "boats" })).toEqual({ kind: "tag", tag: "boats" });
});
