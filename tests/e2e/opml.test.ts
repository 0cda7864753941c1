import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOpml } from "../../lib/feed/opml.ts";
import type { Feed } from "../../lib/model.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeAtom, makeItems, makeJsonFeed, makeRss } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const folder = mkdtempSync(join(tmpdir(), "foldline-opml-"));
const downloads = join(folder, "downloads");
let server: FeedServer;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serveFolder("/", "public/edition");
  server.serve("/a.xml", { body: makeRss({ title: "The A of its document", items: makeItems(2) }) });
  server.serve("/b.xml", { body: makeAtom({ title: "B", items: makeItems(3) }) });
  server.serve("/c.json", { body: makeJsonFeed({ title: "C", items: makeItems(4) }) });
  browser = await openBrowser({
    kind: "chromium",
    extensionDir: allowedBuild(),
    viewport: { width: 1280, height: 900 },
  });
  page = await browser.openPage("options.html");
  await page.waitForSelector(".feed");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** The browser's question for a permission never ends without a screen, so the test's hosts are granted at install. */
function allowedBuild(): string {
  const build = join(folder, "extension");
  cpSync(liveBuild("chromium"), build, { recursive: true });
  const path = join(build, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ["http://*.feeds.test/*"] }));
  return build;
}

const listed = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>My feeds</title></head><body>
  <outline text="News" title="News">
    <outline type="rss" text="My A &amp; co" title="My A &amp; co" xmlUrl="${server.origin("a")}/a.xml" htmlUrl="http://a.feeds.test/"/>
    <outline text="Near"><outline type="rss" text="B" xmlUrl="${server.origin("b")}/b.xml"/></outline>
  </outline>
  <outline text="Tech, web">
    <outline type="rss" text="C" xmlUrl="${server.origin("c")}/c.json"/>
    <outline type="rss" text="Home, again" xmlUrl="${server.origin("home")}/feed.json"/>
    <outline type="rss" text="Trap" xmlUrl="javascript:alert(1)"/>
  </outline>
</body></opml>`;

test("a file of sources is looked into before anything is stored or fetched", async () => {
  server.clearLog();
  await chooseFile(listed());
  await waitForHeading("Import 3 sources?");
  expect(await textOf(".import .m p")).toBe("1 is already here and will only get the file’s tags.");
  expect(await focused()).toBe("Import 3 sources?");
  expect(await rowsOf<Feed>(evaluateIn(page), "feeds")).toHaveLength(1);
  expect(server.log).toEqual([]);
});

test("imported, its sources are listed with their tags and the reader's names, and their articles arrive", async () => {
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Import");
  await page.keyboard.press("Enter");
  await waitForHeading("3 sources imported");
  expect(await focused()).toBe("3 sources imported");
  await page.click(".import summary");
  expect(await texts(".import li")).toEqual([
    `Home, again: already here${server.origin("home")}/feed.json`,
    "Trap: begins with neither https nor httpjavascript:alert(1)",
  ]);
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === 11 + 2 + 3 + 4, { what: "the articles" });
  expect((await texts(".feed h3 bdi")).slice(1)).toEqual(["B", "C", "My A & co"]);
  const feeds = await rowsOf<Feed>(evaluateIn(page), "feeds");
  expect(feeds.flatMap(({ id, tags }) => (id === "home" ? [] : [tags])).sort()).toEqual([
    ["news"],
    ["news", "near"],
    ["tech, web"],
  ]);
  expect(await arrivals()).toEqual([]);
  const tagged = (await articlesOf(evaluateIn(page))).filter(({ tags }) => tags.includes("near"));
  expect(tagged).toHaveLength(3);
});

test("closing the report gives the focus back to the button that it came from", async () => {
  await page.click(".import .btn.quiet");
  expect(await focused()).toBe("Import OPML");
  expect(await page.$(".import")).toBeNull();
});

test("the exported file reads back equal, and brings nothing new", async () => {
  const session = await browser.driver.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await clickButton("Export OPML");
  const file = await waitUntil(() => readdirIfAny().find((name) => name.endsWith(".opml")), { what: "the file" });
  expect(file).toBe("foldline.opml");
  const bytes = new Uint8Array(readFileSync(join(downloads, file)));
  const feeds = await rowsOf<Feed>(evaluateIn(page), "feeds");
  const read = readOpml(bytes);
  expect(read).toMatchObject({ kind: "opml", title: "Foldline sources", skipped: [], isWhole: true });
  const asListed = feeds.map(({ url, title, homeUrl, tags }) => ({ url, title, homeUrl, tags }));
  const byUrl = (a: { url: string }, b: { url: string }): number => a.url.localeCompare(b.url);
  expect(read.kind === "opml" && read.feeds.toSorted(byUrl)).toEqual(asListed.toSorted(byUrl));
  await chooseFile(new TextDecoder().decode(bytes));
  await waitForHeading("Nothing new to import");
  expect(await rowsOf<Feed>(evaluateIn(page), "feeds")).toEqual(feeds);
});

test("a file that is something else is said to be", async () => {
  await chooseFile("<html><body>Sign in</body></html>");
  await waitUntil(async () => (await textOf(".fault")).startsWith("This file isn’t OPML."), { what: "the words" });
  expect(await page.$(".import")).toBeNull();
});

async function chooseFile(text: string): Promise<void> {
  const path = join(folder, "chosen.opml");
  writeFileSync(path, text);
  const [chooser] = await Promise.all([page.waitForFileChooser(), clickButton("Import OPML")]);
  await chooser.accept([path]);
}

async function clickButton(label: string): Promise<void> {
  await page.locator(`.thead .btn ::-p-text(${label})`).click();
}

const waitForHeading = (words: string): Promise<true> =>
  waitUntil(async () => (await texts(".import h3")).includes(words) || null, { what: words });

const texts = (selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ""));

const textOf = async (selector: string): Promise<string> => (await texts(selector)).join("|");

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

const arrivals = async (): Promise<unknown> =>
  (await rowsOf<{ key: string; value: unknown }>(evaluateIn(page), "state")).find(({ key }) => key === "arrivals")
    ?.value ?? [];

function readdirIfAny(): string[] {
  try {
    return readdirSync(downloads);
  } catch {
    return [];
  }
}
