import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { LEASE_MS } from "../../../lib/db/lease.ts";
import type { RefreshRun } from "../../../lib/db/state.ts";
import type { Feed } from "../../../lib/model.ts";
import { sourceStates, type Details } from "../../../lib/view/refreshDetails.ts";
import { progressOf, type Progress } from "../../../lib/view/refreshProgress.ts";

const started = 1_000_000_000;
const now = started + 1_000;
const run: RefreshRun = { startedAt: started, feedIds: ["b", "a", "c", "d", "e"] };

const feed = (id: string, change: Partial<Feed> = {}): Feed => ({
  ...newFeed({ id, url: `https://${id}.example/feed`, title: `Source ${id}`, homeUrl: null }, 0),
  ...change,
});
const waiting = (id: string) => feed(id, { lastTriedAt: started - 5_000, lastFetchedAt: started - 4_000, brought: 9 });
const held = (id: string) => feed(id, { lastTriedAt: now, lease: { id: "x", until: now + LEASE_MS } });
const done = (id: string, brought: number) => feed(id, { lastTriedAt: now, lastFetchedAt: now, brought });
const failed = (id: string) =>
  feed(id, { lastTriedAt: now, trouble: { kind: "serverError", at: now, status: 503 }, lastFetchedAt: started - 9 });

type Moment = { run?: RefreshRun; progress?: Progress | null; details?: Details };

function kindsOf(feeds: Feed[], given: Moment = {}): Record<string, string> {
  const { run: shown = run, progress = progressOf(shown, feeds, now), details = { of: "run" } } = given;
  const states = sourceStates(feeds, { details, run: shown, progress, now, locale: "en" });
  return Object.fromEntries(states.map((state) => [state.id, state.kind]));
}

test("each source of the refresh has its own state, by name and not by progress", () => {
  const feeds = [waiting("d"), held("c"), done("b", 0), done("a", 3), failed("e"), waiting("other")];
  expect(Object.entries(kindsOf(feeds))).toEqual([
    ["a", "new"],
    ["b", "noChange"],
    ["c", "running"],
    ["d", "waiting"],
    ["e", "failed"],
  ]);
});

test("a failed source says since when and why", () => {
  const [state] = sourceStates([failed("e")], { details: { of: "run" }, run, progress: null, now, locale: "en" });
  expect(state).toMatchObject({
    kind: "failed",
    trouble: [{ key: "noAnswerSince" }, { key: "trouble_serverError", values: ["e.example", "503"] }],
  });
});

test("after a stop, what was not asked says so, and what is still being fetched goes on", () => {
  const stopped = { ...run, stoppedAt: now };
  expect(kindsOf([done("a", 3), held("b"), waiting("c")], { run: stopped })).toEqual({
    a: "new",
    b: "running",
    c: "notAsked",
  });
});

test("before the background has begun, nothing is told of the refresh before", () => {
  const before = { ...run, startedAt: started - 60_000 };
  const feeds = [done("a", 3), failed("b")];
  expect(kindsOf(feeds, { run: before, progress: { done: 0, total: 2 } })).toEqual({ a: "waiting", b: "waiting" });
});

test("asked for by name, sources are shown whether the refresh was about them or not", () => {
  const feeds = [done("a", 3), failed("e"), failed("other")];
  const details: Details = { of: "sources", ids: ["e", "other"] };
  expect(kindsOf(feeds, { details, progress: null })).toEqual({ e: "failed", other: "failed" });
});
