import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Feed } from "../../lib/model.ts";
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
  const says = (words: string) => waitUntil(async () => (await statusOf()).includes(words), { what: `"${words}"` });

  test("its one feed is followed at once, with two requests", async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/blog/feed.xml">';
    server.serve("/", { headers: { "content-type": "text/html" }, body: `<!doctype html><title>A</title>${link}` });
    server.serve("/blog/feed.xml", { body: makeRss({ title: "The Harbour", items: makeItems(4) }), etag: true });
    expect(await evaluateIn(page)(() => document.querySelector("#add-hint")?.getAttribute("role"))).toBe("status");
    await submit(`${server.origin("a")}/`);
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
    await says("Following Guarded.");
    expect(await focused()).toBe("add");
  });
});

/** A copy of the build that may fetch from the tests' server: the browser's question can't be answered by a driver. */
function allowed(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), "foldline-follow-"));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { host_permissions: string[] };
  const host_permissions = [...manifest.host_permissions, "http://*.feeds.test/*"];
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
  return folder;
}
