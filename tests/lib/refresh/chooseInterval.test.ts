import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Feed } from "../../../lib/model.ts";
import { chooseInterval } from "../../../lib/refresh/chooseInterval.ts";
import { makeDb, NOW } from "../../support/rows.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function after(change: Partial<Feed>, intervalMs: number | null, db = makeDb()): Promise<Feed | undefined> {
  const feed = newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, NOW - HOUR);
  await db.feeds.put({ ...feed, lastFetchedAt: NOW - 20 * MINUTE, nextFetchAt: NOW + 40 * MINUTE, ...change });
  await chooseInterval({ db, now: () => NOW, random: () => 0.5 }, "a", intervalMs);
  return db.feeds.get("a");
}

test("a longer interval puts the next check off, a shorter one brings it nearer, from the last answer on", async () => {
  expect(await after({}, 3 * HOUR)).toMatchObject({ intervalMs: 3 * HOUR, nextFetchAt: NOW - 20 * MINUTE + 3 * HOUR });
  expect(await after({}, 30 * MINUTE)).toMatchObject({ nextFetchAt: NOW + 10 * MINUTE });
  expect(await after({}, 15 * MINUTE)).toMatchObject({ nextFetchAt: NOW });
});

test("what the publisher asks for holds all the same", async () => {
  expect(await after({ ttlMs: 2 * HOUR }, 15 * MINUTE)).toMatchObject({
    nextFetchAt: NOW - 20 * MINUTE + 2 * HOUR * 1.05,
  });
});

test("so does what its server said of the last answer", async () => {
  const request = { id: 1, at: NOW - 20 * MINUTE, url: "https://a.example/feed", why: "due", feedId: "a" } as const;
  const db = makeDb();
  await db.requests.add({ ...request, status: 304, bytes: 0, ms: 1, freshMs: 3 * HOUR });
  expect(await after({}, 15 * MINUTE, db)).toMatchObject({ nextFetchAt: NOW - 20 * MINUTE + 3 * HOUR * 1.05 });
});

test("a source in trouble keeps the pause that its trouble asks for", async () => {
  expect(await after({ failures: 3 }, 15 * MINUTE)).toMatchObject({ nextFetchAt: NOW + 40 * MINUTE });
});

test("it can be left to the source again", async () => {
  expect(await after({ intervalMs: 24 * HOUR }, null)).not.toHaveProperty("intervalMs");
});
