import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { evaluateIn, headlinesIn } from "../support/reading.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: ".output/chrome-mv3" },
  { kind: "firefox", build: ".output/firefox-mv3" },
])("a new version in $kind", ({ kind, build }) => {
  let browser: TestBrowser;
  let page: Page;
  let settings: Page;

  const profileDir = mkdtempSync(join(tmpdir(), "foldline-update-"));

  beforeAll(async () => {
    if (kind === "chromium") developIn(profileDir);
    browser = await openBrowser({ kind, extensionDir: build, profileDir, viewport: { width: 400, height: 900 } });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  /** The browser itself says so only of an extension from a store. */
  const announce = () => browser.evaluateInBackground(() => chrome.storage.session.set({ updateReady: true }));
  /** The tab that the new version opens in the place of the old one's. */
  const reader = () =>
    waitUntil(
      async () => {
        const opened = await browser.driver.pages();
        for (const tab of opened.filter((one) => one !== page)) {
          const where = await tab.evaluate(() => location.pathname + location.hash).catch(() => "");
          if (where.startsWith("/reader.html")) return tab;
        }
        return null;
      },
      { what: "the reader again" },
    );
  const isReady = () => browser.evaluateInBackground(async () => "updateReady" in (await chrome.storage.session.get()));

  test("waits while somebody looks at a page, and for what was typed into one that nobody looks at", async () => {
    settings = await browser.openPage("options.html");
    await settings.waitForSelector("#add");
    await settings.type("#add", "news");
    page = await browser.openPage("reader.html#/all");
    await page.bringToFront();
    await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 0, { what: "the list" });
    await announce();
    await pause(500);
    expect(await evaluateIn(page)(() => location.hash)).toBe("#/all");
    await (await browser.driver.newPage()).bringToFront();
    await pause(1000);
    expect(await evaluateIn(settings)(() => document.querySelector<HTMLInputElement>("#add")?.value)).toBe("news");
    expect(await isReady()).toBe(true);
  });

  test("comes once none of them holds it up, and the page is where it was afterwards", async () => {
    await evaluateIn(page)(() => void (location.hash = "#/tag/world"));
    // The one with the typed word: nobody looks at any other page of ours.
    await settings.close();
    page = await reader();
    expect(await evaluateIn(page)(() => location.hash)).toBe("#/tag/world");
    await page.bringToFront();
    await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 0, { what: "the list again" });
  });

  test("says in one line what is new, until it is put away", async () => {
    const line = () => evaluateIn(page)(() => document.querySelector(".notice.calm")?.textContent ?? "");
    await pause(500);
    expect(await line()).toBe("");
    await evaluateIn(page)(() => chrome.storage.local.set({ newsSeen: 0 }));
    await evaluateIn(page)(() => location.reload());
    await waitUntil(async () => (await line().catch(() => "")).startsWith("New in Foldline"), { what: "the news" });
    await page.click(".notice .link");
    await waitUntil(async () => (await line()) === "", { what: "its end" });
    expect(await evaluateIn(page)(() => chrome.storage.local.get("newsSeen"))).toEqual({ newsSeen: 1 });
  });
});

/** Elsewhere Chromium does not load an unpacked extension again. */
function developIn(profileDir: string): void {
  mkdirSync(join(profileDir, "Default"));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(profileDir, "Default/Preferences"), JSON.stringify(preferences));
}
