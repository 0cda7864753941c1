import { expect, test, vi } from "vitest";
import type { StoredImage } from "../../../lib/model.ts";
import { findTextPictures } from "../../../lib/view/textPictures.ts";
import { makeDb } from "../../support/rows.ts";

const image = (url: string, full: Blob | null): StoredImage => ({
  ...{ url, feedId: "home", wanted: 0, tries: 1, full, thumb: full },
  ...{ width: 30, height: 20 },
});

test("stored pictures have an address and a size until the article is left", async () => {
  const db = makeDb();
  await db.images.bulkPut([image("https://a.example/1", new Blob(["x"])), image("https://a.example/2", null)]);
  const ending = new AbortController();
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  const urls = ["https://a.example/1", "https://a.example/2", "https://a.example/3"];
  const found = await findTextPictures(db, urls, ending.signal);
  const address = expect.stringMatching(/^blob:/);
  expect([...found]).toEqual([["https://a.example/1", { address, width: 30, height: 20 }]]);
  expect(revoked).not.toHaveBeenCalled();
  ending.abort();
  expect(revoked).toHaveBeenCalledWith(found.get("https://a.example/1")?.address);
});

test("for an article that has been left meanwhile no address is made", async () => {
  const db = makeDb();
  await db.images.put(image("https://a.example/1", new Blob(["x"])));
  const made = vi.spyOn(URL, "createObjectURL");
  expect((await findTextPictures(db, ["https://a.example/1"], AbortSignal.abort())).size).toBe(0);
  expect(made).not.toHaveBeenCalled();
});
