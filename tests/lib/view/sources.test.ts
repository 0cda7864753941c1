import { expect, test } from "vitest";
import { HOME_FEED, NEVER, newFeed } from "../../../lib/db/feeds.ts";
import { feedScope } from "../../../lib/db/layout.ts";
import type { Feed, Trouble } from "../../../lib/model.ts";
import { readTyped, sourcesOf, troubleOf } from "../../../lib/view/sources.ts";
import messages from "../../../public/_locales/en/messages.json";

const now = new Date(2024, 6, 3, 18, 40).getTime();
const moment = { now, locale: "en-GB" };
const hours = (count: number) => count * 3_600_000;

const feed = (id: string, change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id, url: `https://www.${id}.example/rss/`, title: id, homeUrl: null }, 0),
  ...change,
});

// A record, so that a new kind of trouble does not compile until it is listed here.
const kinds: Record<Trouble["kind"], true> = {
  challenge: true,
  offline: true,
  unreachable: true,
  timeout: true,
  noPermission: true,
  blockedAddress: true,
  privateAddress: true,
  unauthorized: true,
  forbidden: true,
  notFound: true,
  gone: true,
  closed: true,
  tooManyRequests: true,
  hostWaits: true,
  serverError: true,
  badStatus: true,
  tooLarge: true,
  notAFeed: true,
  webPage: true,
  emptied: true,
  truncated: true,
  storageFull: true,
  internal: true,
};

test.each(Object.keys(kinds) as Trouble["kind"][])("the trouble %s has sentences", (kind) => {
  const sentences = troubleOf({ kind, at: now, status: 503 }, feed("a"), moment);
  expect(sentences.length).toBeGreaterThan(0);
  for (const { key, values } of sentences) {
    const text = messages[key].message;
    expect(text).toMatch(/[.]$/);
    for (const [, place] of text.matchAll(/\$(\d)/g)) expect(values[Number(place) - 1]).toBeTruthy();
  }
});

test("sources stand as the reader put them, then the home source, then the others by name", () => {
  const feeds = [feed("d"), feed("b", { order: 1 }), feed("c"), feed(HOME_FEED), feed("a", { order: 0 })];
  expect(sourcesOf(feeds, new Map(), moment).map(({ id }) => id)).toEqual(["a", "b", HOME_FEED, "c", "d"]);
});

test("a silent source says since when, in the unit that people would use", () => {
  const since = (lastFetchedAt: number | null) =>
    troubleOf({ kind: "serverError", at: now, status: 503 }, feed("a", { lastFetchedAt }), moment);
  expect(since(now - hours(2))).toEqual([
    { key: "noAnswerSince", values: ["16:40"] },
    { key: "trouble_serverError", values: ["www.a.example", "503"] },
  ]);
  expect(since(now - hours(48))[0]).toEqual({ key: "noAnswerSince", values: ["Monday"] });
  expect(since(now - hours(24 * 30))[0]).toEqual({ key: "noAnswerSince", values: ["3 June 2024"] });
  expect(since(null)[0]).toEqual({ key: "noAnswerYet", values: [] });
});

test("a source without permission is allowed, any other trouble is tried again", () => {
  const remedies = (trouble: Trouble | null) => sourcesOf([feed("a", { trouble })], new Map(), moment)[0]?.remedy;
  expect(remedies({ kind: "noPermission", at: now })).toBe("allow");
  expect(remedies({ kind: "timeout", at: now })).toBe("tryNow");
  expect(remedies(null)).toBeNull();
});

test("a source that only people ask for has no next check", () => {
  const nextCheckAt = (nextFetchAt: number) =>
    sourcesOf([feed("a", { nextFetchAt })], new Map(), moment)[0]?.nextCheckAt;
  expect(nextCheckAt(NEVER)).toBeNull();
  expect(nextCheckAt(now)).toBe(now);
});

test("the home source comes first, the others by name", () => {
  const feeds = [feed("zebra"), feed(HOME_FEED, { title: "News" }), feed("élan"), feed("eagle")];
  const titles = sourcesOf(feeds, new Map(), moment).map((source) => source.title);
  expect(titles).toEqual(["News", "eagle", "élan", "zebra"]);
});

test("a source shows its address without what every address has, its letter and its count", () => {
  const counts = new Map([[feedScope("unread", "harbour"), 3]]);
  const [source] = sourcesOf([feed("harbour")], counts, moment);
  expect(source).toMatchObject({ shownUrl: "harbour.example/rss", monogram: "H", unread: 3, isHome: false });
});

test("the letter of a source is one whole character of any script", () => {
  const monograms = ["日本", "👩‍🚀 space", "ığdır", ""].map(
    (title) => sourcesOf([feed("a", { title })], new Map(), { now, locale: "tr" })[0]?.monogram,
  );
  expect(monograms).toEqual(["日", "👩‍🚀", "I", ""]);
});

test("a source is being checked while a lease on it lasts", () => {
  const isChecking = (until: number) =>
    sourcesOf([feed("a", { lease: { id: "x", until } })], new Map(), moment)[0]?.isChecking;
  expect(isChecking(now + 1)).toBe(true);
  expect(isChecking(now)).toBe(false);
});

test.each([
  ["https://a.example/feed.xml", ["https://a.example/feed.xml"]],
  ["  a.example/feed  ", ["https://a.example/feed", "http://a.example/feed"]],
  ["a.example:8080/feed", ["https://a.example:8080/feed", "http://a.example:8080/feed"]],
  ["http://a.example", ["https://a.example/", "http://a.example/"]],
  ["http://a.example:8080/", ["http://a.example:8080/"]],
  ["localhost:3000/feed", ["https://localhost:3000/feed", "http://localhost:3000/feed"]],
  ["bücher.example", ["https://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"]],
])("%s is asked for at %j", (typed, urls) => {
  expect(readTyped(typed, [])).toEqual({ kind: "new", urls });
});

test.each(["", "news", "two words", "mailto:a@b.example", "javascript:alert(1)", "https://", "a..", "ftp://a.example"])(
  "%j does not look like a web address",
  (typed) => {
    expect(readTyped(typed, [])).toEqual({ kind: "bad" });
  },
);

test("an address that is followed already names its source, however it is spelled", () => {
  const feeds = [feed("harbour", { title: "Harbour Weekly" })];
  expect(readTyped("http://www.harbour.example/rss", feeds)).toEqual({ kind: "followed", title: "Harbour Weekly" });
});
