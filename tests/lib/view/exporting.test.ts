// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { importFeeds } from "../../../lib/db/importFeeds.ts";
import { readOpml } from "../../../lib/feed/opml.ts";
import { exportOpml } from "../../../lib/view/exporting.ts";
import { addFeed, makeDb, NOW } from "../../support/rows.ts";

afterEach(() => vi.restoreAllMocks());

test("the sources are handed out as a file that reads back equal, the home source first", async () => {
  const db = makeDb();
  const listed = {
    url: "https://b.example/feed?a=1&b=2",
    title: 'B & "co" <i>',
    homeUrl: "https://b.example/",
    tags: ["news"],
  };
  await importFeeds(db, [{ ...listed, isAllowed: true }], NOW - 5);
  await addFeed(db);
  const saved: { name: string; file: Blob }[] = [];
  // jsdom neither makes addresses for blobs nor follows links.
  const blobs: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}` });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: blobs[Number(this.href.slice("blob:".length)) - 1] ?? new Blob() });
  });
  await exportOpml(db, { title: "Foldline sources", now: NOW });
  expect(saved.map(({ name }) => name)).toEqual(["foldline.opml"]);
  const home = { url: "https://home.example/feed", title: "home", homeUrl: null, tags: [] };
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(saved[0]?.file ?? new Blob());
  });
  expect(readOpml(new TextEncoder().encode(text))).toMatchObject({ title: "Foldline sources", feeds: [home, listed] });
});
