import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { handsOnPage, handsOnSurface, type Hands } from "../support/hands.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { openHeadline, isTextThere } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const COUNT = 200;
const PARAGRAPH = `<p>${"Some words of a report that is long enough to be read on. ".repeat(8)}</p>`;
const ITEMS = makeItems(COUNT, (number) => ({
  title: `Report ${number}`,
  summary: `Summary of report ${number}.`,
  tags: [number % 2 === 0 ? "World" : "Science"],
  html: number > COUNT - 8 ? PARAGRAPH.repeat(8) : `<p>The text of number ${number}.</p>`,
}));

describe.each<{ kind: BrowserKind; build: string; panel: string }>([
  { kind: "chromium", build: liveBuild("chromium"), panel: "side panel" },
  { kind: "firefox", build: liveBuild("firefox"), panel: "sidebar" },
])("reading in $kind", ({ kind, build, panel }) => {
  let server: FeedServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: ITEMS }), etag: true });
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 1280, height: 800 } });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === COUNT, {
      what: "the articles",
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  describe(`from the popup, in the ${panel}`, () => {
    let hands: Hands;
    test("a headline opens by keys alone", async () => {
      const popup = await browser.openRealPopup();
      const onPopup = handsOnSurface(popup);
      await onPopup.see(() => document.querySelector(".row .hl a") !== null);
      await onPopup.press("j", "j");
      const headline = await onPopup.see(() => {
        const [, second] = document.querySelectorAll(".row .hl");
        return second?.contains(document.activeElement) ? second.textContent : null;
      });
      // It may close before the key is up again.
      await popup.press("Enter").catch(() => undefined);
      hands = handsOnSurface(await browser.realSidePanel());
      expect(await hands.see(openHeadline)).toBe(headline);
      await hands.see(() => document.activeElement?.matches(".art h1") ?? false);
      await hands.watchFocus();
      await hands.press("Escape");
      await hands.see(() => document.activeElement?.closest(".row") !== null);
    });
    readByKeys(() => hands);
  });

  describe("in the full tab", () => {
    let hands: Hands;
    test("the first J goes to the first headline", async () => {
      const page = await browser.openPage("reader.html");
      await page.bringToFront();
      hands = handsOnPage(page);
      await hands.see(() => document.querySelector(".row .hl a") !== null);
      await hands.pressUntil("j", () => document.activeElement?.closest(".row")?.getAttribute("aria-posinset") === "1");
      await hands.watchFocus();
    });
    readByKeys(() => hands);
  });
});

/** From a row that has the focus: what a reader does all day. */
function readByKeys(handsNow: () => Hands): void {
  const stored = () => articlesOf(handsNow().evaluate);
  const articleOf = async (title: string) => (await stored()).find((article) => article.title === title);
  const becomes = (title: string, flags: Partial<Article>) =>
    waitUntil(async () => expect.objectContaining(flags).asymmetricMatch(await articleOf(title)), {
      what: `${title} to be ${JSON.stringify(flags)}`,
    });
  const unread = async () => (await stored()).filter((article) => article.unread === 1).map(({ id }) => id);

  test("Space reads on to the end, and then opens the next unread article", async () => {
    const hands = handsNow();
    const title = await hands.pressUntil("Enter", openHeadline);
    await hands.see(() => document.activeElement?.matches(".art h1") ?? false);
    await hands.see(isTextThere);
    let pages = 0;
    for (; !(await hands.evaluate(isAtEnd)); pages++) await hands.press(" ");
    expect(pages).toBeGreaterThan(1);
    expect(await hands.evaluate(openHeadline)).toBe(title);
    await hands.press(" ");
    await waitUntil(async () => (await hands.evaluate(openHeadline)) !== title, { what: "the next article" });
    await becomes(title, { unread: 0 });
  });

  test("its star and its bookmark change, and Escape leads back to its row", async () => {
    const hands = handsNow();
    const title = await hands.see(openHeadline);
    const before = await articleOf(title);
    await hands.press("s", "l");
    await becomes(title, { starred: before?.starred ? 0 : 1, later: before?.later ? 0 : 1 });
    await hands.press("Escape");
    expect(await hands.see(() => document.activeElement?.closest(".row .hl")?.textContent ?? null)).toBe(title);
  });

  test("all are marked read and, by Undo, unread as they were", async () => {
    const hands = handsNow();
    // Beside the list the article before is still open, and will have been read in a moment.
    const open = await hands.evaluate(openHeadline);
    if (open !== null) await becomes(open, { unread: 0 });
    const before = await unread();
    await hands.press("A");
    await waitUntil(async () => (await unread()).length === 0, { what: "nothing unread" });
    await hands.see(() => document.querySelector(".toast") !== null);
    await hands.press("z");
    await waitUntil(async () => (await unread()).length === before.length, { what: "the Undo" });
    expect(await unread()).toEqual(before);
  });

  test("a row is marked, and marked back", async () => {
    const hands = handsNow();
    const title = await hands.pressUntil("j", () => document.activeElement?.closest(".row .hl")?.textContent ?? null);
    const was = (await articleOf(title))?.unread ?? 0;
    await hands.press("m");
    await becomes(title, { unread: was === 1 ? 0 : 1 });
    await hands.press("m");
    await becomes(title, { unread: was });
  });

  test("a number switches the tag, and 1 shows all again", async () => {
    const hands = handsNow();
    const count = () => document.querySelector(".row")?.getAttribute("aria-setsize") ?? null;
    await hands.press("2");
    await waitUntil(async () => (await hands.evaluate(count)) === String(COUNT / 2), { what: "half of them" });
    await hands.press("1");
    await waitUntil(async () => (await hands.evaluate(count)) === String(COUNT), { what: "all of them" });
  });

  test("a search is typed, its article read, and left the same way", async () => {
    const hands = handsNow();
    await hands.pressUntil("/", () => document.activeElement?.matches(".searchbar input") ?? false);
    await hands.type("157");
    await hands.see(() => document.querySelectorAll(".found .row").length === 1);
    await hands.pressUntil("Enter", () => document.activeElement?.matches(".found .row *") ?? false);
    await hands.press("Enter");
    await waitUntil(async () => (await hands.evaluate(openHeadline)) === "Report 157", { what: "the article found" });
    await hands.pressUntil("Escape", () => document.activeElement?.matches(".found .row *") ?? false);
    await hands.pressUntil("/", () => document.activeElement?.matches(".searchbar input") ?? false);
    await hands.press("Escape", "Escape");
    await hands.see(() => document.querySelector(".searchbar") === null);
    await hands.see(() => document.activeElement?.closest(".list:not(.found)") !== null);
  });

  test("focus was never nowhere", async () => {
    expect(await handsNow().lostFocus()).toBe(0);
  });
}

// ── Run in the page. ──

function isAtEnd(): boolean {
  const box = document.querySelector(".art")?.closest(".scroll");
  return box !== null && box !== undefined && box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
}
