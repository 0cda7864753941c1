import { rmSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Feed, StoredImage } from "../../lib/model.ts";
import { allowed } from "../support/allowed.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed, makeRss } from "../support/makers.ts";
import { evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("following a site from the settings in $kind", ({ kind, build }) => {
  let extensionDir: string;
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    extensionDir = allowed(build);
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: [] }) });
    browser = await openBrowser({ kind, extensionDir });
    page = await browser.openPage("options.html");
    await page.waitForSelector("#add");
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(extensionDir, { recursive: true, force: true });
  });

  const asked = (name: string) =>
    server.log.filter(({ host }) => host === `${name}.feeds.test`).map(({ path }) => path);
  const statusOf = () => evaluateIn(page)(() => document.querySelector("#add-hint")?.textContent ?? "");
  const focused = () => evaluateIn(page)(() => document.activeElement?.id || document.activeElement?.textContent || "");
  const submit = async (address: string) => {
    await page.focus("#add");
    await evaluateIn(page)(() => (document.activeElement as HTMLInputElement).select());
    await page.keyboard.type(address);
    await page.keyboard.press("Enter");
  };
  const follow = async () => {
    await page.waitForSelector(".offer", { visible: true });
    await page.click(".offer .btn.primary");
  };
  const says = (words: string) => waitUntil(async () => (await statusOf()).includes(words), { what: `"${words}"` });

  test("its one feed is shown and followed with two requests", async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/blog/feed.xml">';
    server.serve("/", { headers: { "content-type": "text/html" }, body: `<!doctype html><title>A</title>${link}` });
    server.serve("/blog/feed.xml", { body: makeRss({ title: "The Harbour", items: makeItems(4) }), etag: true });
    expect(await evaluateIn(page)(() => document.querySelector("#add-hint")?.getAttribute("role"))).toBe("status");
    await submit(`${server.origin("a")}/`);
    await says("The Harbour lists 4 articles.");
    expect(await focused()).toBe("preview-title");
    const shown = () =>
      evaluateIn(page)(() => [...document.querySelectorAll(".offer li")].map((row) => row.textContent));
    expect(await shown()).toHaveLength(4);
    expect((await shown())[0]).toMatch(/^Article 4.*20\d\d$/);
    expect((await rowsOf<Feed>(evaluateIn(page), "feeds")).length).toBe(1);
    await follow();
    await says("Following The Harbour.");
    expect(await focused()).toBe("add");
    expect(asked("a")).toEqual(["/", "/blog/feed.xml"]);
    const row = await waitUntil(
      async () => (await rowsOf<Feed>(evaluateIn(page), "feeds")).find(({ title }) => title === "The Harbour"),
      { what: "the source's row" },
    );
    expect(row).toMatchObject({ url: `${server.origin("a")}/blog/feed.xml`, trouble: null });
    expect((await articlesOf(evaluateIn(page))).filter(({ feedId }) => feedId === row.id)).toHaveLength(4);
    await page.waitForFunction(() => document.querySelector("#sources ul")?.textContent?.includes("The Harbour"));
  });

  test("its articles are listed, and a refresh right after asks for nothing", async () => {
    const reader = await browser.openPage("sidepanel.html");
    await waitUntil(async () => (await headlinesIn(evaluateIn(reader))).includes("Article 4"), {
      what: "its articles",
    });
    await evaluateIn(reader)(() => chrome.runtime.sendMessage({ kind: "refreshNow", which: "all" }));
    expect(asked("a")).toHaveLength(2);
    await reader.close();
  });

  test("older articles of a source come at the end of its list, one page for each request", async () => {
    const served = (first: number, next_url?: string) => {
      const items = makeItems(3, (n) => ({
        id: `paged-${first + n}`,
        title: `Paged ${first + n}`,
        publishedAt: new Date(Date.UTC(2025, 0, first + n)).toISOString(),
      }));
      return { body: JSON.stringify({ ...JSON.parse(makeJsonFeed({ title: "Paged", items })), next_url }) };
    };
    server.serve("/paged.json", served(10, "/paged.json?page=2"));
    server.serve("/paged.json?page=2", served(5));
    await submit(`${server.origin("e")}/paged.json`);
    await follow();
    await says("Following Paged.");
    const reader = await browser.openPage("sidepanel.html");
    const headlines = () => headlinesIn(evaluateIn(reader));
    const id = await waitUntil(
      () =>
        evaluateIn(reader)(
          () =>
            [...document.querySelectorAll("option")].find((option) => option.textContent?.startsWith("Paged"))?.value,
        ),
      { what: "its name among the sources" },
    );
    await reader.select(".pick select", id);
    await waitUntil(async () => (await headlines()).join() === "Paged 13,Paged 12,Paged 11", { what: "its list" });
    expect(asked("e")).toEqual(["/paged.json"]);
    await reader.click(".older button");
    await waitUntil(async () => (await headlines()).length === 6, { what: "the older articles" });
    expect((await headlines()).slice(3)).toEqual(["Paged 8", "Paged 7", "Paged 6"]);
    expect(asked("e")).toEqual(["/paged.json", "/paged.json?page=2"]);
    expect(await evaluateIn(reader)(() => document.activeElement?.textContent)).toBe("Paged 8");
    expect(await evaluateIn(reader)(() => document.querySelector(".older button, .pill"))).toBeNull();
    await reader.close();
  });

  test("of several feeds one is chosen by keyboard, and keeps the focus", async () => {
    const link = (path: string, title: string) =>
      `<link rel="alternate" type="application/atom+xml" href="/${path}" title="${title}">`;
    const body = `<!doctype html><title>B</title>${link("law.xml", "Law")}${link("world.xml", "World")}`;
    server.serve("/b", { headers: { "content-type": "text/html" }, body });
    server.serve("/world.xml", { body: makeRss({ title: "World news", items: makeItems(2) }) });
    await submit(`${server.origin("b")}/b`);
    await says("2 feeds found at b.feeds.test.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Follow");
    await page.keyboard.press("Enter");
    await says("World news lists 2 articles.");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Follow");
    await page.keyboard.press("Enter");
    await says("Following World news.");
    expect(asked("b")).toEqual(["/b", "/world.xml"]);
    expect(await focused()).toBe("Following");
  });

  test("a site without a feed says so after six requests, and a word is no address", async () => {
    server.serve("/none", { headers: { "content-type": "text/html" }, body: "<!doctype html><title>C</title>" });
    await submit(`${server.origin("c")}/none`);
    await says("No feeds found at c.feeds.test.");
    expect(asked("c")).toHaveLength(6);
    await submit("news");
    await says("doesn’t look like a web address");
    await submit(`${server.origin("a")}/blog/feed.xml`);
    await says("You already follow The Harbour.");
  });

  test("a challenge offers to open the site and to try again", async () => {
    server.serve("/guarded", { status: 403, headers: { "cf-mitigated": "challenge" } });
    await submit(`${server.origin("d")}/guarded`);
    await says("Open the site, then try again.");
    const buttons = () =>
      evaluateIn(page)(() => [...document.querySelectorAll(".ask button")].map((b) => b.textContent));
    expect(await buttons()).toEqual(["Open the site", "Try again"]);
    server.serve("/guarded", { body: makeRss({ title: "Guarded", items: makeItems(1) }) });
    await page.click(".ask button:last-of-type");
    await follow();
    await says("Following Guarded.");
    expect(await focused()).toBe("add");
  });

  test("pictures on another host are a choice, and the source's own host is what is chosen at first", async () => {
    const imageUrl = `${server.origin("g")}/hero.png`;
    server.serve("/pictured.json", {
      body: makeJsonFeed({ title: "Pictured", items: makeItems(2, () => ({ imageUrl })) }),
    });
    server.clearLog();
    await submit(`${server.origin("f")}/pictured.json`);
    await page.waitForSelector(".hosts");
    const chosen = () => evaluateIn(page)(() => document.querySelector(".hosts :checked")?.parentElement?.textContent);
    expect(await chosen()).toBe("Only from f.feeds.test");
    await follow();
    await says("Following Pictured.");
    const rows = await rowsOf<Feed>(evaluateIn(page), "feeds");
    expect(rows.find(({ title }) => title === "Pictured")).toMatchObject({ pictureHosts: "own" });
    await waitUntil(
      async () => {
        const images = await rowsOf<StoredImage>(evaluateIn(page), "images");
        return images.some(({ url, wanted }) => url === imageUrl && wanted === 0);
      },
      { what: "the end of its pictures" },
    );
    expect(asked("g")).toEqual([]);
  });

  test("the popup offers to follow the site behind it, by what its page says, without a request", async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/only.xml" title="The Only">';
    server.serve("/site", { headers: { "content-type": "text/html" }, body: `<!doctype html><title>S</title>${link}` });
    server.serve("/only.xml", { body: makeRss({ title: "The Only", items: makeItems(2) }) });
    const site = await browser.driver.newPage();
    await site.goto(`${server.origin("h")}/site`);
    await site.bringToFront();
    const popup = await browser.openRealPopup();
    await waitUntil(() => popup.evaluate(() => document.querySelector(".sitewrap button") !== null), {
      what: "the offer",
    });
    expect(await popup.evaluate(() => document.querySelector(".sitewrap button")?.textContent)).toBe(
      "Follow this site",
    );
    server.clearLog();
    await popup.click(".sitewrap button");
    const settings = await askedPage();
    expect(await evaluateIn(settings)(() => document.querySelector<HTMLInputElement>("#add")?.value)).toBe(
      `${server.origin("h")}/only.xml`,
    );
    expect(server.log).toEqual([]);
    // A real click: the browser asks for its permission only in one.
    await settings.bringToFront();
    await settings.click("#sources [type=submit]");
    await settings.waitForSelector(".offer");
    expect(asked("h")).toEqual(["/only.xml"]);
    await settings.close();
    await site.close();
  });

  // Nothing can press it in Firefox, whose events a test cannot raise.
  test.runIf(kind === "chromium")("the browser's menu follows pages and links", async () => {
    await browser.evaluateInBackground(
      (address) => {
        // Checked by what follows from it: Chromium's events can be raised from inside.
        const clicked = chrome.contextMenus.onClicked as unknown as { dispatch: (click: object) => void };
        clicked.dispatch({ menuItemId: "follow", pageUrl: "https://elsewhere.example/", linkUrl: address });
      },
      `${server.origin("h")}/linked`,
    );
    const settings = await askedPage();
    expect(await evaluateIn(settings)(() => document.querySelector<HTMLInputElement>("#add")?.value)).toBe(
      `${server.origin("h")}/linked`,
    );
    await settings.close();
  });

  /** The settings that were opened to follow something. */
  const askedPage = () =>
    waitUntil(
      async () => {
        for (const tab of await browser.driver.pages()) {
          const isAsked = () => location.search.startsWith("?follow=") && document.querySelector("#add") !== null;
          if (await tab.evaluate(isAsked).catch(() => false)) return tab;
        }
        return null;
      },
      { what: "the settings with an address" },
    );
});
