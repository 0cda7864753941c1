import { rmSync } from "node:fs";
import type { KeyInput, Page } from "puppeteer-core";
import { newFeed } from "../../lib/db/feeds.ts";
import type { Feed } from "../../lib/model.ts";
import { allowed } from "./allowed.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { startFeedServer, type FeedServer } from "./feedServer.ts";
import { greekNews } from "./greekNews.ts";
import { liveBuild, livePort } from "./live.ts";
import { articleIn, evaluateIn, headlinesIn } from "./reading.ts";
import { articlesOf, putRows, rowsOf } from "./stored.ts";
import { waitUntil } from "./waitUntil.ts";

/** What a person can have before them, and how it is reached from the surface before it on the same page. */
export type Surface = { name: string; reach: (page: Page) => Promise<unknown> };

export type Tour = { path: string; width: number; height: number; surfaces: Surface[] };

const gone = (selector: string) => (page: Page) =>
  waitUntil(async () => !(await page.$(selector)), { what: `the end of ${selector}` });
/** Where something else has not closed it already. */
async function close(page: Page, selector: string): Promise<void> {
  if (!(await page.$(selector))) return;
  await page.keyboard.press("Escape");
  await gone(selector)(page);
}
const there = (page: Page, selector: string) => page.waitForSelector(selector, { visible: true });
export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}
const pressFor = (key: "a" | "?" | "/" | "j" | "Enter" | "Escape", selector: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await there(page, selector);
};

const list: Surface = {
  name: "list",
  reach: (page) => waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 5, { what: "the list" }),
};

const popup: Surface = {
  name: "popup",
  reach: async (page) => {
    await list.reach(page);
    const isLive = () => evaluateIn(page)(() => document.title === chrome.i18n.getMessage("appName"));
    await waitUntil(isLive, { what: "the live popup" });
  },
};

const menuOf =
  (bar: string): Surface["reach"] =>
  async (page) => {
    // It comes when the page has nothing else to do.
    await there(page, `${bar} [aria-haspopup="menu"]`);
    await page.click(`${bar} [aria-haspopup="menu"]`);
    await there(page, ".menu");
  };

const tags: Surface = {
  name: "all tags",
  reach: async (page) => {
    await there(page, ".chiprow > .ib");
    await page.click(".chiprow > .ib");
    await there(page, ".tagrow");
  },
};

const listMenu: Surface = {
  name: "list menu",
  reach: async (page) => {
    await close(page, ".alltags");
    await menuOf(".lhead")(page);
  },
};

const details: Surface = {
  name: "refresh details",
  reach: async (page) => {
    await close(page, ".menu");
    await page.click(".notice.warn .link");
    await there(page, ".sync");
  },
};

const toast: Surface = {
  name: "toast",
  reach: async (page) => {
    await close(page, ".sync");
    await press(page, "Shift", "A");
    await there(page, ".toast");
  },
};

const help: Surface = {
  name: "search, empty",
  reach: async (page) => {
    await page.keyboard.press("z");
    await gone(".toast")(page);
    await pressFor("/", ".found input")(page);
  },
};

const suggestions: Surface = {
  name: "suggestions",
  reach: async (page) => {
    await page.keyboard.type("Κόσ");
    await there(page, ".suggest");
  },
};

const results: Surface = {
  name: "search results",
  reach: async (page) => {
    for (let i = 0; i < "Κόσ".length; i++) await page.keyboard.press("Backspace");
    await page.keyboard.type("χάρτη");
    await there(page, ".found .row");
  },
};

const shortcuts: Surface = {
  name: "shortcuts",
  reach: async (page) => {
    await page.keyboard.press("Escape");
    await close(page, ".found");
    await pressFor("?", ".keysheet[open]")(page);
  },
};

const reader: Surface = {
  name: "reader",
  reach: async (page) => {
    await close(page, ".keysheet[open]");
    await page.focus(".list:not(.found) .hl a");
    await page.keyboard.press("Enter");
    await waitUntil(() => articleIn(evaluateIn(page)), { what: "the article" });
  },
};

const isNoteOpen = (page: Page): Promise<boolean> =>
  evaluateIn(page)(() => {
    const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
    return inner?.querySelector('[aria-expanded="true"]') != null;
  });

const note: Surface = {
  name: "note",
  reach: async (page) => {
    await evaluateIn(page)(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      inner?.querySelector<HTMLElement>("sup a")?.click();
    });
    await waitUntil(() => isNoteOpen(page), { what: "the note" });
  },
};

const articleMenu: Surface = {
  name: "article menu",
  reach: async (page) => {
    if (await isNoteOpen(page)) await page.keyboard.press("Escape");
    await menuOf(".rbar")(page);
  },
};

const find: Surface = {
  name: "find in the article",
  reach: async (page) => {
    await close(page, ".menu");
    await pressFor("/", ".findbar input")(page);
    await page.keyboard.type("χάρτη");
  },
};

const picture: Surface = {
  name: "picture",
  reach: async (page) => {
    await close(page, ".findbar");
    await page.click('.hero img[role="button"]');
    await there(page, ".viewer[open]");
  },
};

const text: Surface = {
  name: "text popover",
  reach: async (page) => {
    await close(page, ".viewer[open]");
    await pressFor("a", ".pop")(page);
  },
};

const menuItem = (icon: number) => (page: Page) =>
  evaluateIn(page)((at) => document.querySelectorAll<HTMLElement>(".feed .menu button")[at]?.click(), icon);

const sourceMenu: Surface = { name: "source menu", reach: menuOf(".feed:nth-of-type(2)") };

const sourceEditor: Surface = {
  name: "source editor",
  reach: async (page) => {
    // The focus may have gone on, and the menu with it.
    if (!(await page.$(".feed .menu"))) await sourceMenu.reach(page);
    await menuItem(0)(page);
    await there(page, ".sedit");
  },
};

const checkUp: Surface = {
  name: "check-up",
  reach: async (page) => {
    await close(page, ".sedit");
    await menuOf(".feed")(page);
    await menuItem(4)(page);
    await there(page, ".doctor .requests li");
  },
};

const network: Surface = {
  name: "network",
  reach: async (page) => {
    await page.click("#network button");
    await there(page, "#network .requests li");
  },
};

const options: Surface = { name: "settings", reach: (page) => there(page, ".feed .err") };

const erase: Surface = {
  name: "question whether to erase",
  reach: async (page) => {
    await page.click("#backup .btn.danger");
    await there(page, "dialog.erase[open]");
  },
};

/** Of a feed beside the home feed, which the browser allows already. */
const preview: Surface = {
  name: "preview",
  reach: async (page) => {
    const home = await page.$eval("#sources .feed p[title]", (line) => line.getAttribute("title") ?? "");
    await page.focus("#add");
    await page.keyboard.type(new URL(OTHER_PATH, home).href);
    await page.keyboard.press("Enter");
    await there(page, ".offer .hosts");
  },
};

const hello: Surface = { name: "welcome", reach: (page) => there(page, ".fr h1") };
const step = (name: string, hash: string, selector: string): Surface => ({
  name,
  reach: async (page) => {
    await page.click(`.ft a[href="${hash}"]`);
    await there(page, selector);
  },
});

/** Of a store with which nothing is wrong. */
const repair: Surface = { name: "repair", reach: (page) => there(page, ".repair .btn.primary") };

export const TOURS: Tour[] = [
  { path: "popup.html", width: 380, height: 560, surfaces: [popup] },
  {
    path: "sidepanel.html",
    width: 400,
    height: 800,
    surfaces: [
      list,
      tags,
      listMenu,
      details,
      toast,
      help,
      suggestions,
      results,
      shortcuts,
      reader,
      note,
      articleMenu,
      find,
      picture,
      text,
    ],
  },
  { path: "reader.html", width: 1280, height: 800, surfaces: [{ ...reader, name: "two panes" }] },
  {
    path: "options.html",
    width: 900,
    height: 900,
    surfaces: [options, sourceMenu, sourceEditor, checkUp, network, preview, erase],
  },
  {
    path: "welcome.html",
    width: 900,
    height: 900,
    surfaces: [hello, step("topics", "#topics", ".pick"), step("how to be told", "#told", ".opts")],
  },
  { path: "repair.html", width: 900, height: 900, surfaces: [repair] },
];

export function tourOf(path: string): Tour {
  const tour = TOURS.find((one) => one.path === path);
  if (!tour) throw new Error(`There is no tour of ${path}`);
  return tour;
}

/** `prepare` happens before the page's own scripts run. */
export async function openTour(
  browser: TestBrowser,
  tour: Tour,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Page> {
  // The panel would go on where the tour before has left it.
  await browser.evaluateInBackground(() => chrome.storage.session.clear());
  const page = await browser.driver.newPage();
  await page.setViewport({ width: tour.width, height: tour.height });
  await prepare(page);
  await page.goto(`${browser.extensionOrigin}/${tour.path}`);
  await page.bringToFront();
  return page;
}

/** Resolves when the page is laid out in its new size. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** A browser whose store holds something for every surface. */
export async function openSurfaces(): Promise<{ browser: TestBrowser; close: () => Promise<void> }> {
  const server = await startFeedServer({ port: livePort() });
  await serveSurfaces(server);
  const extensionDir = allowed(liveBuild("chromium"));
  const browser = await openBrowser({ kind: "chromium", extensionDir });
  await storeSurfaces(browser);
  const close = async () => {
    await browser.close();
    rmSync(extensionDir, { recursive: true, force: true });
    await server.stop();
  };
  return { browser, close };
}

const OTHER_PATH = "/other.json";

/** The news of one source, and another source that does not answer. */
async function serveSurfaces(server: FeedServer): Promise<void> {
  const pictureUrl = `${server.origin()}/delta.webp`;
  server.serve("/feed.json", { body: greekNews(pictureUrl) });
  server.serve(OTHER_PATH, { body: greekNews(`${server.origin("a")}/delta.webp`) });
  server.serveFolder("/", "public/edition/images");
}

async function storeSurfaces(browser: TestBrowser): Promise<void> {
  const evaluate = browser.evaluateInBackground;
  await waitUntil(async () => (await articlesOf(evaluate)).length === 12, { what: "the articles", withinMs: 60_000 });
  const [home] = await rowsOf<Feed>(evaluate, "feeds");
  const now = Date.now();
  const quiet: Feed = {
    ...newFeed({ id: "quiet", url: "https://quiet.example/feed", title: "Ήσυχο εργαστήριο", homeUrl: null }, now),
    nextFetchAt: now + 3_600_000,
    lastTriedAt: now,
    lastFetchedAt: now - 3_600_000,
    failures: 1,
    trouble: { kind: "serverError", at: now, status: 503 },
  };
  await putRows(evaluate, "feeds", [quiet, { ...home, nextFetchAt: now + 3_600_000 }]);
}
