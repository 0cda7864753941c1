import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { LEASE_MS } from "../../../lib/db/lease.ts";
import type { RefreshRun } from "../../../lib/db/state.ts";
import type { Feed } from "../../../lib/model.ts";
import { progressOf } from "../../../lib/view/refreshProgress.ts";

const started = 1_000_000;
const now = started + 1_000;
const run: RefreshRun = { startedAt: started, feedIds: ["a", "b", "c"] };

const feed = (id: string, change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id, url: `https://${id}.example/feed`, title: id, homeUrl: null }, 0),
  ...change,
});
const waiting = (id: string) => feed(id, { lastTriedAt: started - 5_000, lastFetchedAt: started - 4_000 });
const held = (id: string) => feed(id, { lastTriedAt: now, lease: { id: "x", until: now + LEASE_MS } });
const done = (id: string) => feed(id, { lastTriedAt: now, lastFetchedAt: now });

test("without a run there is no progress", () => {
  expect(progressOf(undefined, [done("a")], now)).toBeNull();
  expect(progressOf(null, [], now)).toBeNull();
});

test("a run that has just begun has done nothing of all", () => {
  expect(progressOf(run, [waiting("a"), waiting("b"), waiting("c")], now)).toEqual({ done: 0, total: 3 });
});

test("a source counts when its fetch has ended, not while it is held", () => {
  expect(progressOf(run, [done("a"), held("b"), waiting("c")], now)).toEqual({ done: 1, total: 3 });
});

test("a failed source is done too", () => {
  const failed = feed("a", { lastTriedAt: now, trouble: { kind: "timeout", at: now } });
  expect(progressOf(run, [failed, held("b"), waiting("c")], now)).toEqual({ done: 1, total: 3 });
});

test("a run whose sources are all done is over", () => {
  expect(progressOf(run, [done("a"), done("b"), done("c")], now)).toBeNull();
});

test("sources outside the run and sources that are gone do not count", () => {
  expect(progressOf(run, [done("a"), held("b"), waiting("other")], now)).toEqual({ done: 1, total: 2 });
});

test("a run whose worker died ends when its leases have run out", () => {
  const feeds = [done("a"), held("b"), waiting("c")];
  expect(progressOf(run, feeds, now + LEASE_MS - 1)).toEqual({ done: 1, total: 3 });
  expect(progressOf(run, feeds, now + LEASE_MS)).toBeNull();
});

test("a source that somebody else was fetching is done with their outcome", () => {
  const others = feed("a", { lastTriedAt: started - 1_000, lastFetchedAt: now });
  expect(progressOf({ ...run, feedIds: ["a"] }, [others], now)).toBeNull();
});

test("a clock that is put back ends the run instead of drawing it for hours", () => {
  const feeds = [done("a"), held("b"), waiting("c")];
  expect(progressOf(run, feeds, now - 3_600_000)).toBeNull();
});

test("a page's clock may be a step behind the rows", () => {
  expect(progressOf(run, [done("a"), held("b"), waiting("c")], now - 20_000)).toEqual({ done: 1, total: 3 });
});
