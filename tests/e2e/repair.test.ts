import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Feed } from "../../lib/model.ts";
import { checkWithAxe } from "../support/axe.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

let server: FeedServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serveFolder("/", "public/edition");
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("where the store cannot be opened, a page says so in words and leads to the repair", async () => {
  await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === 11, { what: "the articles" });
  const page = await openBroken("options.html");
  await page.waitForSelector("[role=alert] h2");
  await headed(page, "Your articles can’t be opened");
  expect(await buttons(page)).toEqual(["Reload", "Repair"]);
  await page.close();
});

test("a store that opens needs no repair", async () => {
  const page = await browser.openPage("repair.html");
  await headed(page, "All is well");
  expect(await buttons(page)).toEqual(["Open Foldline"]);
  await page.close();
});

test("nothing is touched before it is asked, and the sources come back from beside the lost store", async () => {
  const [home] = await rowsOf<Feed>(browser.evaluateInBackground, "feeds");
  // The background writes them down after its first refresh.
  const keepBoth = () =>
    browser.evaluateInBackground(async () => {
      const { sources } = await chrome.storage.local.get("sources");
      if (!Array.isArray(sources)) return false;
      const second = { ...sources[0], id: "other", url: "https://other.example/feed", title: "Other", tags: ["mine"] };
      await chrome.storage.local.set({ sources: [sources[0], second] });
      return true;
    });
  await waitUntil(keepBoth, { what: "the copy of the sources" });
  const page = await openBroken("repair.html");
  await headed(page, "Your articles can’t be opened");
  expect((await checkWithAxe(page)).page.faults).toEqual([]);
  expect(await buttons(page)).toEqual(["Try again", "Start again with 2 sources…", "Erase everything…"]);
  await press(page, "Start again with 2 sources…");
  await headed(page, "Start again with 2 sources?");
  await press(page, "Cancel");
  await headed(page, "Your articles can’t be opened");
  expect(await articlesOf(browser.evaluateInBackground)).toHaveLength(11);

  await press(page, "Start again with 2 sources…");
  await page.evaluate(() => sessionStorage.setItem("mended", "yes"));
  await press(page, "Start again");
  await headed(page, "All is well");
  const fresh = await rowsOf<Feed>(browser.evaluateInBackground, "feeds");
  expect(fresh.map(({ title, tags }) => [title, tags])).toEqual([
    [home?.title, home?.tags],
    ["Other", ["mine"]],
  ]);
});

/** As where its files are damaged: the browser refuses to open the store. */
async function openBroken(path: string): Promise<Page> {
  const page = await browser.driver.newPage();
  await page.evaluateOnNewDocument(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...names) {
      if (sessionStorage.getItem("mended")) return open.apply(this, names);
      throw new DOMException("Internal error opening backing store", "UnknownError");
    };
  });
  await page.goto(`${browser.extensionOrigin}/${path}`);
  return page;
}

const headed = (page: Page, words: string): Promise<true> =>
  waitUntil(
    async () =>
      (await page.$$eval("h1, h2", (all) => all.map(({ textContent }) => textContent))).includes(words) || null,
    { what: words },
  );

const buttons = (page: Page): Promise<(string | null)[]> =>
  page.$$eval("button", (all) => all.map(({ textContent }) => textContent));

const press = (page: Page, label: string): Promise<void> =>
  page.locator(`::-p-aria([name="${label}"][role="button"])`).click();
