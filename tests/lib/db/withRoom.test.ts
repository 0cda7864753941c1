import { beforeEach, expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { storePicture } from "../../../lib/db/pictureStore.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { writeState } from "../../../lib/db/state.ts";
import { withRoom } from "../../../lib/db/withRoom.ts";
import { onFullDisk } from "../../support/fullDisk.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;

beforeEach(async () => {
  db = makeDb();
  const names = ["a", "b", "c", "d"];
  const hero = (name: string) => ({ url: `https://a.example/${name}`, alt: "" });
  await store(db, { insert: names.map((title) => makeDraft({ title, hero: hero(title) })) });
  for (const image of await db.images.toArray())
    await storePicture(db, { ...image, wanted: 0, full: new Blob(["123456"]), thumb: new Blob(["1234"]) }, NOW);
});

const pictures = async () => (await db.images.toArray()).filter(({ full }) => full !== null).length;
const write = () => writeState(db, "installation", 1);

test("a write that finds no room is tried once more when a quarter of the pictures has gone", async () => {
  let isFull = true;
  const refuses = (name: string, row: unknown) => {
    if (name === "images") isFull = false;
    return isFull && name === "state" && JSON.stringify(row).includes("installation");
  };
  await onFullDisk(refuses, () => withRoom(db, write));
  expect((await db.state.get("installation"))?.value).toBe(1);
  expect(await pictures()).toBe(3);
});

test("a write that finds none even then fails, and what is starred has kept its picture", async () => {
  await setFlags(db, [1, 2, 3, 4], { starred: 1 });
  const refuses = (name: string, row: unknown) => name === "state" && JSON.stringify(row).includes("installation");
  await expect(onFullDisk(refuses, () => withRoom(db, write))).rejects.toThrow();
  expect(await pictures()).toBe(4);
});

test("another fault costs no picture", async () => {
  await expect(
    withRoom(db, async () => {
      throw new Error("ours");
    }),
  ).rejects.toThrow("ours");
  expect(await pictures()).toBe(4);
});
