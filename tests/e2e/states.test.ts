import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import type { RefreshRun } from "../../lib/db/state.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { readFocus } from "../support/focus.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { openTour, press, tourOf } from "../support/surfaces.ts";
import { waitUntil } from "../support/waitUntil.ts";

const NAMES: Record<string, string> = {
  home: "Example News",
  b: "Harbour Weekly",
  c: "Open Field Notes",
  d: "The Quiet Lab",
};

let server: FeedServer;
let browser: TestBrowser;
let page: Page;

/** All at one host, so that they are asked one after another. */
const pathOf = (id: string) => `/${id}.json`;
const feedOf = (id: string, count: number) =>
  makeJsonFeed({
    title: NAMES[id] ?? "",
    items: makeItems(count, (n) => ({ id: `${id} ${n}`, title: `${id} ${n}`, url: `${server.origin()}/${id}/${n}` })),
  });

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serve("/feed.json", { body: feedOf("home", 3) });
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
  const stored = () => articlesOf(browser.evaluateInBackground);
  await waitUntil(async () => (await stored()).length === 3, { what: "the articles", withinMs: 60_000 });
  const follow = ([id, title]: [string, string]) =>
    newFeed({ id, url: `${server.origin()}${pathOf(id)}`, title, homeUrl: null }, Date.now() + 3_600_000);
  // Not due: nobody asks for them before somebody does.
  await putRows(browser.evaluateInBackground, "feeds", Object.entries(NAMES).slice(1).map(follow));
  page = await openTour(browser, tourOf("sidepanel.html"));
  await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length === 3, { what: "the list" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? "").catch(() => "");
const lines = () => page.$$eval(".sync li", (rows) => rows.map((row) => row.textContent ?? ""));
const say = (...wanted: string[]) =>
  waitUntil(async () => JSON.stringify(await lines()) === JSON.stringify(wanted), { what: wanted.join("; ") }).catch(
    async (fault: unknown) => {
      throw new Error(`${String(fault)}: ${(await lines()).join("; ")}`);
    },
  );
const toolbar = () => browser.evaluateInBackground(() => chrome.action.getTitle({}));
const runRow = async () =>
  (await rowsOf<{ key: string; value: RefreshRun }>(browser.evaluateInBackground, "state")).find(
    ({ key }) => key === "refreshRun",
  )?.value;

test("the ring opens the details, and Stop ends the refresh before it asks the next source", async () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  server.serve(pathOf("b"), { body: feedOf("b", 2) });
  server.serve(pathOf("c"), () => opened.then(() => ({ body: feedOf("c", 4) })));
  server.clearLog();
  await press(page, "Shift", "R");
  await page.waitForSelector('.lhead button[aria-expanded="false"]');
  await page.click(".lhead button[aria-expanded]");
  await say(`${NAMES.b}2 new`, `${NAMES.c}Checking now`, `${NAMES.d}Waiting`);
  expect(await textOf(".sync .t")).toBe("Refreshing1 of 3");
  await page.focus(".sync .a button");
  await page.keyboard.press("Enter");
  await say(`${NAMES.b}2 new`, `${NAMES.c}Checking now`, `${NAMES.d}Not checked`);
  expect(await textOf(".sync h2")).toBe("Refresh stopped");
  expect((await evaluateIn(page)(readFocus)).isLost).toBe(false);
  open();
  await say(`${NAMES.b}2 new`, `${NAMES.c}4 new`, `${NAMES.d}Not checked`);
  expect(server.log.map(({ path }) => path)).toEqual(["b", "c"].map(pathOf));
  expect(await articlesOf(browser.evaluateInBackground)).toHaveLength(9);
  expect((await runRow())?.stoppedAt).toBeGreaterThan(0);
  expect(await textOf(".pill")).toBe("6 new articles");
});

test("who was not asked is asked on trying again, and a failure is told everywhere", async () => {
  server.serve(pathOf("d"), { status: 503 });
  await page.click(".sync .a button");
  await page.waitForSelector(".notice");
  expect(await textOf(".notice span")).toBe("The Quiet Lab didn’t answer. Other sources are up to date.");
  await say(`${NAMES.d}No answer yet. The server returned 503.`);
  expect(await textOf(".sync h2")).toBe("Last refresh");
  await waitUntil(async () => (await toolbar()) === "Foldline: 9 unread, 1 source needs attention", {
    what: "the tip",
  });
});

test("a notice goes when its source answers, and the focus that was in it does not", async () => {
  await press(page, "Escape");
  await page.focus(".notice .link");
  server.serve(pathOf("d"), { body: feedOf("d", 1) });
  await letTimePass(browser.evaluateInBackground);
  await fireAlarm(browser.evaluateInBackground);
  await waitUntil(async () => !(await page.$(".notice")), { what: "the end of the notice" });
  expect(await evaluateIn(page)(readFocus)).toMatchObject({ isLost: false });
  await waitUntil(async () => (await toolbar()) === "Foldline: 10 unread", { what: "the tip" });
});

test("without a connection, an article without text says so, and can wait for one", async () => {
  await page.setOfflineMode(true);
  await page.click(".row .hl a");
  await page.waitForSelector(".missing");
  expect(await textOf(".missing .notice")).toMatch(/^The full text wasn’t saved before you went offline\./);
  await page.focus(".missing .btn");
  await page.keyboard.press("Enter");
  await page.waitForSelector('.missing [aria-pressed="true"]');
  await page.setOfflineMode(false);
  await waitUntil(async () => !(await page.$(".missing")), { what: "the connection" });
  expect(await evaluateIn(page)(readFocus)).toMatchObject({ isLost: false });
  const kept = (await articlesOf(browser.evaluateInBackground)).filter(({ later }) => later === 1);
  expect(kept).toHaveLength(1);
});
