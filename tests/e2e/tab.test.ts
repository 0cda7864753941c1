import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const COUNT = 400;
const HOUR = 3_600_000;
const TAGS = ["World", "Science", "Technology", "Culture"];
const WIDE = { width: 1280, height: 800 };

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("the full tab in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;

  const open = async (path: string): Promise<Page> => {
    const page = await browser.openPage(path);
    await page.bringToFront();
    await waitUntil(async () => (await lookAt(page)).rows > 0, { what: `rows of ${path}` });
    return page;
  };

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    const items = makeItems(COUNT, (number) => ({
      publishedAt: new Date(Date.now() - (COUNT - number) * 3 * HOUR).toISOString(),
      tags: [TAGS[number % TAGS.length] ?? ""],
      summary: "Some words. ".repeat(number % 9),
      html: "<p>Text</p>",
    }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
    browser = await openBrowser({ kind, extensionDir: build, viewport: WIDE });
    const page = await browser.openPage("options.html");
    await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === COUNT, { what: "the first load" });
    await page.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("a link opens its list, and a reload stays there", async () => {
    const page = await open("reader.html#/unread/tag/science");
    for (const turn of ["at first", "reloaded"]) {
      await waitUntil(async () => (await lookAt(page)).title === "Science · Unread · Foldline", { what: turn });
      expect((await lookAt(page)).tags).toEqual(["Science"]);
      await evaluateIn(page)(() => location.reload());
      await pause(500);
    }
    await page.close();
  });

  test("a tag that nobody uses says so, and a source that is not followed is everybody's list", async () => {
    const page = await browser.openPage("reader.html#/tag/r%C3%A9sum%C3%A9");
    const text = () => evaluateIn(page)(() => document.querySelector(".empty")?.textContent ?? "");
    await waitUntil(async () => (await text()).startsWith("Nothing in Résumé"), { what: "the empty list" });
    await page.close();
    const other = await open("reader.html#/source/gone");
    await waitUntil(async () => (await lookAt(other)).hash === "#/", { what: "the list of everything" });
    await other.close();
  });

  test("Back leads to the list before, where it was left, and Forward to the one after", async () => {
    const page = await open("reader.html");
    await scrollTo(page, 9000);
    const before = await lookAt(page);
    expect(before.scrolled).toBeGreaterThan(5000);
    await evaluateIn(page)(() => document.querySelectorAll<HTMLElement>(".chip")[2]?.click());
    await waitUntil(async () => (await lookAt(page)).tags.length === 1, { what: "the list of a tag" });
    const tagged = await lookAt(page);
    expect(tagged.hash).toMatch(/^#\/tag\//);
    expect(tagged.scrolled).toBe(0);
    await evaluateIn(page)(() => history.back());
    await waitUntil(async () => isAt(await lookAt(page), before), { what: "the list where it was" });
    await evaluateIn(page)(() => location.reload());
    await pause(500);
    await waitUntil(async () => isAt(await lookAt(page), before), { what: "the reloaded list where it was" });
    await evaluateIn(page)(() => history.forward());
    await waitUntil(async () => (await lookAt(page)).hash === tagged.hash, { what: "the list of the tag" });
    await page.close();
  });

  test("J and K keep focus on the row, the reader follows, and all of it is one step for Back", async () => {
    const page = await open("reader.html#/tag/world");
    const { entries } = await lookAt(page);
    for (const key of ["j", "j", "j", "j", "k"] as const) {
      await page.keyboard.press(key);
      await pause(300);
    }
    await waitUntil(
      async () => {
        const { article, focused } = await lookAt(page);
        return article !== "" && article === focused;
      },
      { what: "the article of the focused row" },
    );
    const reading = await lookAt(page);
    expect(reading.hash).toMatch(/^#\/tag\/world\/article\/\d+$/);
    expect(reading.title).toBe(`${reading.article} · Foldline`);
    expect(reading.entries).toBe(entries + 1);
    await evaluateIn(page)(() => history.back());
    await waitUntil(async () => (await lookAt(page)).article === "", { what: "the list without an article" });
    expect((await lookAt(page)).hash).toBe("#/tag/world");
    await page.close();
  });

  test("rows of another height leave the list where it is", async () => {
    const page = await open("reader.html");
    await scrollTo(page, 6000);
    const before = await lookAt(page);
    await setSettings(page, { density: "compact" });
    await waitUntil(async () => (await lookAt(page)).rowHeight < before.rowHeight - 10, { what: "compact rows" });
    await pause(300);
    expect(isAtInShares(await lookAt(page), before)).toBe(true);
    await setSettings(page, { density: "comfortable" });
    await waitUntil(async () => (await lookAt(page)).rowHeight > before.rowHeight - 10, { what: "comfortable rows" });
    await pause(300);
    expect(isAtInShares(await lookAt(page), before)).toBe(true);
    await page.close();
  });

  test("a panel that is opened again shows the list that it showed, where it was", async () => {
    const first = await open("sidepanel.html");
    await evaluateIn(first)(() => document.querySelector<HTMLElement>(".tabs a, .rail a")?.click());
    await waitUntil(async () => (await lookAt(first)).title === "Unread · Foldline", { what: "the unread" });
    await scrollTo(first, 5000);
    const before = await lookAt(first);
    await pause(200);
    await first.close();
    const second = await open("sidepanel.html");
    await waitUntil(async () => isAt(await lookAt(second), before), { what: "the list where it was" });
    expect((await lookAt(second)).title).toBe("Unread · Foldline");
    await evaluateIn(second)(() => document.querySelectorAll<HTMLElement>(".tabs a, .rail a")[1]?.click());
    await waitUntil(async () => (await lookAt(second)).title === "Foldline", { what: "everything" });
    // What it shows is kept when it is there; the next panel begins with that.
    await pause(300);
    await second.close();
  });

  test("what is done in one window is seen in the other within a second, and nothing moves there", async () => {
    const [tab, panel] = [await open("reader.html#/unread"), await open("sidepanel.html")];
    await tab.bringToFront();
    const [id] = (await lookAt(tab)).ids.slice(3);
    const flag = async (key: "m" | "s" | "l") => {
      await panel.bringToFront();
      await evaluateIn(panel)((row) => document.querySelector<HTMLElement>(`[data-article="${row}"] a`)?.focus(), id);
      await panel.keyboard.press(key);
    };
    const { ids, unread } = await lookAt(tab);
    for (const key of ["m", "s", "l"] as const) await flag(key);
    // Firefox gives a hidden page less time, and nobody sees it.
    await tab.bringToFront();
    expect(await evaluateIn(tab)(seesWithin, { id, unread: unread - 1, ms: 1000 })).toBe("all of it");
    expect((await lookAt(tab)).ids).toEqual(ids);
    await panel.close();
    await tab.close();
  });

  test.runIf(kind === "chromium")(
    "what a person scrolls past is read where that is wanted, and nothing else",
    async () => {
      const page = await open("reader.html");
      const unread = async () => (await lookAt(page)).unread;
      const before = await unread();
      const wheel = async (by: number, times: number) => {
        await page.mouse.move(250, 500);
        for (let i = 0; i < times; i++) {
          await page.mouse.wheel({ deltaY: by });
          await pause(60);
        }
        await pause(1500);
      };
      await wheel(200, 5);
      expect(await unread()).toBe(before);
      await scrollTo(page, 0);
      await setSettings(page, { marksPassed: true });
      await pause(300);
      await scrollTo(page, 3000);
      await pause(1200);
      expect(await unread()).toBe(before);
      await wheel(200, 5);
      const after = await unread();
      expect(before - after).toBeGreaterThanOrEqual(5);
      expect(before - after).toBeLessThanOrEqual(20);
      await wheel(-200, 5);
      expect(await unread()).toBe(after);
      await setSettings(page, { marksPassed: false });
      await page.close();
    },
  );
});

/** Runs in the page, so that the driver's own time does not count: what of the flags has come there. */
async function seesWithin({ id, unread, ms }: { id: number | undefined; unread: number; ms: number }): Promise<string> {
  const textOf = (element: Element | null) => element?.textContent ?? "";
  for (const until = performance.now() + ms; ;) {
    const row = document.querySelector(`[data-article="${id}"]`);
    const count = /\d[\d,]*/.exec(textOf(document.querySelector(".list .ttl p")))?.[0];
    const glyphs = row?.querySelectorAll(".kick svg").length;
    if (row?.matches(".read.gone") && glyphs === 2 && count === String(unread)) return "all of it";
    if (performance.now() > until) return `${row?.className}, ${glyphs} glyphs, ${count} unread`;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Look = {
  rows: number;
  ids: number[];
  tags: string[];
  /** The first row in sight. */
  top: { id: number; offset: number; height: number };
  scrolled: number;
  rowHeight: number;
  /** Of everything. */
  unread: number;
  focused: string;
  article: string;
  title: string;
  hash: string;
  entries: number;
};

const isAt = ({ top }: Look, before: Look): boolean =>
  top.id === before.top.id && Math.abs(top.offset - before.top.offset) < 2;

/** Rows of another height pass by the same share of it. */
const isAtInShares = ({ top }: Look, before: Look): boolean =>
  top.id === before.top.id && Math.abs(top.offset / top.height - before.top.offset / before.top.height) < 0.03;

const lookAt = (page: Page): Promise<Look> =>
  evaluateIn(page)(() => {
    const box = document.querySelector(".list .scroll");
    const edge = box?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll<HTMLElement>(".list [data-article]")];
    const first = rows.find((row) => row.getBoundingClientRect().bottom > edge);
    const textOf = (element: Element | null | undefined) => element?.textContent ?? "";
    const count = /\d[\d,]*/.exec(textOf(document.querySelector(".list .ttl p")))?.[0] ?? "";
    const heights = rows.map((row) => row.offsetHeight);
    return {
      rows: rows.length,
      ids: rows.map((row) => Number(row.dataset.article)),
      tags: [...new Set(rows.map((row) => textOf(row.querySelector(".kick b"))))],
      top: {
        id: Number(first?.dataset.article),
        offset: (first?.getBoundingClientRect().top ?? 0) - edge,
        height: first?.offsetHeight ?? 0,
      },
      scrolled: box?.scrollTop ?? 0,
      rowHeight: heights.reduce((sum, height) => sum + height, 0) / heights.length,
      unread: Number(count.replaceAll(",", "")),
      focused: textOf(document.activeElement?.closest(".row")?.querySelector(".hl")),
      article: textOf(document.querySelector(".art h1")),
      title: document.title,
      hash: location.hash,
      entries: history.length,
    };
  });

/** As a script does it: nobody scrolls. Resolves when the list has come to rest. */
async function scrollTo(page: Page, top: number): Promise<void> {
  // Pages are read as their place comes near.
  for (let at = 0; at < top; at += 1500) {
    await evaluateIn(page)((to) => document.querySelector(".list .scroll")?.scrollTo(0, to), at);
    await pause(120);
  }
  await evaluateIn(page)((to) => document.querySelector(".list .scroll")?.scrollTo(0, to), top);
  await pause(500);
}

const setSettings = (page: Page, change: object): Promise<void> =>
  evaluateIn(page)(async (settings) => {
    const stored = await chrome.storage.local.get("settings");
    await chrome.storage.local.set({ settings: { ...(stored["settings"] as object | undefined), ...settings } });
  }, change);
