import { beforeEach, describe, expect, test } from "vitest";
import { newestArticleId, setFlags, type Cursor } from "../../../lib/db/articles.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { MOST_ARRIVALS, scopeOf } from "../../../lib/db/layout.ts";
import { arrivalsIn, hasArrivedBefore, nearestIn, readStretch } from "../../../lib/db/lists.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Filter, View } from "../../../lib/model.ts";
import { counted } from "../../support/countedReads.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const MINUTE = 60_000;
const ALL: Filter = { view: "all", tag: null, feedId: null };
const WORLD: Filter = { ...ALL, tag: "world" };

let db: Db;

beforeEach(() => {
  db = makeDb();
});

/** From new to old, `count` articles of a feed; every third has the tag "law". */
async function add(count: number, feedId = "home", sortAt = NOW): Promise<void> {
  const insert = Array.from({ length: count }, (_, i) =>
    makeDraft({
      title: `${feedId} ${sortAt} ${i}`,
      feedId,
      sortAt: sortAt - i * MINUTE,
      tags: i % 3 === 0 ? ["world", "law"] : ["world"],
    }),
  );
  await store(db, { insert }, feedId);
}

const rowsRead = async (work: () => Promise<unknown>) => (await counted(work)).rows["articles"] ?? 0;

describe("a page of a list reads no more rows than it shows", () => {
  const views: View[] = ["all", "unread", "starred", "later"];
  const narrowed: Partial<Filter>[] = [{}, { tag: "world" }, { tag: "law" }, { feedId: "home" }, { feedId: "other" }];
  const filters = views.flatMap((view) => narrowed.map((by): Filter => ({ ...ALL, view, ...by })));

  test.each(filters)("$view $tag $feedId", async (filter) => {
    await add(40);
    await add(20, "other", NOW - 30);
    await setFlags(db, [1, 2, 3, 8, 9, 10, 41, 42, 43, 44, 45], { starred: 1, later: 1, unread: 0 });
    const throughId = await newestArticleId(db);
    const seen: number[] = [];
    let after: Cursor | null = null;
    for (let isEnd = false; !isEnd;) {
      let rows: Awaited<ReturnType<typeof readStretch>> = [];
      const work = await counted(async () => (rows = await readStretch(db, { filter, after, throughId, count: 7 })));
      expect(work.rows["articles"] ?? 0).toBe(rows.length);
      expect(work.unbounded).toEqual([]);
      seen.push(...rows.map(({ id }) => id));
      after = rows.at(-1) ?? null;
      isEnd = rows.length < 7;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await db.counters.get(scopeOf(filter)))?.count ?? 0);
  });

  test("nor where ten times as many have arrived in it since", async () => {
    await add(10);
    const throughId = await newestArticleId(db);
    await add(700, "other", NOW + 1);
    const read = await rowsRead(async () => {
      const rows = await readStretch(db, { filter: WORLD, after: null, throughId, count: 7 });
      expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });
    expect(read).toBe(7);
  });
});

test("the article next to a place is read alone, in both directions, past arrivals", async () => {
  await add(10);
  const throughId = await newestArticleId(db);
  await add(300, "other", NOW - 1);
  const from = { sortAt: NOW - 4 * MINUTE, id: 5 };
  const near = (by: 1 | -1) => nearestIn(db, { filter: WORLD, from, by, throughId });
  expect([(await near(1))?.id, (await near(-1))?.id]).toEqual([6, 4]);
  expect(await rowsRead(() => near(1))).toBe(1);
  expect(await nearestIn(db, { filter: WORLD, from: { sortAt: 0, id: 0 }, by: 1, throughId })).toBeNull();
});

describe("arrivals", () => {
  test("are those that belong to the list, each looked at once", async () => {
    await add(2);
    const none = { throughId: await newestArticleId(db), ids: [] };
    await add(9);
    const law = { ...ALL, tag: "law" };
    const first = await arrivalsIn(db, law, none);
    expect(first.ids).toEqual([3, 6, 9]);
    await add(2, "other");
    expect(await rowsRead(() => arrivalsIn(db, law, first))).toBe(3 + 2);
    expect((await arrivalsIn(db, law, first)).ids).toEqual([3, 6, 9, 12]);
  });

  test("that were deleted or left the view meanwhile do not wait any more", async () => {
    const unread: Filter = { ...ALL, view: "unread" };
    await add(4);
    const all = await arrivalsIn(db, unread, { throughId: 0, ids: [] });
    await deleteArticles(db, [1], NOW);
    await setFlags(db, [3], { unread: 0 });
    expect((await arrivalsIn(db, unread, all)).ids).toEqual([2, 4]);
  });

  test("are not counted beyond what people want to know, however many there are", async () => {
    await add(10 * MOST_ARRIVALS);
    const found = await arrivalsIn(db, ALL, { throughId: 0, ids: [] });
    expect(found.ids).toHaveLength(MOST_ARRIVALS);
    expect(await rowsRead(() => arrivalsIn(db, ALL, found))).toBe(MOST_ARRIVALS);
  });

  test("behind a place are none of what waits before it", async () => {
    await add(3);
    const throughId = await newestArticleId(db);
    const end = { sortAt: NOW - 2 * MINUTE, id: 3 };
    await add(1, "home", NOW - 3 * MINUTE);
    expect(await hasArrivedBefore(db, ALL, { throughId, end })).toBe(false);
    await add(1, "home", NOW - MINUTE);
    expect(await hasArrivedBefore(db, ALL, { throughId, end })).toBe(true);
    expect(await hasArrivedBefore(db, { ...ALL, feedId: "other" }, { throughId, end })).toBe(false);
  });
});
