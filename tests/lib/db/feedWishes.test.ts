import { expect, test } from "vitest";
import { claimFeed, getFeed, releaseFeed } from "../../../lib/db/feeds.ts";
import { orderFeeds, wishFor } from "../../../lib/db/feedWishes.ts";
import { addFeed, makeDb, NOW } from "../../support/rows.ts";

test("what is wished while a refresh is under way is there when it has ended", async () => {
  const db = makeDb();
  await addFeed(db, "a");
  const claimed = await claimFeed(db, "a", { id: "lease", now: NOW, isWanted: () => true });
  await wishFor(db, "a", { title: "Mine", isNamed: true, isPaused: true, pictures: "hero" });
  if (!claimed) throw new Error("nobody has claimed it");
  await releaseFeed(db, claimed, { failures: 2 });
  expect(await getFeed(db, "a")).toMatchObject({
    title: "Mine",
    isNamed: true,
    isPaused: true,
    pictures: "hero",
    failures: 2,
  });
  await wishFor(db, "a", { isPaused: false });
  expect(await getFeed(db, "a")).not.toHaveProperty("isPaused");
  expect(await getFeed(db, "a")).toMatchObject({ title: "Mine" });
});

test("an order is written for those that are named and still there", async () => {
  const db = makeDb();
  for (const id of ["a", "b", "c"]) await addFeed(db, id);
  await orderFeeds(db, ["c", "gone", "a"]);
  expect((await db.feeds.toArray()).map(({ id, order }) => [id, order])).toEqual([
    ["a", 2],
    ["b", undefined],
    ["c", 0],
  ]);
});
