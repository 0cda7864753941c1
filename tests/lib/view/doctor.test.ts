import { expect, test } from "vitest";
import { NEVER, newFeed } from "../../../lib/db/feeds.ts";
import type { Feed, NetworkRequest } from "../../../lib/model.ts";
import { readFeed } from "../../../lib/feed/read.ts";
import { reportOn } from "../../../lib/feed/report.ts";
import { findingsOf, nextReasonOf } from "../../../lib/view/doctor.ts";
import { makeItems, makeRss } from "../../support/makers.ts";

/** Later than the items that are made are dated. */
const NOW = Date.UTC(2025, 6, 3, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const feed = (change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, NOW - HOUR),
  lastFetchedAt: NOW,
  nextFetchAt: NOW + HOUR,
  validators: { etag: '"1"', lastModified: null, bodyHash: null, storedAt: NOW },
  ...change,
});

const answer = (change: Partial<NetworkRequest> = {}): NetworkRequest => ({
  id: 1,
  at: NOW,
  url: "https://a.example/feed",
  why: "due",
  feedId: "a",
  status: 200,
  bytes: 1,
  ms: 1,
  ...change,
});

test.each<[string, Partial<Feed>, Partial<NetworkRequest>, object]>([
  ["nothing else is known", {}, {}, { kind: "usual", ms: HOUR }],
  ["it posts seldom", { posts: { count: 3, since: NOW - 108 * HOUR } }, {}, { kind: "posts", ms: 3 * HOUR }],
  ["the reader chose", { intervalMs: 3 * HOUR }, {}, { kind: "chosen", ms: 3 * HOUR }],
  ["its document asks", { ttlMs: 2 * HOUR }, {}, { kind: "ttl", ms: 2 * HOUR }],
  ["its server says so", {}, { freshMs: 99 * HOUR }, { kind: "fresh", ms: 5 * HOUR }],
  ["a shorter wish changes nothing", { ttlMs: MINUTE }, { freshMs: MINUTE }, { kind: "usual", ms: HOUR }],
  ["no visits at night", { skips: { hours: [13], days: [] }, nextFetchAt: NOW + 3 * HOUR }, {}, { kind: "skips" }],
  ["it is paused", { isPaused: true, failures: 2 }, {}, { kind: "paused" }],
  ["it is closed", { nextFetchAt: NEVER }, {}, { kind: "closed" }],
  ["it failed", { failures: 3, trouble: { kind: "timeout", at: NOW } }, { status: 0 }, { kind: "failed", times: 3 }],
  ["it is busy", { failures: 1, trouble: { kind: "tooManyRequests", at: NOW } }, {}, { kind: "hostWaits" }],
  ["nobody was reached", { trouble: { kind: "offline", at: NOW } }, {}, { kind: "offline" }],
  ["it is new", { lastFetchedAt: null }, {}, { kind: "new" }],
])("the next check: %s", (_, change, answered, reason) => {
  expect(nextReasonOf({ feed: feed(change), answers: [answer(answered)] }, NOW)).toEqual(reason);
});

function findingsIn(document: string, change: Partial<Feed> = {}) {
  const bytes = new TextEncoder().encode(document);
  const read = readFeed(bytes, { url: "https://a.example/feed", contentType: null, now: NOW });
  if (read.kind !== "feed") throw new Error(read.reason);
  const report = reportOn(read, { at: NOW, bytes: bytes.length, kept: read.items.length });
  return findingsOf({ feed: feed(change), report });
}

test("a feed without faults gives its publisher nothing to do", () => {
  expect(findingsIn(makeRss({ items: makeItems(5) }))).toEqual([]);
});

test("missing and shared ids, and dates that are missing, unreadable or ahead, are counted", () => {
  const dates = [null, "nonsense", "2025-07-06T12:00:00Z"];
  const items = makeItems(6, (n) => ({
    id: n <= 2 ? null : n <= 4 ? "the same" : `own ${n}`,
    publishedAt: n <= 3 ? (dates[n - 1] ?? null) : "2025-07-01T12:00:00Z",
  }));
  const document = makeRss({ items }).replace("Invalid Date", "some day");
  expect(findingsIn(document)).toEqual([
    { kind: "sharedGuids", count: 1, of: 6 },
    { kind: "noGuids", count: 2, of: 6 },
    { kind: "badDates", count: 1, of: 6 },
    { kind: "noDates", count: 1, of: 6 },
    { kind: "aheadDates", count: 1, of: 6 },
  ]);
});

test("a broken document, a redirect and answers without validators are told", () => {
  const cut = makeRss({ items: makeItems(5) }).slice(0, -60);
  const noValidators = { etag: null, lastModified: null, bodyHash: null, storedAt: NOW };
  const movedTo = { url: "https://b.example/feed", firstAt: NOW, times: 2 };
  expect(findingsIn(`junk ${cut}`, { validators: noValidators, movedTo }).map(({ kind }) => kind)).toEqual([
    "truncated",
    "malformed",
    "moved",
    "noValidators",
  ]);
});
