import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Feed } from "../../lib/model.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { makeItems, makeRss } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { openScreen } from "../support/screen.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const screen = await openScreen();
if (screen === null) console.warn("The browser's real question is not tried: it needs Xvfb and xdotool.");

/** Until the question is there, which no page is told, and until Chromium takes an answer: at first it would be an accident. */
const BEFORE_ANSWER_MS = 2500;

/** With a window and a keyboard: without them the browser's question never ends. */
describe.skipIf(screen === null)("the browser's own question for a site", () => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startFeedServer();
    server.serve("/feed.xml", { body: makeRss({ title: "The Harbour", items: makeItems(3) }) });
    process.env["DISPLAY"] = screen?.display;
    browser = await openBrowser({ kind: "chromium", extensionDir: ".output/chrome-mv3", headless: false });
    page = await browser.openPage("options.html");
    await page.bringToFront();
    await page.waitForSelector(".feed");
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    delete process.env["DISPLAY"];
    screen?.close();
  });

  const says = (words: string) =>
    waitUntil(() => evaluateIn(page)((wanted) => document.body.innerText.includes(wanted), words), { what: words });
  const answer = async (...keys: string[]) => {
    await pause(BEFORE_ANSWER_MS);
    screen?.press(...keys);
  };
  const origins = async () =>
    (await browser.evaluateInBackground(() => chrome.permissions.getAll())).origins?.toSorted() ?? [];

  test("is asked in the click; refused, nothing is fetched, and there is a way back to it", async () => {
    await page.type("#add", `${server.origin("a")}/feed.xml`);
    await page.keyboard.press("Enter");
    // It stands on Deny.
    await answer("space");
    await says("Foldline needs your permission to fetch from a.feeds.test.");
    expect(await origins()).toEqual([]);
    expect(server.log).toEqual([]);
  });

  test("is accepted for the site with and without www., and the site is followed", async () => {
    await page.click(".ask .btn");
    await answer("Tab", "space");
    await says("The Harbour lists 3 articles.");
    expect(await origins()).toEqual(["http://a.feeds.test/*", "http://www.a.feeds.test/*"]);
    await page.click(".btn.primary:not([type='submit'])");
    await says("Following The Harbour.");
    const feeds = await rowsOf<Feed>(browser.evaluateInBackground, "feeds");
    const feedId = feeds.find(({ title }) => title === "The Harbour")?.id;
    const articles = await articlesOf(browser.evaluateInBackground);
    expect(articles.filter((article) => article.feedId === feedId)).toHaveLength(3);
  });
});
