import { expect, test } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import { bury, findBuried, tendTombstones } from "../../../lib/db/tombstones.ts";
import { makeDb, NOW, makeDraft } from "../../support/rows.ts";

const DAY = 24 * 3_600_000;

const buryOne = (db: Db, title: string, feedId = "home") =>
  bury(db, [{ ...makeDraft({ title, feedId, keys: [`${feedId} g:${title}`] }), id: 1, body: null, places: [] }], NOW);

test("the dead are found by any of their keys", async () => {
  const db = makeDb();
  await buryOne(db, "a");
  expect(await findBuried(db, ["home g:x", "home g:a"])).toHaveLength(1);
  expect(await findBuried(db, ["other g:a"])).toHaveLength(0);
});

test("one is remembered for 180 days after its feed last listed it, and no longer", async () => {
  const db = makeDb();
  await buryOne(db, "listed");
  await buryOne(db, "unlisted");
  await buryOne(db, "elsewhere", "other");
  const refreshAt = async (now: number) =>
    tendTombstones(db, "home", { buried: await findBuried(db, ["home g:listed"]), now });

  await refreshAt(NOW + 180 * DAY);
  expect(await db.tombstones.count()).toBe(3);
  await refreshAt(NOW + 180 * DAY + 1);
  expect(await findBuried(db, ["home g:listed"])).toHaveLength(1);
  expect(await findBuried(db, ["home g:unlisted"])).toHaveLength(0);
  expect(await findBuried(db, ["other g:elsewhere"])).toHaveLength(1);
});

test("being listed costs a write a day at most", async () => {
  const db = makeDb();
  await buryOne(db, "a");
  const seenAfter = async (now: number) => {
    await tendTombstones(db, "home", { buried: await db.tombstones.toArray(), now });
    return (await db.tombstones.toArray())[0]?.seenAt;
  };
  expect(await seenAfter(NOW + DAY - 1)).toBe(NOW);
  expect(await seenAfter(NOW + DAY)).toBe(NOW + DAY);
});
