import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article, Feed, TagChoice } from "../../lib/model.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, putRows, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const folder = mkdtempSync(join(tmpdir(), "foldline-backup-"));
let server: FeedServer;
let browser: TestBrowser;
let page: Page;
let before: ReturnType<typeof factsOf>;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serveFolder("/", "public/edition");
  browser = await openBrowser({
    kind: "chromium",
    extensionDir: liveBuild("chromium"),
    viewport: { width: 1280, height: 900 },
  });
  page = await browser.openPage("options.html#backup");
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === 11, { what: "the articles" });
  const session = await browser.driver.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test("a backup is saved from the question whether to erase, which Esc and Cancel leave without harm", async () => {
  await putRows(evaluateIn(page), "tags", [{ tag: "world", label: "Die Welt" } satisfies TagChoice]);
  await page.evaluate(() => chrome.storage.local.set({ settings: { theme: "sepia" } }));
  await starTwo();
  before = factsOf(await articlesOf(evaluateIn(page)));
  await clickButton("Erase everything…");
  expect(await textOf("dialog.erase h2")).toBe("Erase everything?");
  expect(await focused()).toBe("Cancel");
  await clickButton("Save backup first");
  await waitUntil(async () => (await textOf("dialog.erase .told")).startsWith("Backup saved."), { what: "the word" });
  expect(await file()).toMatch(/^foldline-\d{4}-\d\d-\d\d\.json$/);
  await page.keyboard.press("Escape");
  await waitUntil(async () => (await page.$("dialog.erase")) === null, { what: "the end of the question" });
  expect(await focused()).toBe("Erase everything…");
  expect(factsOf(await articlesOf(evaluateIn(page)))).toEqual(before);
});

test("erased, nothing is left but the home source as on the first day", async () => {
  await clickButton("Erase everything…");
  await clickButton("Erase");
  await said("Everything is erased.");
  expect(await rowsOf<TagChoice>(evaluateIn(page), "tags")).toEqual([]);
  expect(await page.evaluate(async () => (await chrome.storage.local.get("settings"))["settings"])).toBeUndefined();
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).not.toBe("sepia");
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === 11, { what: "the articles, anew" });
  const articles = await articlesOf(evaluateIn(page));
  expect(articles.every(({ unread, starred }) => unread === 1 && starred === 0)).toBe(true);
});

test("a damaged copy of the file is refused before anything is asked or written", async () => {
  const now = factsOf(await articlesOf(evaluateIn(page)));
  const text = readFileSync(join(folder, await file()), "utf8");
  await chooseFile(text.replace('"starred":1', '"starred":0'));
  await said("This file is damaged, so nothing was restored. Try another copy of it.");
  await chooseFile(text.slice(0, text.length / 2));
  await said("This file is damaged, so nothing was restored. Try another copy of it.");
  await chooseFile('{"version":"https://jsonfeed.org/version/1.1"}');
  await said("This file isn’t a backup. Choose a .json file that Foldline saved.");
  expect(factsOf(await articlesOf(evaluateIn(page)))).toEqual(now);
});

test("the file says what it would bring, and brings it", async () => {
  await chooseFile(readFileSync(join(folder, await file()), "utf8"));
  await waitUntil(async () => (await textOf(".import h3")).startsWith("Restore from "), { what: "the question" });
  expect(await texts(".import p")).toEqual([
    "1 source, 2 starred. Merge keeps what is here; Replace erases it first.",
    "11 articles with their texts.",
    "1 of the sources is already here.",
  ]);
  expect(await focused()).toMatch(/^Restore from /);
  await clickButton("Replace");
  await waitUntil(async () => (await textOf(".import h3")) === "Restored", { what: "the report" });
  expect(await focused()).toBe("Restored");
  expect(factsOf(await articlesOf(evaluateIn(page)))).toEqual(before);
  expect(await rowsOf<TagChoice>(evaluateIn(page), "tags")).toEqual([{ tag: "world", label: "Die Welt" }]);
  await waitUntil(() => page.evaluate(() => document.documentElement.dataset["theme"] === "sepia"), {
    what: "the setting",
  });
  await clickButton("Close");
  expect(await focused()).toBe("Choose file…");
});

test("the next refresh doubles nothing", async () => {
  await refreshByAlarm(browser.evaluateInBackground);
  expect(factsOf(await articlesOf(evaluateIn(page)))).toEqual(before);
});

test("each day is remembered, and can be gone back to", async () => {
  const days = await waitUntil(
    async () => {
      const rows = await rowsOf<{ at: number }>(evaluateIn(page), "snapshots");
      return rows.length > 0 ? rows : null;
    },
    { what: "a snapshot" },
  );
  expect(days).toHaveLength(1);
  const sources = await page.evaluate(async () => (await chrome.storage.local.get("sources"))["sources"] as Feed[]);
  expect(sources.map(({ id }) => id)).toEqual(["home"]);
  await clickButton("Go back");
  expect(await focused()).toMatch(/^Restore from /);
  await page.locator(".import .btn ::-p-text(Go back)").click();
  await said("Sources, tags, flags and settings are as they were then.");
});

/** Two are starred, three are read, as a page of the extension would do it. */
async function starTwo(): Promise<void> {
  const reader = await browser.openPage("reader.html");
  await reader.waitForSelector(".row");
  await reader.focus(".hl a");
  for (const key of ["s", "j", "s", "j", "m"] as const) {
    await reader.keyboard.press(key);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).filter(({ starred }) => starred).length === 2, {
    what: "two stars",
  });
  await reader.close();
}

const factsOf = (articles: Article[]) =>
  articles
    .map(({ id: _, body: __, places, ...article }) => ({ ...article, scopes: places.map(([scope]) => scope).sort() }))
    .sort((a, b) => ((a.keys[0] ?? "") < (b.keys[0] ?? "") ? -1 : 1));

async function chooseFile(text: string): Promise<void> {
  const path = join(folder, "chosen.txt");
  writeFileSync(path, text);
  const [chooser] = await Promise.all([page.waitForFileChooser(), clickButton("Choose file…")]);
  await chooser.accept([path]);
}

const clickButton = (label: string): Promise<void> =>
  page.locator(`::-p-aria([name="${label}"][role="button"])`).click();

const said = (words: string): Promise<true> =>
  waitUntil(async () => (await textOf("#backup [role=status]")) === words || null, { what: words });

const file = (): Promise<string> =>
  waitUntil(() => readdirSync(folder).find((name) => name.endsWith(".json")), { what: "the file" });

const texts = (selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ""));

const textOf = async (selector: string): Promise<string> => (await texts(selector)).join("|");

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
