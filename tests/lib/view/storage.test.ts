import { expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { storePicture } from "../../../lib/db/pictureStore.ts";
import { writeState, readState } from "../../../lib/db/state.ts";
import { createStorage, useOf } from "../../../lib/view/storage.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { waitUntil } from "../../support/waitUntil.ts";

test("articles are what is neither images nor index, and never less than nothing", () => {
  expect(useOf(100, { images: 30, search: 20 })).toEqual({ articles: 50, images: 30, search: 20 });
  expect(useOf(10, { images: 30, search: 20 }).articles).toBe(0);
});

test("clearing takes the images of all but starred and later articles, and the word of the full disk with them", async () => {
  const db = makeDb();
  const hero = (name: string) => ({ url: `https://a.example/${name}`, alt: "" });
  await store(db, { insert: ["a", "b"].map((title) => makeDraft({ title, hero: hero(title) })) });
  for (const image of await db.images.toArray())
    await storePicture(db, { ...image, wanted: 0, full: new Blob(["123456"]), thumb: new Blob(["1234"]) }, NOW);
  await setFlags(db, [1], { starred: 1 });
  await writeState(db, "storageFull", { at: NOW });
  const { use, clearImages } = createStorage({ db, usedBytes: async () => 1_000 });
  await waitUntil(() => use.value?.images === 20, { what: "the sizes" });
  expect((use.value?.articles ?? 0) + (use.value?.images ?? 0) + (use.value?.search ?? 0)).toBe(1_000);
  await clearImages();
  await waitUntil(() => use.value?.images === 10, { what: "the sizes after clearing" });
  expect(await readState(db, "storageFull")).toBeUndefined();
});
