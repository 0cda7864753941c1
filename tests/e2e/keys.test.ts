import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { handsOnPage, type Hands } from "../support/hands.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn, isTextThere } from "../support/reading.ts";
import { articlesOf, letTimePass, refreshByAlarm } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const COUNT = 50;
const PARAGRAPH = `<p>${"Some words of a report that is long enough to be read on. ".repeat(8)}</p>`;
const itemsOf = (count: number) =>
  makeItems(count, (number) => ({
    title: `Report ${number}`,
    tags: [number % 2 === 0 ? "World" : "Science"],
    html: PARAGRAPH.repeat(8),
  }));

let server: FeedServer;
let browser: TestBrowser;
let page: Page;
let hands: Hands;

/** The panel's page in Chromium, the full tab as narrow as a panel in Firefox: real keys, real focus. */
describe.each<{ kind: BrowserKind; build: string; path: string }>([
  { kind: "chromium", build: liveBuild("chromium"), path: "sidepanel.html" },
  { kind: "firefox", build: liveBuild("firefox"), path: "reader.html" },
])("keys in $kind", ({ kind, build, path }) => {
  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: itemsOf(COUNT) }), etag: true });
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 400, height: 800 } });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === COUNT, {
      what: "the articles",
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  beforeEach(async () => {
    // At its list, and not where a panel was left.
    await browser.evaluateInBackground(() => chrome.storage.session.clear());
    page = await browser.openPage(path);
    await page.bringToFront();
    hands = handsOnPage(page);
    await hands.see(() => document.querySelector(".row .hl a") !== null);
    await hands.pressUntil(
      "Home",
      () => document.activeElement?.closest(".row")?.getAttribute("aria-posinset") === "1",
    );
  });
  afterEach(async () => {
    for (const other of (await browser.driver.pages()).slice(1)) await other.close();
  });

  describe("in the list", () => {
    test.each<{ key: KeyInput; from: number; to: number }>([
      { key: "j", from: 1, to: 2 },
      { key: "k", from: 3, to: 2 },
      { key: "ArrowDown", from: 1, to: 2 },
      { key: "ArrowUp", from: 2, to: 1 },
      { key: "n", from: 1, to: 2 },
      { key: "p", from: 2, to: 1 },
      { key: "Home", from: 4, to: 1 },
    ])("$key goes from row $from to row $to", async ({ key, from, to }) => {
      for (let at = 1; at < from; at++) await hands.press("j");
      await seeRow(from);
      await hands.press(key);
      await seeRow(to);
      expect(await hands.evaluate(openHeadline)).toBeNull();
    });

    test("End goes to the last row that is there", async () => {
      await hands.press("End");
      const position = () => Number(document.activeElement?.closest(".row")?.getAttribute("aria-posinset"));
      await waitUntil(async () => (await hands.evaluate(position)) > 10, { what: "a row far down" });
    });

    test.each<KeyInput>(["Enter", "o"])("%s opens the article, and it can be read", async (key) => {
      await hands.press("j", key);
      await seeArticle(titleAt(2));
      await hands.see(() => document.activeElement?.matches(".art h1") ?? false);
    });

    test("M turns read and unread, S the star, L the bookmark; held down, each turns once", async () => {
      await hands.see(() => document.querySelector(".row[aria-posinset='1'] button") !== null);
      for (const [key, flag] of [
        ["m", "unread"],
        ["s", "starred"],
        ["l", "later"],
      ] as const) {
        const before = (await articleAt(1))[flag];
        const look = await hands.evaluate(lookOfFirstRow);
        await hold(key, 4);
        await waitUntil(async () => (await articleAt(1))[flag] !== before, { what: `the flag of ${key}` });
        await waitUntil(async () => (await hands.evaluate(lookOfFirstRow)) !== look, { what: "its look" });
        await hands.press(key);
        await waitUntil(async () => (await articleAt(1))[flag] === before, { what: `the flag of ${key} back` });
        await waitUntil(async () => (await hands.evaluate(lookOfFirstRow)) === look, { what: "its look back" });
      }
    });

    test("J held down walks", async () => {
      await hold("j", 5);
      await seeRow(6);
    });

    test("/ searches; Escape clears the search, closes it, and then clears the filter", async () => {
      await hands.press("2");
      await seePressed("World");
      await hands.pressUntil("/", () => document.activeElement?.matches(".searchbar input") ?? false);
      // Letters are typed here.
      await hands.type("jmz");
      await hands.see(() => document.querySelector<HTMLInputElement>(".searchbar input")?.value === "jmz");
      await hands.press("Escape");
      await hands.see(() => document.querySelector<HTMLInputElement>(".searchbar input")?.value === "");
      await hands.pressUntil("Escape", () => document.querySelector(".searchbar") === null);
      await hands.press("Escape");
      await seePressed("All");
    });

    test("1 to 9 choose tags, U what is unread, G and a letter a view", async () => {
      await hands.press("3");
      await seePressed("Science");
      await hands.press("1");
      await seePressed("All");
      await hands.press("u");
      await seeView("Unread");
      await hands.press("u");
      await seeView("All");
      for (const [letter, view] of [
        ["u", "Unread"],
        ["s", "Starred"],
        ["l", "Later"],
        ["a", "All"],
      ] as const) {
        await hands.press("g", letter);
        await seeView(view);
      }
    });

    test("Shift+A marks all read, Z undoes it", async () => {
      const unread = async () => (await stored()).filter((article) => article.unread === 1).length;
      const before = await unread();
      await hands.press("A");
      await waitUntil(async () => (await unread()) === 0, { what: "nothing unread" });
      await hands.press("z");
      await waitUntil(async () => (await unread()) === before, { what: "the Undo" });
    });

    test("R asks for this source, Shift+R for all", async () => {
      const ear = await browser.openPage("options.html");
      await evaluateIn(ear)(() => {
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        chrome.runtime.onMessage.addListener((message) => void heard.push(message));
      });
      const asked = () =>
        evaluateIn(ear)(() => {
          const { heard } = window as unknown as { heard: { which: unknown }[] };
          return heard.filter(({ which }) => which === "all").length;
        });
      await page.bringToFront();
      for (const [times, key] of [
        [1, "r"],
        [2, "R"],
      ] as const) {
        await hands.press(key);
        await waitUntil(async () => (await asked()) === times, { what: `the message of ${key}` });
        await hands.see(() => document.querySelector(".lhead .ring") === null);
      }
    });

    test("A opens theme and text over the list, Escape closes it, and focus is back", async () => {
      await hands.pressUntil("a", () => document.activeElement?.matches(".pop input") ?? false);
      await hands.pressUntil("Escape", () => document.querySelector(".pop") === null);
      await seeRow(1);
    });

    test("V and B open the original behind, Shift+O the full tab", async () => {
      for (const key of ["v", "b"] as const) {
        const before = await tabs();
        await hands.press(key);
        await waitUntil(async () => (await tabs()) === before + 1, { what: `the tab of ${key}` });
        expect(await hands.evaluate(() => document.visibilityState)).toBe("visible");
      }
      const before = await tabs();
      await hands.press("O");
      await waitUntil(async () => (await tabs()) === before + 1, { what: "the full tab" });
      await page.bringToFront();
    });

    test("a comma opens the settings", async () => {
      const before = await tabs();
      await hands.press(",");
      await waitUntil(async () => (await tabs()) === before + 1, { what: "the settings" });
    });

    test("? opens the sheet; Tab stays in it, J leaves the list alone, Escape leads back to the row", async () => {
      await hands.pressUntil("?", () => document.activeElement?.closest("dialog") instanceof Element);
      for (let i = 0; i < 6; i++) {
        await hands.press("Tab");
        expect(await hands.evaluate(() => document.activeElement?.closest("dialog") instanceof Element)).toBe(true);
      }
      await hands.press("j");
      await hands.pressUntil("Escape", () => document.querySelector("dialog") === null);
      await seeRow(1);
    });

    test("with Ctrl, Alt or Meta a letter is the browser's", async () => {
      for (const held of ["Control", "Alt"] as const) {
        await page.keyboard.down(held);
        await page.keyboard.press("j");
        await page.keyboard.up(held);
      }
      await seeRow(1);
    });
  });

  describe("in an article", () => {
    beforeEach(async () => {
      await hands.press("Enter");
      await seeArticle(titleAt(1));
      await hands.see(isTextThere);
    });

    test("J and K go to the next one and back; the arrows scroll", async () => {
      await hands.press("j");
      await seeArticle(titleAt(2));
      await hands.press("k");
      await seeArticle(titleAt(1));
      await hands.press("ArrowDown");
      await hands.see(() => (document.querySelector(".art")?.closest(".scroll")?.scrollTop ?? 0) > 0);
      expect(await hands.evaluate(openHeadline)).toBe(titleAt(1));
    });

    test("N and P do nothing", async () => {
      await hands.press("n", "p");
      expect(await hands.evaluate(openHeadline)).toBe(titleAt(1));
    });

    test("Space pages on, Shift and Space back, and at the end Space opens the next unread one", async () => {
      const top = () => document.querySelector(".art")?.closest(".scroll")?.scrollTop ?? 0;
      // One that nobody has been in before: others open where they were left.
      await hands.press("Escape", "j", "j", "j", "Enter");
      await seeArticle(titleAt(4));
      await hands.see(isTextThere);
      await hands.press(" ");
      await waitUntil(async () => (await hands.evaluate(top)) > 300, { what: "a page down" });
      await pressWithShift(" ");
      await waitUntil(async () => (await hands.evaluate(top)) < 10, { what: "a page up" });
      for (let pages = 0; !(await hands.evaluate(isAtEnd)) && pages < 20; pages++) await hands.press(" ");
      await hands.press(" ");
      await waitUntil(async () => (await hands.evaluate(openHeadline)) !== titleAt(4), { what: "the next unread" });
    });

    test.each<KeyInput>(["Escape", "Backspace"])("%s leads back to the row", async (key) => {
      await hands.press(key);
      await seeRow(1);
    });

    test("Alt and the left arrow lead back to the row", async () => {
      await page.keyboard.down("Alt");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.up("Alt");
      await seeRow(1);
    });

    test("keys work from within the text as well", async () => {
      await page.mouse.click(200, 600);
      await hands.see(() => document.activeElement?.matches("iframe") ?? false);
      await hands.press("j");
      await seeArticle(titleAt(2));
    });

    test("S and L turn star and bookmark, M keeps it unread", async () => {
      await hands.press("s", "l", "m");
      await waitUntil(async () => isFlagged(await articleAt(1), { starred: 1, later: 1, unread: 1 }), {
        what: "flags",
      });
      await hands.press("s", "l");
      await waitUntil(async () => isFlagged(await articleAt(1), { starred: 0, later: 0, unread: 1 }), {
        what: "flags",
      });
    });

    test("A opens theme and text; plus, minus and 0 change the size", async () => {
      const size = () => document.documentElement.style.getPropertyValue("--read-size");
      const becomes = (rem: string) =>
        waitUntil(async () => (await hands.evaluate(size)) === rem, { what: `a size of ${rem}` });
      await hands.pressUntil("a", () => document.querySelector(".pop") !== null);
      await hands.pressUntil("Escape", () => document.querySelector(".pop") === null);
      await hands.press("+");
      await becomes("1.1875rem");
      await hands.press("-", "-");
      await becomes("1.0625rem");
      await hands.press("0");
      await becomes("1.125rem");
    });

    test("/ finds in the article", async () => {
      await hands.press("/");
      await hands.see(() => document.activeElement?.matches(".reader input") ?? false);
    });

    test("a view, a tag and U lead from it to their list", async () => {
      for (const keys of [["g", "s"], ["u"], ["2"]] as const) {
        await hands.press(...keys);
        await hands.see(() => document.querySelector(".art") === null);
        await hands.press("g", "a", "1", "Home");
        await seeRow(1);
        await hands.press("Enter");
        await seeArticle(titleAt(1));
      }
    });
  });

  test("a full stop shows what is new, in the list and from an article", async () => {
    server.serve("/feed.json", { body: makeJsonFeed({ items: itemsOf(COUNT + 1) }), etag: true });
    await letTimePass(evaluateIn(page));
    await refreshByAlarm(evaluateIn(page));
    await hands.see(() => document.querySelector(".pill") !== null);
    await hands.press("Enter");
    await seeArticle(titleAt(1));
    await hands.press(".");
    await hands.see(() => document.activeElement?.closest(".row")?.querySelector(".hl")?.textContent === "Report 51");
  });

  describe("as a person sets them", () => {
    let settings: Page;
    const setting = async (name: string) => {
      await settings.bringToFront();
      const rows = await settings.$$(".keyrow");
      for (const row of rows) if ((await row.evaluate((it) => it.firstChild?.textContent)) === name) await row.focus();
      await settings.keyboard.press("Enter");
      await settings.waitForSelector(".keyedit input");
    };

    beforeEach(async () => {
      settings = await browser.openPage("options.html#keyboard");
      await settings.waitForSelector(".keyrow");
    });
    afterEach(async () => {
      await evaluateIn(settings)(() => chrome.storage.local.remove("settings"));
    });

    test("a key that is set works at once in a page that is open, and the old one no more", async () => {
      await setting("Star");
      await settings.keyboard.press("f");
      await settings.keyboard.press("Escape");
      await page.bringToFront();
      await hands.see(() => document.querySelector(".row button.star")?.getAttribute("title") === "Star (F)");
      const before = await articleAt(1);
      await hands.press("s");
      await hands.press("f");
      await waitUntil(async () => (await articleAt(1)).starred !== before.starred, { what: "the star" });
      await hands.press("f");
      await waitUntil(async () => (await articleAt(1)).starred === before.starred, { what: "the star gone" });
      await hands.pressUntil("?", () => document.querySelector("dialog dd") !== null);
      const star = () =>
        [...document.querySelectorAll("dt")].find((name) => name.textContent === "Star")?.nextElementSibling
          ?.textContent;
      expect(await hands.evaluate(star)).toBe("F");
    });

    test("with all single keys off, arrows, Enter, Space and Escape still lead through everything", async () => {
      await settings.bringToFront();
      await settings.focus("#single-keys");
      await settings.keyboard.press(" ");
      await page.bringToFront();
      await hands.see(() => document.querySelector(".row button.star")?.getAttribute("title") === "Star");
      await hands.press("j", "s", "u", "2", "?", "g", "s");
      await seeRow(1);
      await seeView("All");
      expect((await articleAt(1)).starred).toBe(0);
      await hands.press("ArrowDown");
      await seeRow(2);
      await hands.press("Enter");
      await seeArticle(await headlineOfRow(2));
      await hands.press("j");
      await hands.press("Escape");
      await seeRow(2);
    });
  });

  test.runIf(kind === "chromium")(
    "what other keyboards, Caps Lock and an input method type is understood",
    async () => {
      const session = await page.createCDPSession();
      const type = async (
        key: string,
        more: { code?: string; modifiers?: number; windowsVirtualKeyCode?: number } = {},
      ) => {
        await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, ...more });
        await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, ...more });
      };
      await type("о", { code: "KeyJ" });
      await seeRow(2);
      await type("Process", { code: "KeyJ", windowsVirtualKeyCode: 229 });
      await type("Dead", { code: "KeyJ" });
      await seeRow(2);
      await type("κ", { code: "KeyK" });
      await seeRow(1);
    },
  );
});

const stored = () => articlesOf(evaluateIn(page));
const titleAt = (row: number) => `Report ${COUNT + 1 - row}`;
const isFlagged = (article: Article, flags: Partial<Article>) =>
  expect.objectContaining(flags).asymmetricMatch(article);

async function articleAt(row: number): Promise<Article> {
  const title = await headlineOfRow(row);
  const found = (await stored()).find((article) => article.title === title);
  if (!found) throw new Error(`No article at row ${row}`);
  return found;
}

const headlineOfRow = async (row: number): Promise<string> =>
  (await hands.evaluate(
    (position) => document.querySelector(`.row[aria-posinset="${position}"] .hl`)?.textContent,
    row,
  )) ?? "";

const seeRow = (row: number) =>
  waitUntil(async () => (await hands.evaluate(rowInFocus)) === String(row), { what: `focus on row ${row}` });
const seeArticle = (title: string) =>
  waitUntil(async () => (await hands.evaluate(openHeadline)) === title, { what: title });
const seeView = (name: string) =>
  waitUntil(async () => (await hands.evaluate(presentView))?.startsWith(name), { what: `the view ${name}` });
const seePressed = (tag: string) =>
  waitUntil(async () => (await hands.evaluate(presentTag)) === tag, { what: `the tag ${tag}` });

async function pressWithShift(key: KeyInput): Promise<void> {
  await page.keyboard.down("Shift");
  await page.keyboard.press(key);
  await page.keyboard.up("Shift");
}

/** As a keyboard does it that repeats while a key is held. */
async function hold(key: KeyInput, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

const tabs = () => hands.evaluate(() => chrome.tabs.query({}).then((all) => all.length));

// ── Run in the page. ──

function rowInFocus(): string | null {
  return document.activeElement?.closest(".row")?.getAttribute("aria-posinset") ?? null;
}

function lookOfFirstRow(): string {
  const row = document.querySelector(".row[aria-posinset='1']");
  const pressed = Array.from(row?.querySelectorAll("button") ?? [], (each) => each.getAttribute("aria-label"));
  return JSON.stringify([row?.classList.contains("read"), pressed]);
}

function openHeadline(): string | null {
  return document.querySelector(".art h1")?.textContent ?? null;
}

function presentView(): string | undefined {
  return document.querySelector(".tabs [aria-current]")?.textContent ?? undefined;
}

function presentTag(): string | undefined {
  return document.querySelector(".chips [aria-pressed=true] bdi")?.textContent ?? undefined;
}

function isAtEnd(): boolean {
  const box = document.querySelector(".art")?.closest(".scroll");
  return box !== null && box !== undefined && box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
}
