import { beforeEach, describe, expect, test } from "vitest";
import { getImages } from "../../../lib/db/images.ts";
import { setFlags } from "../../../lib/db/articles.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { noteRead } from "../../../lib/db/noteRead.ts";
import { evictPictures, storePicture, weighOldPictures } from "../../../lib/db/pictureStore.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { counted } from "../../support/countedReads.ts";
import { readFrozen, thaw } from "../../support/frozenDatabase.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const DAY = 24 * 3_600_000;

let db: Db;
beforeEach(() => void (db = makeDb()));

const urlOf = (name: string) => `https://a.example/${name}.webp`;

/** Each name is an article's; those of one letter share a picture. */
async function articles(names: string[], feedId = "home"): Promise<void> {
  const insert = names.map((title) => makeDraft({ title, feedId, hero: { url: urlOf(title[0] ?? ""), alt: "" } }));
  await store(db, { insert }, feedId);
}

async function picture(name: string, { bytes = 100, at = NOW, hash = name } = {}): Promise<number> {
  const image = await db.images.get(urlOf(name));
  if (!image) throw new Error(`no picture ${name}`);
  return storePicture(
    db,
    { ...image, wanted: 0, hash, full: new Blob(["x".repeat(bytes - 10)]), thumb: new Blob(["0123456789"]) },
    at,
  );
}

const shown = (name: string, id: number) => ({ id, hero: { url: urlOf(name), alt: "" } });

const storedNow = async () =>
  (await db.images.toArray()).filter((image) => image.full !== null).map(({ url }) => new URL(url).pathname[1]);

/** The sum that is kept against the sum of what is there. */
async function expectRightSum(): Promise<void> {
  const images = await db.images.toArray();
  const sum = images.reduce((total, { full, thumb }) => total + (full?.size ?? 0) + (thumb?.size ?? 0), 0);
  expect((await readState(db, "pictureBytes")) ?? 0).toBe(sum);
}

test("the sum of all pictures is kept with them", async () => {
  await articles(["a", "b"]);
  expect(await picture("a")).toBe(100);
  expect(await picture("b", { bytes: 50 })).toBe(150);
  expect(await picture("b", { bytes: 60 })).toBe(160);
  await expectRightSum();
});

describe("where there is too much", () => {
  test("what was read longest ago goes, and no more than is needed", async () => {
    await articles(["a", "b", "c", "d"]);
    for (const [i, name] of ["a", "b", "c", "d"].entries()) await picture(name, { at: NOW + i });
    await noteRead(db, shown("a", 1), NOW + 2 * DAY);
    expect(await evictPictures(db, 250)).toBe(200);
    expect(await storedNow()).toEqual(["a", "d"]);
    expect(await db.images.get(urlOf("b"))).toMatchObject({ wanted: 0, full: null, thumb: null });
    await expectRightSum();
    expect(await evictPictures(db, 250)).toBe(0);
  });

  test("the pictures of starred and later articles stay, whatever the need", async () => {
    await articles(["a", "b", "c", "d2"]);
    await articles(["d1"], "other");
    for (const name of ["a", "b", "c", "d"]) await picture(name);
    await setFlags(db, [1], { starred: 1 });
    await setFlags(db, [2], { later: 1 });
    await setFlags(db, [5], { starred: 1 });
    expect(await evictPictures(db, 0)).toBe(100);
    expect(await storedNow()).toEqual(["a", "b", "d"]);
    await expectRightSum();
  });

  test("six hundred starred articles are all looked at", async () => {
    await articles(["a", ...Array.from({ length: 600 }, (_, i) => `b${i}`)]);
    await picture("a");
    await picture("b");
    await setFlags(db, [1, ...Array.from({ length: 500 }, (_, i) => i + 2)], { starred: 1 });
    expect(await evictPictures(db, 0)).toBe(0);
  });
});

test("reading is noted once a day", async () => {
  await articles(["a"]);
  await picture("a");
  expect((await counted(() => noteRead(db, shown("a", 1), NOW + DAY - 1))).writing).toBe(0);
  await noteRead(db, shown("a", 1), NOW + DAY);
  expect((await db.images.get(urlOf("a")))?.readAt).toBe(NOW + DAY);
  expect((await counted(() => noteRead(db, shown("nothing", 9), NOW))).writing).toBe(0);
});

describe("one picture at several addresses", () => {
  beforeEach(async () => {
    await articles(["a", "b", "c"]);
    for (const name of ["a", "b", "c"]) await picture(name, { hash: "same" });
  });
  const fullOf = async (name: string) => (await getImages(db, [urlOf(name)]))[0]?.full?.size;

  test("is stored once, and found at each of them", async () => {
    expect(await storedNow()).toEqual(["a"]);
    expect(await readState(db, "pictureBytes")).toBe(100 + 2 * 10);
    for (const name of ["a", "b", "c"]) expect(await fullOf(name)).toBe(90);
    await expectRightSum();
  });

  test("stays with the others when the article goes whose it was", async () => {
    await deleteArticles(db, [1], NOW);
    for (const name of ["b", "c"]) expect(await fullOf(name)).toBe(90);
    await expectRightSum();
    await deleteArticles(db, [2, 3], NOW);
    expect(await readState(db, "pictureBytes")).toBe(0);
    await expectRightSum();
  });

  test("goes with all that are deleted at once", async () => {
    await deleteArticles(db, [1, 2, 3], NOW);
    expect(await db.images.count()).toBe(0);
    expect(await readState(db, "pictureBytes")).toBe(0);
  });

  test("stays for a starred article under whose address it is not stored", async () => {
    await setFlags(db, [3], { starred: 1 });
    await evictPictures(db, 0);
    expect(await fullOf("c")).toBe(90);
    await expectRightSum();
  });

  test("is as young as the last of them that was read", async () => {
    await noteRead(db, shown("b", 2), NOW + DAY);
    expect((await db.images.get(urlOf("a")))?.readAt).toBe(NOW + DAY);
  });

  test("is another one where it is another one by now", async () => {
    await db.images.update(urlOf("a"), { hash: "other" });
    expect(await fullOf("b")).toBeUndefined();
  });
});

describe("when articles are deleted", () => {
  test("their pictures go, with their bytes", async () => {
    await articles(["a", "b"]);
    await picture("a");
    await picture("b");
    await deleteArticles(db, [1], NOW);
    expect((await db.images.toArray()).map(({ url }) => url)).toEqual([urlOf("b")]);
    await expectRightSum();
  });

  test("a picture that others show stays, in whatever order they came and go", async () => {
    await articles(["a1", "b1", "b2"]);
    await articles(["a2"], "other");
    for (const name of ["a", "b"]) await picture(name);
    await deleteArticles(db, [1, 2], NOW);
    expect(await storedNow()).toEqual(["a", "b"]);
    await expectRightSum();
  });

  test("a picture that arrives for one of them is not stored", async () => {
    await articles(["a"]);
    const image = await db.images.get(urlOf("a"));
    await deleteArticles(db, [1], NOW);
    if (!image) throw new Error("no picture");
    expect(await storePicture(db, { ...image, full: new Blob(["x"]), thumb: new Blob(["x"]) }, NOW)).toBe(0);
    expect(await db.images.count()).toBe(0);
  });
});

test("pictures of version 2 are weighed once, count as the oldest, and do not go with an article", async () => {
  const name = `old-pictures-${Math.random()}`;
  await thaw(readFrozen("v2"), name);
  db = openDatabase(name);
  const before = await storedNow();
  expect(before.length).toBeGreaterThan(0);
  await weighOldPictures(db);
  await expectRightSum();
  expect((await counted(() => weighOldPictures(db))).requests).toBe(1);
  await articles(["z"]);
  await picture("z");
  await deleteArticles(db, (await db.articles.toArray()).map(({ id }) => id).slice(0, 3), NOW);
  expect((await storedNow()).length).toBeGreaterThanOrEqual(before.length);
  await db.articles.clear();
  await evictPictures(db, 100);
  expect(await storedNow()).toEqual(["z"]);
});

test("weighing goes on where it was stopped", async () => {
  const rows = Array.from({ length: 120 }, (_, i) => ({
    ...{ url: urlOf(String(i).padStart(3, "0")), feedId: "home", wanted: 0 as const, tries: 1, width: 1, height: 1 },
    ...{ full: new Blob(["12345"]), thumb: new Blob(["123"]) },
  }));
  await db.images.bulkAdd(rows);
  const page = openDatabase(db.name);
  let writes = 0;
  page.images.hook("updating", () => void (++writes > 60 && page.close()));
  await expect(weighOldPictures(page)).rejects.toThrow();
  await weighOldPictures(db);
  expect(await readState(db, "pictureBytes")).toBe(120 * 8);
  await expectRightSum();
});
