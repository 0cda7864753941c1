import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { startFeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, homeFeedOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const folder = mkdtempSync(join(tmpdir(), "foldline-switch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** As an update does: Chromium keeps the script of a worker that it knows, and takes an unpacked one to be the same. */
function forgetWorkerScript(profileDir: string): void {
  rmSync(join(profileDir, "Default/Service Worker"), { recursive: true });
}

/** Chromium's id follows from the path, so both builds lie at one path, as an update does. */
test("an update from the bundled edition to a live feed of the same articles doubles and loses nothing", async () => {
  const extensionDir = join(folder, "extension");
  cpSync(".output/chrome-mv3", extensionDir, { recursive: true });
  const profileDir = join(folder, "profile");
  let browser = await openBrowser({ kind: "chromium", extensionDir, profileDir });
  await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === 11, { what: "the edition" });
  const page = await browser.openPage("sidepanel.html");
  await page.waitForSelector(".row");
  await page.keyboard.press("n");
  await page.keyboard.press("s");
  await page.keyboard.press("m");
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).some((one) => one.starred && !one.unread), {
    what: "the flags",
  });
  const before = await articlesOf(evaluateIn(page));
  await browser.close();

  rmSync(extensionDir, { recursive: true });
  cpSync(liveBuild("chromium"), extensionDir, { recursive: true });
  forgetWorkerScript(profileDir);
  const server = await startFeedServer({ port: livePort() });
  server.serveFolder("/", "public/edition");
  browser = await openBrowser({ kind: "chromium", extensionDir, profileDir });
  const feed = await waitUntil(
    async () => {
      const row = await homeFeedOf(browser.evaluateInBackground);
      return row.url.startsWith("http://home.feeds.test") && row.validators.etag !== null ? row : null;
    },
    { what: "the live feed", withinMs: 60_000 },
  );
  expect(feed.trouble).toBeNull();
  expect(server.log.some((request) => request.path === "/feed.json" && request.status === 200)).toBe(true);
  expect(await articlesOf(browser.evaluateInBackground)).toEqual(before);
  await browser.close();
  await server.stop();
}, 120_000);
