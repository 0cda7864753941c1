import { describe, expect, test } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import { bury, findBuried, forgetBuried, inscribed, seenAgain } from "../../../lib/db/tombstones.ts";
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

test("one that is listed no longer is forgotten after 180 days", async () => {
  const db = makeDb();
  await buryOne(db, "a");
  await buryOne(db, "elsewhere", "other");
  await forgetBuried(db, "home", NOW + 180 * DAY);
  expect(await db.tombstones.count()).toBe(2);
  await forgetBuried(db, "home", NOW + 180 * DAY + 1);
  expect(await findBuried(db, ["home g:a"])).toHaveLength(0);
  expect(await findBuried(db, ["other g:elsewhere"])).toHaveLength(1);
});

describe("one that is listed still", () => {
  const listed = (title: string, keys: string[]) => inscribed({ title, keys });
  const tombstone = { id: 1, feedId: "home", seenAt: NOW, ...listed("a", ["g:1", "u:a"]) };

  test("costs a write a day at most", () => {
    expect(seenAgain(tombstone, listed("a", ["g:1", "u:a"]), NOW + DAY - 1)).toBeNull();
    expect(seenAgain(tombstone, listed("a", ["g:1", "u:a"]), NOW + DAY)).toEqual({ ...tombstone, seenAt: NOW + DAY });
  });

  test("follows its article to a new guid, a new link and a new title", () => {
    expect(seenAgain(tombstone, listed("b", ["g:1", "u:a"]), NOW + 1)).toMatchObject(listed("b", ["g:1", "u:a"]));
    expect(seenAgain(tombstone, listed("a", ["g:1", "u:b"]), NOW + 1)).toMatchObject(
      listed("a", ["g:1", "u:b", "u:a"]),
    );
    expect(seenAgain(tombstone, listed("a", ["g:2", "u:a"]), NOW + 1)).toMatchObject(
      listed("a", ["g:2", "u:a", "g:1"]),
    );
  });
});
