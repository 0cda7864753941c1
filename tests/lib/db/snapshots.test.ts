import { expect, test } from "vitest";
import { markAllRead } from "../../../lib/db/marking.ts";
import { setFlags } from "../../../lib/db/articles.ts";
import { chooseTags } from "../../../lib/db/choosing.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { changeFeeds } from "../../../lib/db/feeds.ts";
import { restoreSnapshot } from "../../../lib/db/restoreSnapshot.ts";
import { finishRetagging } from "../../../lib/db/retagging.ts";
import { takeSnapshot } from "../../../lib/db/snapshots.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { mute, unmute } from "../../../lib/tags/choosing.ts";
import { canonical } from "../../support/canonical.ts";
import { makeLibrary } from "../../support/library.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const DAY = 24 * 3_600_000;
const settings = { theme: "sepia" };

test("one a day is taken, and the newest seven stay", async () => {
  const db = makeDb();
  await store(db, { insert: [makeDraft({ title: "a" })] });
  for (let day = 0; day < 10; day++) {
    await takeSnapshot(db, settings, NOW + day * DAY);
    await takeSnapshot(db, settings, NOW + day * DAY + DAY / 2);
  }
  expect((await db.snapshots.toArray()).map(({ at }) => (at - NOW) / DAY)).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

test("a clock that ran ahead for an hour costs one day, and no more when it is right again", async () => {
  const db = makeDb();
  for (let day = 0; day < 7; day++) await takeSnapshot(db, settings, NOW + day * DAY);
  await takeSnapshot(db, settings, NOW + 365 * DAY);
  for (let hour = 1; hour < 12; hour++) await takeSnapshot(db, settings, NOW + 6 * DAY + hour * 3_600_000);
  const days = async () => (await db.snapshots.toArray()).map(({ at }) => (at - NOW) / DAY);
  expect(await days()).toEqual([1, 2, 3, 4, 5, 6, 365]);
  await takeSnapshot(db, settings, NOW + 7 * DAY);
  expect(await days()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test(
  "going back undoes what was done to flags, names and tags since, and brings back what was unfollowed",
  { timeout: 60_000 },
  async () => {
    const db = makeDb();
    await makeLibrary(db, 150);
    await takeSnapshot(db, settings, NOW);
    const before = await canonical(db);

    await markAllRead(db, { view: "all", tag: null, feedId: null }, 10_000);
    await setFlags(db, await db.articles.toCollection().primaryKeys(), { starred: 0 });
    await chooseTags(db, unmute("sport"));
    await chooseTags(db, mute("science"));
    await finishRetagging(db);
    await changeFeeds(db, ["other"], (feeds) => feeds.map((feed) => ({ ...feed, title: "A slip", tags: [] })));

    await goBack(db);
    const after = await canonical(db);
    expect(after.articles).toEqual(before.articles);
    expect(after.counts).toEqual(before.counts);
    expect(after.counts).toEqual(after.recounted);
    expect(after.tags).toEqual(before.tags);
    expect(after.feeds).toEqual(before.feeds);
  },
);

test("starred articles that are gone come back, what came since stays as it is", async () => {
  const db = makeDb();
  await store(
    db,
    { insert: ["a", "b"].map((title) => makeDraft({ title, feedId: "x", keys: [`x g:${title}`] })) },
    "x",
  );
  await setFlags(db, [1], { starred: 1, unread: 0 });
  await takeSnapshot(db, settings, NOW);
  await deleteArticles(db, [1, 2], NOW);
  await db.feeds.delete("x");
  await store(db, { insert: [makeDraft({ title: "new" })] });
  await setFlags(db, [3], { later: 1 });

  await goBack(db);
  expect(
    (await db.articles.toArray()).map(({ title, unread, starred, later }) => [title, unread, starred, later]),
  ).toEqual([
    ["new", 1, 0, 1],
    ["a", 0, 1, 0],
  ]);
  expect((await db.feeds.toArray()).map(({ id }) => id)).toEqual(["home", "x"]);
});

async function goBack(db: Db): Promise<void> {
  const [snapshot] = await db.snapshots.toArray();
  if (!snapshot) throw new Error("no snapshot");
  await restoreSnapshot(db, snapshot, { now: NOW, mayFetch: async () => true });
}
