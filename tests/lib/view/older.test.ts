import { signal } from "@preact/signals";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { readCounts } from "../../../lib/db/counters.ts";
import { listFeeds, newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Feed, Filter } from "../../../lib/model.ts";
import { loadOlder } from "../../../lib/refresh/older.ts";
import { refresh, type RefreshDeps } from "../../../lib/refresh/refresh.ts";
import { createList } from "../../../lib/view/list.ts";
import { live } from "../../../lib/view/live.ts";
import type { FocusWish } from "../../../lib/view/moving.ts";
import { createOlder } from "../../../lib/view/older.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeDb, makeDraft, store } from "../../support/rows.ts";

const NOW = Date.UTC(2025, 5, 1, 12);

let server: FeedServer;
/** Not closed after a test: a page lives as long as its store is open. */
let db: Db;
let deps: RefreshDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(async () => {
  db = makeDb();
  deps = calmWorld(db, () => NOW);
  serve("/feed", [6, 5], "/2");
  serve("/2", [4, 3], "/3");
  serve("/3", [2, 1], undefined);
  await db.feeds.put(newFeed({ id: "a", url: `${server.localOrigin}/feed`, title: "A feed", homeUrl: null }, NOW));
  await refresh(deps, "due");
});

function serve(path: string, days: number[], next_url: string | undefined): void {
  const items = days.map((day) => ({
    id: `n${day}`,
    title: String(day),
    date_published: new Date(Date.UTC(2025, 4, day)).toISOString(),
  }));
  server.serve(path, { body: JSON.stringify({ version: "1.1", title: "A feed", next_url, items }) });
}

async function open(shown: Partial<Filter> = { feedId: "a" }) {
  const filter = signal<Filter>({ view: "all", tag: null, feedId: null, ...shown });
  const list = createList(
    db,
    filter,
    live(() => readCounts(db), new Map<string, number>()),
  );
  const feeds = live<Feed[] | null>(() => listFeeds(db), null);
  const focusWish = signal<FocusWish | null>(null);
  const older = createOlder({ db, list, feeds, loadOlder: (feedId) => loadOlder(deps, feedId), focusWish });
  await vi.waitFor(() => expect(list.shown.value && feeds.value).toBeTruthy());
  const titles = () => list.rows.value.map(({ title }) => title).join(" ");
  return { list, older, focusWish, filter, titles };
}

test("older pages come in behind the rows that are there, one by one, until the end", async () => {
  const { list, older, focusWish, titles } = await open();
  const turn = list.shown.value?.turn;
  expect([titles(), older.state.value.kind]).toEqual(["6 5", "there"]);
  await older.load();
  expect(titles()).toBe("6 5 4 3");
  expect(focusWish.value).toEqual({ on: "row", id: list.rows.value[2]?.id });
  await vi.waitFor(() => expect(older.state.value.kind).toBe("there"));
  await older.load();
  expect(titles()).toBe("6 5 4 3 2 1");
  await vi.waitFor(() => expect(older.state.value.kind).toBe("none"));
  // The list is the same one: it does not go to its top.
  expect(list.shown.value?.turn).toBe(turn);
});

test("what is loaded so never waits behind the pill, and is marked read with the rest", async () => {
  const { list, older } = await open();
  const seen = new Set<number>();
  const stop = list.arrivals.subscribe((count) => void seen.add(count));
  await older.load();
  await new Promise((resolve) => setTimeout(resolve, 50));
  stop();
  expect([...seen]).toEqual([0]);
  expect(list.shown.value?.throughId).toBe(4);
});

test("what waits behind the pill already comes in as well, rather than being forgotten", async () => {
  const { list, older, titles } = await open();
  await store(db, { insert: [makeDraft({ title: "new", feedId: "a", keys: ["a new"], sortAt: NOW })] }, "a");
  await vi.waitFor(() => expect(list.arrivals.value).toBe(1));
  await older.load();
  expect(titles()).toBe("new 6 5 4 3");
});

test("a failure is told, and the next try can help", async () => {
  server.serve("/2", { status: 404 });
  const { older, titles } = await open();
  await older.load();
  expect(older.state.value).toMatchObject({ kind: "failed", trouble: { kind: "notFound" } });
  serve("/2", [4], undefined);
  await older.load();
  expect(titles()).toBe("6 5 4");
});

test("a page of what is there already says so, and that it was the last one", async () => {
  serve("/2", [6, 5], "/3");
  serve("/3", [6], undefined);
  const { older, focusWish } = await open();
  await older.load();
  expect(older.state.value.kind).toBe("nothingNew");
  await older.load();
  expect(older.state.value.kind).toBe("end");
  expect(focusWish.value).toEqual({ on: "list" });
});

test("a source that somebody else has in hand is told so", async () => {
  await db.feeds.update("a", { lease: { id: "other", until: NOW + 60_000 } });
  const { older } = await open();
  await older.load();
  expect(older.state.value).toEqual({ kind: "failed", trouble: null });
});

test("only the list of one source, whole or unread, offers them", async () => {
  expect((await open({ feedId: null })).older.state.value.kind).toBe("none");
  expect((await open({ feedId: "a", view: "starred" })).older.state.value.kind).toBe("none");
  await setFlags(db, [1, 2], { unread: 0 });
  const { older, titles } = await open({ feedId: "a", view: "unread" });
  expect(older.state.value.kind).toBe("there");
  await older.load();
  expect(titles()).toBe("4 3");
});

test("a list that is not read to its end offers more rows first", async () => {
  const insert = Array.from({ length: 30 }, (_, i) =>
    makeDraft({ title: `x${i}`, feedId: "a", keys: [`a ${i}`], sortAt: NOW - i }),
  );
  await store(db, { insert }, "a");
  const { list, older } = await open();
  expect(older.state.value.kind).toBe("none");
  await list.loadMore();
  expect(older.state.value.kind).toBe("there");
});
