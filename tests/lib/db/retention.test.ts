import { beforeEach, describe, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { retain, type Keeping } from "../../../lib/db/retention.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import type { Draft } from "../../../lib/db/draft.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const DAY = 24 * 3_600_000;
const week: Keeping = { keepReadDays: 7, keepPerFeed: null };
const ten: Keeping = { keepReadDays: null, keepPerFeed: 10 };
const daily = { now: NOW, everyMs: DAY };

let db: Db;
beforeEach(() => void (db = makeDb()));

/** Of one source, oldest first: the first is as many days old as there are articles. */
async function stored(count: number, given: Partial<Draft> = {}, feedId = "home"): Promise<void> {
  const insert = Array.from({ length: count }, (_, i) => {
    const at = NOW - (count - i) * DAY;
    return makeDraft({ title: `${feedId} ${i + 1}`, feedId, sortAt: at, arrivedAt: at, unread: 0, ...given });
  });
  await store(db, { insert }, feedId);
  await db.feeds.update(feedId, { listed: 0 });
}

const left = async (): Promise<number[]> => (await db.articles.toArray()).map((row) => row.id);
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe("by age", () => {
  test("read articles go when they have been here that long, with text and counts, and are remembered", async () => {
    await stored(20);
    await retain(db, week, daily);
    expect(await left()).toEqual(from(14, 20));
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
    expect(await db.tombstones.count()).toBe(13);
    const [chunk] = await db.bodies.toArray();
    expect(chunk?.bodies.filter((body) => body !== null)).toHaveLength(7);
  });

  test("starred, later and unread ones stay, however old they are", async () => {
    await stored(20);
    await setFlags(db, [1], { starred: 1 });
    await setFlags(db, [2], { later: 1 });
    await setFlags(db, [3], { unread: 1 });
    await retain(db, week, daily);
    expect(await left()).toEqual([1, 2, 3, ...from(14, 20)]);
  });

  test("what counts is when an article came, not what it says of its age", async () => {
    await stored(20, { arrivedAt: NOW - DAY });
    await retain(db, week, daily);
    expect(await left()).toEqual(from(1, 20));
  });

  test("as many as the source lists stay, however old they are", async () => {
    await stored(30);
    await db.feeds.update("home", { listed: 25 });
    await retain(db, week, daily);
    expect(await left()).toEqual(from(6, 30));
  });

  test("a source whose document has not been counted yet keeps everything", async () => {
    await stored(30);
    await db.feeds.toCollection().modify((feed) => void delete feed.listed);
    await retain(db, week, daily);
    expect(await left()).toEqual(from(1, 30));
  });
});

describe("by count", () => {
  test("the oldest of a source that has too many go, read or not, and never younger ones than 30 days", async () => {
    await stored(60, { unread: 1 });
    await stored(12, { unread: 1 }, "other");
    await retain(db, ten, daily);
    // Those of 31 days and more are gone; the other source has two too many, but none is old enough.
    expect(await left()).toEqual(from(31, 72));
    await retain(db, ten, { now: NOW + 22 * DAY, everyMs: DAY });
    expect(await left()).toEqual([...from(51, 60), ...from(63, 72)]);
  });

  test("starred and later ones stay", async () => {
    await stored(60, { unread: 1 });
    await setFlags(db, [1, 3], { starred: 1 });
    await setFlags(db, [2], { later: 1 });
    await retain(db, ten, daily);
    expect(await left()).toEqual([1, 2, 3, ...from(31, 60)]);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("a source that lists more than the limit keeps what it lists", async () => {
    await stored(60, { unread: 1 });
    await db.feeds.update("home", { listed: 50 });
    await retain(db, ten, daily);
    expect(await left()).toEqual(from(11, 60));
  });
});

test("both rules at once: old read ones anywhere, old unread ones among the surplus", async () => {
  await stored(60, { unread: 1 });
  await setFlags(db, [45, 46], { unread: 0 });
  await retain(db, { keepReadDays: 7, keepPerFeed: 40 }, daily);
  expect(await left()).toEqual(from(21, 60).filter((id) => id !== 45 && id !== 46));
});

test("nothing is deleted where everything is wanted for ever", async () => {
  await stored(60);
  await retain(db, { keepReadDays: null, keepPerFeed: null }, daily);
  expect(await left()).toEqual(from(1, 60));
});

test("an article that is starred between the look and the deletion stays", async () => {
  await stored(300);
  const passing = retain(db, week, daily);
  await setFlags(openDatabase(db.name), [1, 290], { starred: 1 });
  await passing;
  expect((await left()).slice(0, 2)).toEqual([1, 290]);
});

describe("a pass", () => {
  test("killed midway is gone on with, and ends as one that was not", async () => {
    for (const feedId of ["a", "b", "c"]) await stored(20, {}, feedId);
    const page = openDatabase(db.name);
    let deletions = 0;
    page.articles.hook("deleting", () => void (++deletions > 20 && page.close()));
    await expect(retain(page, week, daily)).rejects.toThrow();
    expect((await db.state.get("retention"))?.value).toMatchObject({ after: "a", doneAt: null });
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
    await retain(db, week, daily);
    expect(await db.articles.count()).toBe(21);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("two at once are one", async () => {
    await stored(40);
    await Promise.all([retain(db, week, daily), retain(openDatabase(db.name), week, daily)]);
    expect(await left()).toEqual(from(34, 40));
    expect(await db.tombstones.count()).toBe(33);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("is made once a day, or at once when the wish changes; meanwhile it costs one read", async () => {
    await stored(40);
    await retain(db, week, daily);
    await setFlags(db, [40], { unread: 0 });
    const idle = await counted(() => retain(db, week, { now: NOW + DAY - 1, everyMs: DAY }));
    expect(idle).toMatchObject({ requests: 1, writing: 0 });
    await retain(db, week, { now: NOW + DAY, everyMs: DAY });
    expect(await left()).toEqual(from(35, 40));
    await retain(db, { ...week, keepReadDays: 3 }, { now: NOW + DAY, everyMs: DAY });
    expect(await left()).toEqual(from(39, 40));
  });

  test("reads the rows it deletes, and of all others one in two hundred", async () => {
    await stored(2_000, { unread: 1 });
    await setFlags(db, [500, 1_500], { unread: 0 });
    const count = await counted(() => retain(db, week, daily));
    expect(await db.articles.count()).toBe(1_998);
    expect(count.rows["articles"]).toBeLessThanOrEqual(2 + 10);
    expect(count.unbounded.filter((each) => /articles|bodies/.test(each))).toEqual([]);
  });

  test("reads counters and sources alone where there is nothing to delete", async () => {
    await stored(2_000, { unread: 1 });
    const count = await counted(() => retain(db, { ...week, keepPerFeed: 2_000 }, daily));
    expect(count.rows["articles"]).toBeUndefined();
    expect(count.keys["articles"]).toBeUndefined();
  });
});
