import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article, StoredImage } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { publishedSite } from "../support/publishSite.ts";
import { articleIn, evaluateIn, headlinesIn, type Shown } from "../support/reading.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("the main job in $kind", ({ kind, build }) => {
  const port = livePort();
  const profileDir = mkdtempSync(join(tmpdir(), "foldline-main-"));
  const site = publishedSite(`http://home.feeds.test:${port}`);
  let server: FeedServer;
  let browser: TestBrowser;

  const open = () => openBrowser({ kind, extensionDir: build, profileDir, viewport: { width: 400, height: 900 } });
  const serve = async () => {
    server = await startFeedServer({ port });
    server.serveFolder("/", site.folder);
  };

  beforeAll(async () => {
    await serve();
    browser = await open();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    site.remove();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  test("the background fetches the site's feed over http, without cookies, and stores text and pictures", async () => {
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === 11, {
      what: "eleven articles",
    });
    await waitUntil(async () => (await stillWanted(browser)).length === 0, { what: "the pictures" });
    const pictures = await rowsOf<StoredImage>(browser.evaluateInBackground, "images");
    expect(pictures.filter((picture) => picture.width === 0)).toEqual([]);
    expect(server.log.filter((request) => request.headers.cookie ?? request.headers.referer)).toEqual([]);
    expect(server.log.filter((request) => request.path === "/feed.json")).toHaveLength(1);
  });

  test("the popup and the side panel list the headlines", async () => {
    const stored = await articlesOf(browser.evaluateInBackground);
    const titles = stored.map((article) => article.title).sort();
    const popup = await browser.openRealPopup();
    await waitUntil(async () => (await headlinesIn(popup.evaluate)).length === 11, { what: "the popup's headlines" });
    expect((await headlinesIn(popup.evaluate)).sort()).toEqual(titles);
    await popup.click(".pfoot .btn.primary");
    const panel = await browser.realSidePanel();
    await waitUntil(async () => (await headlinesIn(panel.evaluate)).length === 11, { what: "the panel's headlines" });
    expect((await headlinesIn(panel.evaluate)).sort()).toEqual(titles);
  });

  test("a headline clicked in the popup opens in the panel, is marked read, and the badge counts one less", async () => {
    expect(await badge(browser)).toBe("11");
    const popup = await browser.openRealPopup();
    await waitUntil(async () => (await headlinesIn(popup.evaluate)).length === 11, { what: "the popup's headlines" });
    const second = (await headlinesIn(popup.evaluate))[1];
    await popup.click(".row:nth-child(2) .hl a");
    const panel = await browser.realSidePanel();
    const shown = await waitUntil(() => articleIn(panel.evaluate), { what: "the article in the panel" });
    expect(shown.title).toBe(second);
    await waitUntil(async () => (await badge(browser)) === "10", { what: "ten unread" });
  });

  test("with the server gone and the browser restarted, every article is listed and renders whole", async () => {
    await browser.close();
    await server.stop();
    browser = await open();
    const page = await openPanelPage(browser);
    const stored = await articlesOf(evaluateIn(page));
    expect(stored).toHaveLength(11);
    expect((await headlinesIn(evaluateIn(page))).length).toBe(11);
    await openFirst(page);
    const seen = new Set<string>();
    for (let i = 0; i < stored.length; i++) {
      const shown = await nextArticle(page, seen);
      seen.add(shown.title);
      expect(shown.pictures.filter((picture) => picture.width === 0)).toEqual([]);
      expect(shown.pictures.length).toBeGreaterThan(0);
      const article = stored.find((one) => one.title === shown.title);
      expect(shareOfTextShown(site.folder, article, shown)).toBeGreaterThanOrEqual(0.95);
      if (i + 1 < stored.length) await page.keyboard.press("j");
    }
    expect([...seen].sort()).toEqual(stored.map((article) => article.title).sort());
    await page.close();
  });

  test("reading through all articles with J and K, three times there and back, online, makes no request", async () => {
    await serve();
    const page = await openPanelPage(browser);
    await openFirst(page);
    server.clearLog();
    await browser.wipeNetworkEvents();
    const read = [(await nextArticle(page, new Set())).title];
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press(Math.floor(step / 10) % 2 === 0 ? "j" : "k");
      read.push((await nextArticle(page, new Set(read.slice(-1)))).title);
    }
    expect(new Set(read).size).toBe(11);
    expect(read).toHaveLength(61);
    expect(server.log).toEqual([]);
    const requests = (await browser.networkEvents()).filter((event) => /^https?:/.test(event.url));
    expect(requests).toEqual([]);
    await page.close();
  });
});

/** At its list, and not where a panel was left. */
async function openPanelPage(browser: TestBrowser): Promise<Page> {
  await browser.evaluateInBackground(() => chrome.storage.session.clear());
  const page = await browser.openPage("sidepanel.html");
  await page.bringToFront();
  await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 0, { what: "the panel's rows" });
  return page;
}

async function openFirst(page: Page): Promise<void> {
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
}

const badge = (browser: TestBrowser): Promise<string> =>
  browser.evaluateInBackground(() => chrome.action.getBadgeText({}));

const stillWanted = async (browser: TestBrowser): Promise<StoredImage[]> =>
  (await rowsOf<StoredImage>(browser.evaluateInBackground, "images")).filter((image) => image.wanted === 1);

const nextArticle = (page: Page, seen: Set<string>): Promise<Shown> =>
  waitUntil(
    async () => {
      const shown = await articleIn(evaluateIn(page));
      return shown && !seen.has(shown.title) ? shown : null;
    },
    { what: `another article than ${[...seen].at(-1)}` },
  );

/** Of the words that the publisher wrote, each counted as often as it stands: how many are in the frame or around it. */
function shareOfTextShown(folder: string, article: Article | undefined, shown: Shown): number {
  // The kit wrote it a moment ago.
  const feed = JSON.parse(readFileSync(join(folder, "feed.json"), "utf8")) as {
    items: { url: string; content_html: string }[];
  };
  const html = feed.items.find((item) => item.url === article?.url)?.content_html ?? "";
  const written = countWords(html.replace(/<[^>]*>/g, " ").replace(/&[a-z]+;|&#\d+;/g, " "));
  const visible = countWords([shown.text, shown.title, shown.standfirst, shown.keywords, shown.date].join(" "));
  const all = [...written.values()].reduce((sum, count) => sum + count, 0);
  return [...written].reduce((sum, [word, count]) => sum + Math.min(count, visible.get(word) ?? 0), 0) / all;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
