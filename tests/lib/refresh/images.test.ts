import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askForUnread, stopDownload } from "../../../lib/db/download.ts";
import { queueUnread } from "../../../lib/db/downloadQueue.ts";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { fetchWantedImages, type ImageDeps } from "../../../lib/refresh/images.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { onFullDisk } from "../../support/fullDisk.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { waitUntil } from "../../support/waitUntil.ts";

/** The head of a PNG: all that is looked at before a browser decodes it. */
function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\x08\x02\0\0\0", "latin1");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

let server: FeedServer;
let db: Db;
let deps: ImageDeps;

beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

beforeEach(() => {
  server.clearLog();
  db = makeDb();
  deps = {
    db,
    fetch,
    mayFetch: async () => true,
    isPrivate: () => false,
    isOnline: () => true,
    now: () => NOW,
    wait: async () => undefined,
    pictureBudget: 1e9,
    // Redrawing needs a browser; the end-to-end tests have one.
    shrink: async (picture, maxWidth) => ({ blob: picture, width: maxWidth, height: 10 }),
  };
});

async function want(path: string, origin = server.localOrigin): Promise<string> {
  const url = origin + path;
  await store(db, { insert: [makeDraft({ title: path, hero: { url, alt: "" } })] });
  return url;
}

test("a wanted picture is stored once, in two sizes", async () => {
  server.serve("/a.png", { body: pngOf(2000, 1000) });
  const url = await want("/a.png");
  await fetchWantedImages(deps);
  await fetchWantedImages(deps);
  expect(await db.images.get(url)).toMatchObject({ wanted: 0, tries: 1, width: 1200, height: 10 });
  expect((await db.images.get(url))?.thumb?.type).toBe("image/png");
  expect(server.log).toHaveLength(1);
});

test("of a source that keeps to its own host, pictures elsewhere are not asked for, allowed or not", async () => {
  server.serve("/a.png", { body: pngOf(20, 10) });
  const url = await want("/a.png");
  const feedId = (await db.images.get(url))?.feedId ?? "";
  const home = { id: feedId, url: "https://a.example/feed", title: "A", homeUrl: "https://www.a.example/" };
  await db.feeds.put(newFeed({ ...home, pictureHosts: "own" }, NOW));
  await fetchWantedImages(deps);
  expect(server.log).toEqual([]);
  expect(await db.images.get(url)).toMatchObject({ wanted: 0, full: null });

  await db.feeds.update(feedId, { homeUrl: `${server.localOrigin}/about` });
  await db.images.update(url, { wanted: 1, tries: 0 });
  await fetchWantedImages(deps);
  expect(server.log).toHaveLength(1);
});

test("a picture that is queued while others are fetched has its turn in the same round", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  server.serve("/a.png", () => held.then(() => ({ body: pngOf(20, 10) })));
  server.serve("/late.png", { body: pngOf(20, 10) });
  await want("/a.png");
  const round = fetchWantedImages(deps);
  await waitUntil(() => server.log.length === 1, { what: "the first request" });
  const late = await want("/late.png");
  release();
  await round;
  expect(await db.images.get(late)).toMatchObject({ wanted: 0, width: 1200 });
});

test("what is given up and wanted again in the same round is fetched after all", async () => {
  const releases: (() => void)[] = [];
  const held = async () => {
    await new Promise<void>((resolve) => releases.push(resolve));
    return { body: pngOf(20, 10) };
  };
  for (const path of ["/a.png", "/b.png"]) server.serve(path, held);
  server.serve("/c.png", { body: pngOf(20, 20) });
  const elsewhere = server.localOrigin.replace("127.0.0.1", "localhost");
  await want("/a.png");
  for (const path of ["/b.png", "/c.png"]) await want(path, elsewhere);
  const round = fetchWantedImages(deps);
  await waitUntil(() => releases.length === 2, { what: "a request to each host" });
  await stopDownload(db);
  const [first, second] = server.log.map(({ path }) => path);
  releases[server.log.findIndex(({ path }) => path === "/b.png")]?.();
  // Its turn passes while nobody wants it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([first, second].toSorted()).toEqual(["/a.png", "/b.png"]);
  await askForUnread(db, NOW);
  await queueUnread(db);
  releases[server.log.findIndex(({ path }) => path === "/a.png")]?.();
  await waitUntil(() => releases.length === 3, { what: "the second request for B" });
  releases[2]?.();
  expect(await round).toBe("done");
  expect(await db.images.get(`${elsewhere}/c.png`)).toMatchObject({ wanted: 0, width: 1200 });
});

describe("what is no picture is not stored, and not asked for again", () => {
  test.each([
    ["a page called .png", { body: "<!doctype html><script>alert(1)</script>" }],
    ["an SVG", { body: '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' }],
    ["900 megapixels in a small file", { body: pngOf(30_000, 30_000) }],
    ["six megabytes", { body: Buffer.concat([pngOf(10, 10), Buffer.alloc(6 * 1024 * 1024)]) }],
    ["a 404", { status: 404 }],
  ])("%s", async (_what, answer) => {
    server.serve("/b.png", answer);
    const url = await want("/b.png");
    await fetchWantedImages(deps);
    expect(await db.images.get(url)).toMatchObject({ wanted: 0, full: null, thumb: null });
    expect(await db.images.where("wanted").equals(1).count()).toBe(0);
  });

  test("one of a host that nobody allowed: no request is made", async () => {
    await want("/c.png");
    await fetchWantedImages({ ...deps, mayFetch: async () => false });
    expect(server.log).toHaveLength(0);
  });

  test("one in a private network, which is not asked for, and one that leads there", async () => {
    server.serve("/inner.png", { body: pngOf(10, 10) });
    server.serve("/outer.png", { redirectTo: "/inner.png" });
    const isPrivate = (url: string) => url.endsWith("/inner.png");
    const inner = await want("/inner.png");
    await fetchWantedImages({ ...deps, isPrivate });
    expect(server.log).toEqual([]);
    const outer = await want("/outer.png");
    await fetchWantedImages({ ...deps, isPrivate });
    for (const url of [inner, outer]) expect(await db.images.get(url)).toMatchObject({ wanted: 0, full: null });
  });

  test("one whose server could not be reached in three rounds", async () => {
    server.serve("/e.png", { body: pngOf(10, 10), cutAfterBytes: 8 });
    const url = await want("/e.png");
    await fetchWantedImages(deps);
    expect(await db.images.get(url)).toMatchObject({ wanted: 1, tries: 1 });
    await fetchWantedImages(deps);
    await fetchWantedImages(deps);
    await fetchWantedImages(deps);
    expect(await db.images.get(url)).toMatchObject({ wanted: 0, tries: 3, full: null });
    expect(server.log).toHaveLength(3);
  });

  test("not one that could not be reached because nothing could", async () => {
    for (const name of ["f", "g"]) server.serve(`/${name}.png`, { body: pngOf(10, 10), cutAfterBytes: 8 });
    const url = await want("/f.png");
    await want("/g.png");
    const offline = { ...deps, isOnline: () => false };
    for (let round = 0; round < 4; round++) await fetchWantedImages(offline);
    expect(await db.images.get(url)).toMatchObject({ wanted: 1, tries: 0 });
    server.serve("/f.png", { body: pngOf(10, 10) });
    await fetchWantedImages(deps);
    expect(await db.images.get(url)).toMatchObject({ wanted: 0, width: 1200 });
  });

  test("one that killed the worker three times", async () => {
    const url = await want("/d.png");
    await db.images.update(url, { tries: 2 });
    const killed = { ...deps, shrink: () => Promise.reject(new Error("killed here")) };
    server.serve("/d.png", { body: pngOf(10, 10) });
    await expect(fetchWantedImages(killed)).rejects.toThrow("killed here");
    expect(await db.images.get(url)).toMatchObject({ wanted: 0, tries: 3 });
  });
});

describe("room for pictures", () => {
  let height = 0;
  async function fetched(...paths: string[]): Promise<void> {
    for (const path of paths) {
      server.serve(path, { body: pngOf(20, ++height) });
      await want(path);
      await fetchWantedImages(deps);
    }
  }
  const stored = async () => (await db.images.toArray()).filter(({ full }) => full !== null).length;
  const noRoom = (name: string, row: unknown) =>
    name === "images" && typeof row === "object" && row !== null && "full" in row && row.full !== null;

  test("those that were read longest ago make way where the budget ends", async () => {
    let now = NOW;
    deps = { ...deps, now: () => now++, pictureBudget: 2 * 2 * pngOf(1, 1).length };
    await fetched("/1.png", "/2.png");
    expect(await stored()).toBe(2);
    await fetched("/3.png");
    expect(await stored()).toBe(1);
    expect((await readState(db, "pictureBytes")) ?? 0).toBeLessThanOrEqual(deps.pictureBudget);
  });

  test("one round does not take away what it brought: the newest have theirs, and the rest is not wanted any more", async () => {
    deps = { ...deps, pictureBudget: 2 * 2 * pngOf(1, 1).length };
    for (let i = 1; i <= 6; i++) {
      const url = `${server.localOrigin}/n${i}.png`;
      server.serve(`/n${i}.png`, { body: pngOf(30, i) });
      await store(db, { insert: [makeDraft({ title: `n${i}`, sortAt: NOW + i, hero: { url, alt: "" } })] });
    }
    expect(await fetchWantedImages(deps)).toBe("noRoom");
    const images = (await db.images.toArray()).map(({ url }) => new URL(url).pathname);
    expect(images.toSorted()).toEqual(["/n4.png", "/n5.png", "/n6.png"]);
    expect(await stored()).toBe(3);
  });

  test("a full disk is said until a picture finds room again, and no picture is given up for it", async () => {
    server.serve("/4.png", { body: pngOf(20, 10) });
    const url = await want("/4.png");
    for (let round = 0; round < 5; round++) await onFullDisk(noRoom, () => fetchWantedImages(deps));
    expect(await readState(db, "storageFull")).toEqual({ at: NOW });
    expect(await db.images.get(url)).toMatchObject({ wanted: 1, tries: 0, full: null });
    await fetchWantedImages(deps);
    expect(await readState(db, "storageFull")).toBeUndefined();
    expect(await stored()).toBe(1);
  });

  test("a full disk makes the oldest pictures go before the new one is given up", async () => {
    await fetched("/5.png", "/6.png", "/7.png");
    server.serve("/8.png", { body: pngOf(20, 10) });
    await want("/8.png");
    let hasMadeWay = false;
    const refuses = (name: string, row: unknown) => {
      if (name === "state" && JSON.stringify(row).includes("pictureBytes")) hasMadeWay = true;
      return !hasMadeWay && noRoom(name, row);
    };
    await onFullDisk(refuses, () => fetchWantedImages(deps));
    expect(await stored()).toBe(3);
    expect(await readState(db, "storageFull")).toBeUndefined();
  });
});
