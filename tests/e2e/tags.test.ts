import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { handsOnPage, type Hands } from "../support/hands.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const TAGS = ["World", "JS", "JavaScript", "Sport"];
const COUNT = 40;

describe.each<BrowserKind>(["chromium", "firefox"])("tags in %s", (kind) => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    const items = makeItems(COUNT, (number) => ({ html: "<p>Text</p>", tags: [TAGS[number % TAGS.length] ?? ""] }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
    browser = await openBrowser({
      kind,
      extensionDir: liveBuild(kind),
      viewport: { width: 1280, height: 900 },
    });
    page = await browser.openPage("reader.html");
    await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === COUNT, { what: "the articles" });
    await page.waitForSelector(".list .row");
    hands = handsOnPage(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const tagsOf = async () => {
    const rows = await articlesOf(evaluateIn(page));
    return Object.fromEntries(["world", "js", "javascript", "sport"].map((tag) => [tag, countOf(rows, tag)]));
  };
  const countOf = (rows: { tags: string[] }[], tag: string) => rows.filter(({ tags }) => tags.includes(tag)).length;
  const badge = () => browser.evaluateInBackground(() => chrome.action.getBadgeText({}));
  const hash = () => evaluateIn(page)(() => location.hash);

  test("by keys alone alike tags are merged, and Z takes it back", async () => {
    await hands.press("g");
    await hands.pressUntil("t", () => document.querySelectorAll(".tagrow").length === 4);
    expect(await hash()).toBe("#/tags");
    await hands.watchFocus();
    // From the heading through the field of the order to the first suggestion.
    await hands.press("Tab", "Tab");
    await hands.see(() => document.activeElement?.getAttribute("aria-label") === "Merge Js into Javascript");
    await hands.press("Enter");
    await waitUntil(async () => (await tagsOf())["javascript"] === 20, { what: "the merged articles" });
    await hands.see(() => document.querySelectorAll(".tagrow").length === 3);
    await hands.press("z");
    await waitUntil(async () => (await tagsOf())["js"] === 10, { what: "the articles of before" });
    expect(await hands.lostFocus()).toBe(0);
  });

  test("a tag's page mutes it: its articles leave the list of everything, its numbers and the toolbar's", async () => {
    await evaluateIn(page)(() => document.querySelector<HTMLElement>('[data-tag="sport"]')?.click());
    await hands.see(() => document.querySelector(".tagtitle h1")?.textContent === "Sport");
    expect(await hash()).toBe("#/tag/sport");
    await page.waitForSelector('.tagtitle [aria-label="Mute Sport"]');
    await page.click('.tagtitle [aria-label="Mute Sport"]');
    await waitUntil(async () => (await badge()) === "30", { what: "the badge without them" });
    expect(await evaluateIn(page)(() => document.querySelectorAll(".list .row").length)).toBe(10);
    await evaluateIn(page)(() => history.back());
    await hands.see(() => document.querySelectorAll(".alltags .tagrow.muted").length === 1);
    expect(await hash()).toBe("#/tags");
  });

  test("a pinned and renamed tag is the popup's first chip, by its new name", async () => {
    await evaluateIn(page)(() => document.querySelector<HTMLElement>('[aria-label="Pin World"]')?.click());
    await hands.see(() => document.querySelector('[aria-label="Pin World"]')?.getAttribute("aria-pressed") === "true");
    await evaluateIn(page)(() => document.querySelector<HTMLElement>('[aria-label="Edit World"]')?.click());
    await hands.see(() => document.activeElement?.matches(".tagedit input") ?? false);
    await hands.type("Planet");
    await hands.press("Enter");
    await hands.see(() => document.querySelector('[aria-label="Edit Planet"]') !== null);
    const popup = await browser.openPage("popup.html");
    const chips = () =>
      evaluateIn(popup)(() => [...document.querySelectorAll(".chip bdi")].map((chip) => chip.textContent));
    await waitUntil(async () => (await chips())[1] === "Planet", { what: "the chip" });
    expect(await chips()).not.toContain("Sport");
    await popup.close();
  });
});
