import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { answer, notificationsOf, toldBy, watchNotifications } from "../support/notifications.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, refreshByAlarm } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

let server: FeedServer;
let browser: TestBrowser;
let watch: Page;

/** Articles without a date count as new when they arrive. */
const serve = (count: number) => {
  const items = makeItems(count, () => ({ publishedAt: null, tags: ["World"], html: "<p>Text</p>" }));
  server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
};

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  serve(5);
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
  // A page of ours that is no reader: people may have it open without being told less.
  watch = await browser.openPage("options.html");
  await evaluateIn(watch)(() => chrome.storage.local.set({ settings: { quietFrom: 0, quietUntil: 0 } }));
  await waitUntil(async () => (await articlesOf(evaluateIn(watch))).length === 5, { what: "the first load" });
  await watchNotifications(browser);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const told = () => toldBy(browser);
const notifications = () => notificationsOf(browser);
const badge = () => browser.evaluateInBackground(() => chrome.action.getBadgeText({}));
const refresh = () => refreshByAlarm(evaluateIn(watch));

test("the first load tells of nothing, and the badge counts", async () => {
  expect(await badge()).toBe("5");
  expect(await notifications()).toEqual([]);
});

test("an unchanged feed costs a 304 and no article write", async () => {
  const before = await articlesOf(evaluateIn(watch));
  server.clearLog();
  await refresh();
  expect(server.log.map((request) => request.status)).toEqual([304]);
  expect(await articlesOf(evaluateIn(watch))).toEqual(before);
  expect(await notifications()).toEqual([]);
});

test("a new article makes one notification with its headline, and the badge one more", async () => {
  serve(6);
  await refresh();
  await waitUntil(async () => (await notifications()).length > 0, { what: "the notification" });
  expect(await told()).toMatchObject([{ id: "tag:world", type: "basic", title: "Article 6" }]);
  expect(await badge()).toBe("6");
});

test("a click on it opens the article in a tab", async () => {
  await answer(browser, "tag:world");
  const tab = await waitUntil(
    async () => (await browser.driver.pages()).find((page) => /reader\.html#\/article\/6$/.test(page.url())),
    { what: "the article's tab" },
  );
  await tab.waitForFunction(() => document.querySelector(".art h1")?.textContent === "Article 6");
  expect(await notifications()).toEqual([]);
  await tab.close();
});

test("while the panel is in sight a new article waits behind the pill, and no notification comes", async () => {
  const panel = await browser.openPage("sidepanel.html");
  await panel.waitForSelector(".row");
  serve(7);
  await refresh();
  await panel.waitForSelector(".pill");
  expect(await evaluateIn(panel)(() => document.querySelector(".pill")?.textContent)).toContain("1 new article");
  const first = () => evaluateIn(panel)(() => document.querySelector(".row .hl")?.textContent);
  expect(await first()).not.toBe("Article 7");
  await panel.click(".pill");
  await waitUntil(async () => (await first()) === "Article 7", { what: "the new row at the top" });
  expect(await told()).toHaveLength(1);
  await panel.close();
});

test("500 new articles at once make one notification", async () => {
  await watch.bringToFront();
  serve(507);
  await refresh();
  await waitUntil(async () => (await notifications()).length > 0, { what: "the notification" });
  expect(await told()).toHaveLength(2);
  expect((await told())[1]).toMatchObject({ type: "list", title: "500 new in World" });
  expect(await badge()).toBe("99+");
});

test("a site that answers 404 loses nothing, and its row says so and when it is asked again", async () => {
  const before = await articlesOf(evaluateIn(watch));
  server.serve("/feed.json", { status: 404 });
  const feed = await refresh();
  expect(feed.trouble).toMatchObject({ kind: "notFound" });
  expect(await articlesOf(evaluateIn(watch))).toEqual(before);
  const row = await watch.waitForFunction(() => {
    const text = document.body.innerText;
    return text.includes("There is nothing at this address") && /Next check in \d+/.test(text);
  });
  expect(await row.jsonValue()).toBe(true);
});
