import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { handsOnPage, type Hands } from "../support/hands.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn, openHeadline } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const COUNT = 200;
const ITEMS = makeItems(COUNT, (number) => ({
  title: `Report ${number}`,
  summary: `Summary of report ${number}.`,
  html: `<p>The text of number ${number}.</p>`,
}));

describe("leafing through two hundred articles", () => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: ITEMS }), etag: true });
    browser = await openBrowser({
      kind: "chromium",
      extensionDir: liveBuild("chromium"),
      viewport: { width: 400, height: 900 },
    });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === COUNT, {
      what: "the articles",
    });
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    hands = handsOnPage(page);
    await hands.see(() => document.querySelector(".row .hl a") !== null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Tells what was passed, in its order. */
  const go = async (key: "j" | "k", times: number, then: (step: number) => Promise<void> = async () => undefined) => {
    const passed = [await hands.see(openHeadline)];
    for (let step = 1; step <= times; step++) {
      await page.keyboard.press(key);
      passed.push(await hands.evaluate(comesAfter, passed.at(-1) ?? null));
      await then(step);
    }
    return passed;
  };
  const rows = () => articlesOf(evaluateIn(page));

  test("J leads through all of them in their order, and every tenth is starred", async () => {
    await hands.press("j", "Enter");
    const passed = await go("j", COUNT - 1, async (step) => {
      if (step % 10 === 0) await page.keyboard.press("s");
    });
    expect(passed).toEqual(ITEMS.map(({ title }) => title));
    const starred = (await rows()).filter((article) => article.starred === 1).map(({ title }) => title);
    const tenth = Array.from({ length: COUNT / 10 - 1 }, (_, i) => `Report ${COUNT - 10 * (i + 1)}`);
    expect(starred.sort()).toEqual(tenth.sort());
  });

  test("leafing through marks nothing read; the one that one stays at is", async () => {
    const isRead = async () => (await rows()).filter((article) => article.unread === 0).map(({ title }) => title);
    await waitUntil(async () => (await isRead()).includes("Report 1"), { what: "the last article to be read" });
    // The first was chosen, and a slow machine may take its time at one or two.
    expect((await isRead()).length).toBeLessThan(COUNT / 10);
  });

  test("K leads back, and Escape to the row that was reached", async () => {
    expect((await go("k", 60)).at(-1)).toBe("Report 61");
    await hands.press("Escape");
    await hands.see(() => document.activeElement?.closest(".row")?.getAttribute("aria-posinset") === "140");
  });

  test("two windows show one truth: flags, counts and rows, within a second", async () => {
    const other = await browser.openPage("reader.html");
    await other.setViewport({ width: 1280, height: 800 });
    await other.bringToFront();
    const there = handsOnPage(other);
    await there.see(() => document.querySelector(".row .hl a") !== null);
    await there.press("j", "n", "n");
    const agree = async (what: string, key: "s" | "l" | "m" | "A" | "z") => {
      await there.press(key);
      const startedAt = performance.now();
      const told = async () => {
        const [one, two] = [await hands.evaluate(look), await there.evaluate(look)];
        return one === two && one !== before ? one : null;
      };
      before = await waitUntil(told, { what });
      expect(performance.now() - startedAt, what).toBeLessThan(1000);
    };
    await page.bringToFront();
    await hands.evaluate(() => document.querySelector(".list .scroll")?.scrollTo(0, 0));
    await hands.see(() => document.querySelector(".row[aria-posinset='3']") !== null);
    await other.bringToFront();
    let before = await hands.evaluate(look);
    await agree("the star in both", "s");
    await agree("the bookmark in both", "l");
    await agree("the flag in both", "m");
    await agree("all read in both", "A");
    await agree("the Undo in both", "z");
  });
});

// ── Run in the page. ──

/** Resolves when another article is open than that, to its headline. */
async function comesAfter(before: string | null): Promise<string> {
  const headline = () => document.querySelector(".art h1")?.textContent ?? "";
  while (headline() === before) await new Promise(requestAnimationFrame);
  return headline();
}

/** What the first rows and the numbers say. */
function look(): string {
  const rows = Array.from(document.querySelectorAll(".row"), (row) => [
    row.querySelector(".hl")?.textContent,
    row.classList.contains("read"),
    row.querySelectorAll(".kick svg").length,
  ]);
  return JSON.stringify([rows.slice(0, 5), document.querySelector(".lhead .num")?.textContent]);
}
