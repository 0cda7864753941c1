import { beforeEach, describe, expect, test } from "vitest";
import { flipFlag, setFlags } from "../../../lib/db/articles.ts";
import { askForUnread, endDownload, readDownload, stopDownload } from "../../../lib/db/download.ts";
import { queueUnread } from "../../../lib/db/downloadQueue.ts";
import { wishFor, type PictureWish } from "../../../lib/db/feedWishes.ts";
import { HOME_FEED } from "../../../lib/db/feeds.ts";
import { wantedImages } from "../../../lib/db/images.ts";
import { queueTextPictures } from "../../../lib/db/pictureQueue.ts";
import { evictPictures, storePicture } from "../../../lib/db/pictureStore.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

let db: Db;
beforeEach(async () => {
  db = makeDb();
  await addFeed(db);
});

const urlOf = (name: string) => `https://a.example/${name}.webp`;
const named = (images: { url: string }[]) => images.map(({ url }) => /(\w+)\.webp$/.exec(url)?.[1]);
const wanted = async () => named(await wantedImages(db));

/** Each with a picture above its text and one in it, the first the newest. */
const draftsOf = (names: string[]) =>
  names.map((name, i) =>
    makeDraft({
      title: name,
      sortAt: NOW - i,
      hero: { url: urlOf(`${name}hero`), alt: "" },
      text: { format: "html", source: `<p>Text</p><img src="/${name}.webp">`, baseUrl: "https://a.example/" },
    }),
  );

async function arrive(...names: string[]): Promise<void> {
  await store(db, { insert: draftsOf(names) });
  await queueTextPictures(db);
}

/** As if all that is wanted had been fetched. */
async function fetchAll(): Promise<void> {
  for (const image of await wantedImages(db)) {
    await storePicture(db, { ...image, wanted: 0, tries: 1, full: new Blob([image.url]), thumb: null }, NOW);
  }
}

const sorted = async () => (await wanted()).toSorted();

describe("of what arrives", () => {
  test("the pictures above the texts and in them are wanted, those of the newest first", async () => {
    await arrive("a", "b");
    const urls = await wanted();
    expect(urls.slice(0, 2).toSorted()).toEqual(["a", "ahero"]);
    expect(urls.slice(2).toSorted()).toEqual(["b", "bhero"]);
  });

  test("a first load of many brings those in the newest twenty texts", async () => {
    await arrive(...Array.from({ length: 150 }, (_, i) => `n${i}`));
    const urls = await wanted();
    expect(urls.filter((name) => name?.endsWith("hero"))).toHaveLength(100);
    expect(urls.filter((name) => !name?.endsWith("hero")).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, i) => `n${i}`).toSorted(),
    );
  });

  test.each<{ wish: PictureWish; names: string[] }>([
    { wish: "all", names: ["a", "ahero"] },
    { wish: "hero", names: ["ahero"] },
    { wish: "none", names: [] },
  ])("a source of which $wish are wanted brings those", async ({ wish, names }) => {
    await wishFor(db, HOME_FEED, { pictures: wish });
    await arrive("a");
    expect(await sorted()).toEqual(names);
    await askForUnread(db, NOW);
    await queueUnread(db);
    expect(await sorted()).toEqual(names);
  });

  test("texts are still looked through after a worker died", async () => {
    await store(db, { insert: draftsOf(["a"]) });
    expect(await wanted()).toEqual(["ahero"]);
    await queueTextPictures(db);
    expect(await sorted()).toEqual(["a", "ahero"]);
  });

  test("what could not be had is not asked for again by itself", async () => {
    await arrive("a");
    await db.images.toCollection().modify({ wanted: 0, tries: 1 });
    await store(db, { insert: [makeDraft({ title: "b", hero: { url: urlOf("ahero"), alt: "" } })] });
    await queueTextPictures(db);
    expect(await wanted()).toEqual([]);
  });
});

describe("what is starred or kept for later", () => {
  test.each(["starred", "later"] as const)(
    "%s: pictures that made way are wanted again, and then stay",
    async (flag) => {
      await arrive("a", "b");
      await fetchAll();
      await evictPictures(db, 0);
      await flipFlag(db, 1, flag);
      await setFlags(db, [1], { [flag]: 1 });
      await queueTextPictures(db);
      expect(await sorted()).toEqual(["a", "ahero"]);
      await fetchAll();
      expect(await evictPictures(db, 0)).toBe(0);
    },
  );

  test("a picture in the text of another stays too", async () => {
    await arrive("a");
    await store(db, { insert: draftsOf(["a"]).map((draft) => ({ ...draft, title: "b", keys: [`${HOME_FEED} g:b`] })) });
    await fetchAll();
    await setFlags(db, [2], { starred: 1 });
    await queueTextPictures(db);
    expect(await evictPictures(db, 0)).toBe(0);
  });
});

describe("everything unread", () => {
  const names = Array.from({ length: 45 }, (_, i) => `n${i}`);

  test("is wanted with all that could not be had before, and nothing that is read", async () => {
    await arrive(...names);
    await db.images.toCollection().modify({ wanted: 0, tries: 3 });
    await setFlags(db, [1, 2, 3], { unread: 0 });
    await askForUnread(db, NOW);
    await queueUnread(db);
    expect(await sorted()).toEqual(
      names
        .slice(3)
        .flatMap((name) => [name, `${name}hero`])
        .toSorted(),
    );
    expect(await readDownload(db)).toMatchObject({ download: { total: 84, end: null }, waiting: 84 });
  });

  test("is at its end when nothing waits, and says what could not be reached", async () => {
    await arrive("a", "b");
    await askForUnread(db, NOW);
    await endDownload(db, "done");
    expect((await readDownload(db)).download?.end).toBeNull();
    await queueUnread(db);
    await db.images.where("url").notEqual(urlOf("a")).modify({ wanted: 0 });
    await endDownload(db, "done");
    expect(await readDownload(db)).toMatchObject({ download: { end: { isRoomUsedUp: false, left: 1 } } });
  });

  test("is given up when somebody stops it: nothing is asked for at the next alarm", async () => {
    await arrive("a");
    await fetchAll();
    await store(db, { insert: draftsOf(["b", "c"]) });
    await askForUnread(db, NOW);
    await queueUnread(db);
    const [coming] = await wantedImages(db);
    await stopDownload(db);
    await queueUnread(db);
    await queueTextPictures(db);
    expect(await wanted()).toEqual([]);
    expect(await readDownload(db)).toEqual({ download: null, waiting: 0 });
    expect(named(await db.images.toArray()).toSorted()).toEqual(["a", "ahero"]);
    // What was on its way is dropped.
    if (!coming) throw new Error("nothing was on its way");
    await storePicture(db, { ...coming, wanted: 0, full: new Blob(["x"]) }, NOW);
    expect(await db.images.get(coming.url)).toBeUndefined();
  });
});
