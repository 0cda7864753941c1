import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { connectPrivileged } from "../support/firefoxPrivileged.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const ITEMS = makeItems(30, (number) => ({
  title: `Report ${number}`,
  summary: `Summary of report ${number}.`,
  html: `<p>The text of number ${number}${number % 10 === 3 ? " tells of a <b>glacier</b> and its bridge" : ""}.</p>`,
  tags: ["Science"],
}));

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("search in $kind", ({ kind, build }) => {
  const profileDir = mkdtempSync(join(tmpdir(), "foldline-search-"));
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: ITEMS }), etag: true });
    browser = await openBrowser({ kind, extensionDir: build, profileDir, viewport: { width: 400, height: 900 } });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === ITEMS.length, {
      what: "the articles",
    });
    page = await browser.openPage("sidepanel.html");
    await page.waitForSelector(".row");
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  const look = <Result>(run: () => Result) => evaluateIn(page)(run);
  const found = () => look(() => [...document.querySelectorAll(".found .row .hl")].map((row) => row.textContent));
  const status = () => look(() => document.querySelector(".found [role=status].hits")?.textContent ?? "");
  const said = (text: string, of: () => Promise<string>) =>
    waitUntil(async () => (await of()) === text, { what: text });

  test("a word of the text finds its articles, and says why", async () => {
    await page.keyboard.press("/");
    await page.waitForSelector(".searchbar input");
    await waitUntil(() => look(() => document.activeElement?.matches(".searchbar input")), {
      what: "focus in the field",
    });
    await page.keyboard.type("glacier");
    await said("3 matches in 30 articles", status);
    expect((await found()).sort()).toEqual(["Report 13", "Report 23", "Report 3"]);
    // The snippets follow the rows.
    const marked = () =>
      look(() => Array.from(document.querySelectorAll(".found .de mark"), (mark) => mark.textContent).join(" "));
    await said("glacier glacier glacier", marked);
  });

  test("an article opens from it, and Escape leads back to its row", async () => {
    await page.keyboard.press("Enter");
    await waitUntil(() => look(() => document.activeElement?.closest(".found .row") instanceof Element), {
      what: "focus on a row",
    });
    const first = (await found())[0];
    await page.keyboard.press("Enter");
    await waitUntil(() => look(() => document.querySelector(".art h1")?.textContent ?? null), { what: "the article" });
    expect(await look(() => document.querySelector(".art h1")?.textContent)).toBe(first);
    await page.keyboard.press("Escape");
    await waitUntil(() => look(() => document.activeElement?.closest(".found .row") instanceof Element), {
      what: "its row",
    });
    expect(await look(() => document.activeElement?.textContent)).toBe(first);
    expect(await look(() => document.querySelector<HTMLInputElement>(".searchbar input")?.value)).toBe("glacier");
  });

  test("with the server gone it finds the same, phrases and all", async () => {
    await server.stop();
    await page.keyboard.press("/");
    await waitUntil(() => look(() => document.activeElement?.matches(".searchbar input")), {
      what: "focus in the field",
    });
    await page.keyboard.type('"glacier and its bridge" -23');
    await said("2 matches in 30 articles", status);
    expect((await found()).sort()).toEqual(["Report 13", "Report 3"]);
  });

  test("a text that is no query is said plainly, and searched", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.type('"glacier bridge');
    await said("3 matches in 30 articles", status);
    const notice = () => look(() => document.querySelector(".found .notice")?.textContent ?? "");
    await said("The quotation mark has no partner; searching for the words as they stand.", notice);
  });

  test("the address bar suggests articles, and Enter on the text opens the search in the full tab", async () => {
    const suggested = await typeAddress(browser, "report 1");
    expect(suggested).toHaveLength(6);
    expect(suggested[0]?.content).toMatch(/^#\/article\/\d+$/);
    expect(suggested[0]?.description.replace(/<\/?match>/g, "")).toMatch(/^Report 1/);
    await enterAddress(browser, "glacier");
    const tab = await waitUntil(() => searchTab(browser), { what: "the search in a tab" });
    const rows = () => evaluateIn(tab)(() => document.querySelectorAll(".found .row").length);
    await waitUntil(async () => (await rows()) === 3, { what: "three results in the full tab" });
    await tab.close();
  });
});

type Offered = { content: string; description: string };

/** What the address bar offers for a text after the keyword. Chromium has its events raised, Firefox its own bar used. */
async function typeAddress(browser: TestBrowser, text: string): Promise<Offered[]> {
  if (browser.kind === "firefox") {
    const { call } = await connectPrivileged(browser.driver);
    return await call(typeInBar, `news ${text}`);
  }
  return await browser.evaluateInBackground((typed) => {
    // Not in its types: the browser itself raises it so.
    const event = chrome.omnibox.onInputChanged as unknown as {
      dispatch: (text: string, suggest: (offered: Offered[]) => void) => void;
    };
    return new Promise<Offered[]>((resolve) => event.dispatch(typed, resolve));
  }, text);
}

async function enterAddress(browser: TestBrowser, text: string): Promise<void> {
  if (browser.kind === "firefox") {
    const { call } = await connectPrivileged(browser.driver);
    await call(typeInBar, `news ${text}`);
    await call(pressEnterInBar, null);
    return;
  }
  await browser.evaluateInBackground((typed) => {
    const event = chrome.omnibox.onInputEntered as unknown as { dispatch: (text: string, where: string) => void };
    event.dispatch(typed, "newForegroundTab");
  }, text);
}

async function searchTab(browser: TestBrowser): Promise<Page | null> {
  for (const page of await browser.driver.pages()) {
    const hash = await evaluateIn(page)(() => location.hash).catch(() => "");
    if (hash === "#/search/glacier") return page;
  }
  return null;
}

async function typeInBar(text: string): Promise<Offered[]> {
  gURLBar.focus();
  gURLBar.search(text);
  const { results } = await gURLBar.lastQueryContextPromise;
  return results.flatMap(({ heuristic, payload: { content, title } }) =>
    heuristic || content === undefined ? [] : [{ content: content.replace(/^news /, ""), description: title ?? "" }],
  );
}

function pressEnterInBar(): void {
  gURLBar.handleCommand();
}

// Firefox's address bar, as far as it is used above.
declare const gURLBar: {
  focus: () => void;
  search: (text: string) => void;
  handleCommand: () => void;
  lastQueryContextPromise: Promise<{
    results: { heuristic: boolean; payload: { content?: string; title?: string } }[];
  }>;
};
