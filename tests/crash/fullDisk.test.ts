import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { makeNoisyPng } from "../support/pictures.ts";
import { evaluateIn } from "../support/reading.ts";
import { makeSmallDisk, type SmallDisk } from "../support/smallDisk.ts";
import { fireAlarm, homeFeedOf, letTimePass, rowsOf } from "../support/stored.ts";
import { readFacts } from "../support/storeFacts.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const MEGABYTES = 64;
/** For 40 articles with all that belongs to them, and for none of their pictures, of 400 KB each. */
const SOME_ROOM = 450_000;
/** For nothing: Chromium then lets nobody so much as read what is stored. */
const NO_ROOM = 30_000;
const NEW_EACH_TIME = 40;
const PICTURES_EACH_TIME = 4;
const WATCHED_MS = 5_000;
const WORDS = "All the words of a long and winding article. ".repeat(120);
const STORAGE = /^Storage is full/;

const disk = makeSmallDisk(MEGABYTES);

if ("refused" in disk) {
  test("this machine makes no small disk, and nothing is known of a full one", () => {
    console.log(`No disk of ${MEGABYTES} MB could be mounted: ${disk.refused}`);
    expect(disk.refused).not.toBe("");
  });
} else {
  describe("on a disk without room", () => onDisk(disk));
}

function onDisk(small: SmallDisk): void {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  let look: Evaluate;
  let etag = "";
  const pictures = new Map<string, Buffer>();

  /** So many articles; one in ten has a picture of its own, but of the first batch none: they would make way. */
  const serve = (batches: number) => {
    const count = batches * NEW_EACH_TIME;
    const items = makeItems(count, (number) => ({
      html: `<p>${WORDS}</p>`,
      ...(number > NEW_EACH_TIME &&
        number % (NEW_EACH_TIME / PICTURES_EACH_TIME) === 0 && {
          imageUrl: `${server.origin()}/noise.png?${number}`,
        }),
    }));
    etag = `"${count}"`;
    server.serve("/feed.json", { body: makeJsonFeed({ items }), headers: { etag } });
  };
  const pictureAt = (path: string): Buffer => {
    const known = pictures.get(path) ?? makeNoisyPng(900, 600, pictures.size);
    pictures.set(path, known);
    return known;
  };

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/noise.png", ({ path }) => ({ body: pictureAt(path) }));
    serve(1);
    const profileDir = join(small.folder, "profile");
    browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium"), profileDir });
    page = await browser.openPage("sidepanel.html#/all");
    look = evaluateIn(page);
    await waitUntil(async () => (await readFacts(look)).articles.length === NEW_EACH_TIME, { what: "the first load" });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await small.remove();
  });

  const picturesStored = async () =>
    (await rowsOf<{ width: number; wanted: number }>(look, "images")).filter(({ width }) => width > 0).length;
  const isNotedFull = async () =>
    (await rowsOf<{ key: string }>(look, "state")).some(({ key }) => key === "storageFull");
  const noticesOfStorage = async () =>
    (await look(() => [...document.querySelectorAll(".notice")].map((notice) => notice.textContent ?? ""))).filter(
      (text) => STORAGE.test(text),
    );
  const ask = async () => {
    await letTimePass(look);
    await fireAlarm(look);
  };

  test("texts are stored, pictures as far as there is room, and one notice says so", async () => {
    small.fill(SOME_ROOM);
    serve(2);
    await ask();
    await waitUntil(async () => (await homeFeedOf(look)).validators.etag === etag, { what: "the texts" });
    await waitUntil(isNotedFull, { what: "the disk to be full" });
    const facts = await readFacts(look);
    expect(facts.articles).toHaveLength(2 * NEW_EACH_TIME);
    expect([facts.drift, facts.textless]).toEqual([[], []]);
    expect(await picturesStored()).toBeLessThan(PICTURES_EACH_TIME);
    await waitUntil(async () => (await noticesOfStorage()).length > 0, { what: "the notice" });
    expect(await noticesOfStorage()).toHaveLength(1);
  }, 120_000);

  test("with room again everything comes, and nothing was miscounted", async () => {
    small.clear();
    serve(3);
    await ask();
    await waitUntil(async () => (await homeFeedOf(look)).validators.etag === etag, { what: "the texts" });
    const hasAllPictures = async () => (await picturesStored()) === 2 * PICTURES_EACH_TIME;
    await waitUntil(hasAllPictures, { what: "the pictures", withinMs: 60_000 });
    await ask();
    await waitUntil(async () => !(await isNotedFull()), { what: "the end of what was noted" });
    const facts = await readFacts(look);
    expect(facts.articles).toHaveLength(3 * NEW_EACH_TIME);
    expect([facts.drift, facts.textless, facts.doubled, facts.misplaced]).toEqual([[], [], [], []]);
    expect(await noticesOfStorage()).toEqual([]);
  }, 180_000);

  test("where nothing at all can be written, nothing ends, and there are not several notices", async () => {
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(String(fault)));
    small.fill(NO_ROOM);
    serve(4);
    server.clearLog();
    await letTimePass(look).catch(() => undefined);
    await fireAlarm(look);
    for (const until = Date.now() + WATCHED_MS; Date.now() < until; await pause(200)) {
      expect((await noticesOfStorage()).length).toBeLessThanOrEqual(1);
    }
    expect(browser.driver.connected).toBe(true);
    expect(await look(() => document.querySelectorAll(".row").length)).toBeGreaterThan(0);
    expect(await browser.evaluateInBackground(() => true)).toBe(true);
    expect(faults).toEqual([]);
  }, 120_000);
}
