import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { killBrowser } from "../support/killBrowser.ts";
import { sumRows, writeLarge, type RowSums } from "../support/largeStore.ts";
import { liveBuild } from "../support/live.ts";
import { makeRandom } from "../support/makeRandom.ts";
import { evaluateIn } from "../support/reading.ts";
import { rowsOf } from "../support/stored.ts";
import { copyStored, twinsOf } from "../support/twins.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

const ARTICLES = sized({ short: 2_000, whole: 50_000 });
const KILLS_EACH = sized({ short: 1, whole: 6 });
/** How long the batches are given before a kill, at most. */
const TO_WORK_MS = 4_000;
const TODAY = 50;
/** The oldest goes through all that came since. */
const RELEASED = sized({ short: [1], whole: [1, 2, 3, 4, 5] });
/** Every row stays what it was: no upgrade rewrites it, and nothing is fetched. */
const UNTOUCHED = ["counters", "articles", "bodies", "tombstones", "revisions", "positions", "tags"];
/** Fetched, weighed and added to by the background: every row stays. */
const KEPT = ["feeds", "images", "snapshots"];

const { product, still } = twinsOf(liveBuild("chromium"));
const random = makeRandom(7);
const folders = [product, still];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

const open = (extensionDir: string, profileDir: string): Promise<TestBrowser> =>
  openBrowser({ kind: "chromium", extensionDir, profileDir, keepsWelcome: true });

/** A page of the extension that runs nothing of its own. */
const openStill = (browser: TestBrowser): Promise<Page> => browser.openPage("manifest.json");

/** Of the database, without opening it. */
const storedVersion = (evaluate: Evaluate): Promise<number | undefined> =>
  evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === "foldline")?.version);

describe.each(RELEASED)(`the database of version %i with ${ARTICLES} articles`, (version) => {
  const seed = mkdtempSync(join(tmpdir(), "foldline-old-"));
  folders.push(seed);
  let before: RowSums;

  beforeAll(async () => {
    const browser = await open(still, seed);
    const evaluate = evaluateIn(await openStill(browser));
    await writeLarge(evaluate, version, ARTICLES);
    before = await sumRows(evaluate);
    expect(await storedVersion(evaluate)).toBe(version * 10);
    await browser.close();
  }, 300_000);

  test(`loses no row and no flag to ${KILLS_EACH} kills while it is opened and indexed`, async () => {
    const profile = copyStored(seed);
    folders.push(profile);
    for (let kill = 0; kill < KILLS_EACH; kill++) {
      const browser = await open(product, profile);
      // As likely in the first half second, in which it is opened and upgraded, as later.
      await pause(random() ** 3 * TO_WORK_MS);
      await killBrowser(browser);
    }
    const browser = await open(product, profile);
    const evaluate = evaluateIn(await openStill(browser));
    await waitUntil(async () => (await storedVersion(evaluate)) === TODAY, { what: "the upgrade" });
    const left = await leftToIndex(evaluate);
    const isIndexed = async () => (await leftToIndex(evaluate)) === 0;
    await waitUntil(isIndexed, { what: "the index of all", withinMs: 60_000 + ARTICLES * 6 });
    console.log(`version ${version}: ${KILLS_EACH} kills left ${Math.round(100 * left)} % to be indexed`);
    const after = await sumRows(evaluate);
    for (const store of UNTOUCHED.filter((name) => before[name])) {
      expect(differing(before[store], after[store]), store).toEqual([]);
    }
    for (const store of KEPT.filter((name) => before[name])) {
      expect(keysOf(after[store]), store).toEqual(expect.arrayContaining(keysOf(before[store])));
    }
    await browser.close();
  }, 600_000);

  if (version * 10 === TODAY) return;
  test("waits no longer than 5 s for a page of old that holds it open", async () => {
    const profile = copyStored(seed);
    folders.push(profile);
    const browser = await open(still, profile);
    const old = evaluateIn(await openStill(browser));
    await old(holdOpen);
    await browser.openPage("options.html");
    const isUpgraded = async () => (await storedVersion(old)) === TODAY;
    await waitUntil(isUpgraded, { what: "the upgrade beside an old page", withinMs: 5_000 });
    expect(await rowsOf(old, "articles")).toHaveLength(keysOf(before["articles"]).length);
    await browser.close();
  }, 120_000);
});

/** What differs from what was there before, or is there no more; what was added does not count. */
const differing = (before: Record<string, string> = {}, after: Record<string, string> = {}): string[] =>
  Object.keys(before).filter((key) => before[key] !== after[key]);

const keysOf = (rows: Record<string, string> = {}): string[] => Object.keys(rows);

/** Of all articles, as a share. */
async function leftToIndex(evaluate: Evaluate): Promise<number> {
  const state = await rowsOf<{ key: string; value: { below: number; of: number } }>(evaluate, "state");
  const indexing = state.find(({ key }) => key === "indexing")?.value;
  return indexing ? indexing.below / indexing.of : 0;
}

/** Runs in a page: as the pages of every release do, it lets go when it is asked to, when it has read what it reads. */
async function holdOpen(): Promise<void> {
  const opened = indexedDB.open("foldline");
  await new Promise((resolve) => (opened.onsuccess = resolve));
  const db = opened.result;
  const articles = db.transaction("articles").objectStore("articles");
  let isAsked = false;
  db.onversionchange = () => {
    isAsked = true;
    db.close();
  };
  const read = () => {
    if (!isAsked) articles.count().onsuccess = read;
  };
  read();
}
