import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { openBrowser, type BrowserKind, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { readPdf } from "../support/readPdf.ts";
import { articleIn, evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

const LAST = "This is the very last paragraph, the end of all.";
const paragraph = (n: number, days: string) =>
  `<p>Paragraph ${n}. The council met to discuss the bridge, which has been closed since the floods of the spring; ` +
  `repairs would take ${days} months, the engineers said, and residents of both banks asked for a ferry.</p>`;

const textOf = (days: string) =>
  [...Array.from({ length: 40 }, (_, n) => paragraph(n, n === 30 ? days : "ten")), `<p>${LAST}</p>`].join("");

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("an article that its publisher rewrites, in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  let evaluate: Evaluate;

  const publish = (title: string, days: string) => {
    const shape = () => ({ title, html: textOf(days), url: "https://news.example/bridge?utm_source=feed&id=4" });
    server.serve("/feed.json", { body: makeJsonFeed({ items: makeItems(1, shape) }) });
  };

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    publish("A bridge closed for months", "ten");
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 400, height: 900 } });
    const stored = () => articlesOf(browser.evaluateInBackground);
    await waitUntil(async () => (await stored()).length === 1, { what: "the article", withinMs: 60_000 });
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    evaluate = evaluateIn(page);
    await waitUntil(async () => (await headlinesIn(evaluate)).length > 0, { what: "the list" });
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await waitUntil(() => articleIn(evaluate), { what: "the article" });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("stays as it is being read, in its place, and a line says that it was updated", async () => {
    await evaluate(() => document.querySelector(".reader .scroll")?.scrollTo(0, 3000));
    const before = await waitUntil(() => evaluate(whatIsSeen), { what: "the text" });
    publish("A bridge closed for years", "a hundred");
    await askAgain(browser);
    await page.keyboard.press("R");
    await waitUntil(() => evaluate(() => document.querySelector(".fresh")?.textContent !== ""), { what: "the line" });
    expect(await evaluate(() => document.querySelector(".fresh")?.textContent)).toMatch(
      /^Updated \d+:\d\d(\s[AP]M)?\.Show new version$/,
    );
    expect((await articleIn(evaluate))?.title).toBe("A bridge closed for months");
    expect(await evaluate(whatIsSeen)).toEqual(before);
  });

  test("shows its new version when it is asked for, at the same place", async () => {
    const before = await evaluate(whatIsSeen);
    await choose(page, "Show new version");
    await waitUntil(async () => (await articleIn(evaluate))?.title === "A bridge closed for years", {
      what: "the new",
    });
    expect((await articleIn(evaluate))?.text).toContain("a hundred months");
    const after = await waitUntil(() => evaluate(whatIsSeen), { what: "the text" });
    expect(after?.words).toBe(before?.words);
    expect(Math.abs((after?.top ?? 0) - (before?.top ?? 0))).toBeLessThan(2);
    expect(await evaluate(() => document.querySelector(".fresh")?.textContent)).toBe("");
  });

  test("shows word by word what changed, and leads back", async () => {
    await choose(page, "What changed");
    await waitUntil(() => evaluate(() => document.querySelector(".changes ins") !== null), { what: "the comparison" });
    const marked = await evaluate(() =>
      Array.from(
        document.querySelectorAll(".changes ins, .changes del"),
        (each) => `${each.localName} ${each.textContent}`,
      ),
    );
    expect(marked).toEqual([
      "del Removed: months End of removed words.",
      "ins Added: years End of added words.",
      "del Removed: ten End of removed words.",
      "ins Added: a hundred End of added words.",
    ]);
    expect(await evaluate(() => document.activeElement?.textContent)).toBe("What changed");
    // It lies over the whole article, which is still where it was.
    expect(await evaluate(() => document.elementFromPoint(200, 700)?.closest(".changes") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await waitUntil(() => evaluate(() => document.querySelector(".changes") === null), { what: "the article" });
    expect(await evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("More");
  });

  test("prints whole and without anything around it, in a dark theme too", async () => {
    await evaluate(() => void (document.documentElement.dataset["theme"] = "dark"));
    const { pages, letters } = readPdf(await page.pdf({ printBackground: true }));
    await evaluate(() => void (document.documentElement.dataset["theme"] = "light"));
    const isPrinted = (words: string) => letters.includes(words.replace(/\s/g, ""));
    expect(pages).toBeGreaterThan(2);
    const whole = ["A bridge closed for years", "https://news.example/bridge?id=4", LAST];
    const text = Array.from({ length: 40 }, (_, n) => `Paragraph ${n}. The council`);
    expect([...whole, ...text].filter((words) => !isPrinted(words))).toEqual([]);
    expect(
      ["Keep unread", "Read on", "Saved offline", "min read", "Updated", "What changed"].filter(isPrinted),
    ).toEqual([]);
    expect(await evaluate(() => document.querySelector(".printed"))).toBeNull();
  });
});

/** Runs in the page: the first line of text that is in sight, and how far from the top. */
function whatIsSeen(): { words: string; top: number } | null {
  const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
  const box = document.querySelector(".reader .scroll");
  if (!frame?.contentDocument || !box) return null;
  const above = frame.getBoundingClientRect().top - box.getBoundingClientRect().top;
  for (const block of frame.contentDocument.querySelectorAll("p")) {
    const top = above + block.getBoundingClientRect().top;
    if (top >= 0) return { words: (block.textContent ?? "").slice(0, 13), top: Math.round(top) };
  }
  return null;
}

async function choose(page: Page, entry: string): Promise<void> {
  const evaluate = evaluateIn(page);
  await page.click('[aria-label="More"]');
  const isFocused = () => evaluate(() => document.activeElement?.closest("[role=menu]") !== null);
  await waitUntil(isFocused, { what: "the focus in the menu" });
  await page.keyboard.type(entry.slice(0, 4));
  await page.keyboard.press("Enter");
}

/** A manual refresh asks a feed at most once a minute: as if that minute had passed. */
async function askAgain({ evaluateInBackground }: TestBrowser): Promise<void> {
  await evaluateInBackground(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await done(indexedDB.open("foldline"));
    const feeds = db.transaction("feeds", "readwrite").objectStore("feeds");
    for (const feed of await done(feeds.getAll())) await done(feeds.put({ ...feed, lastTriedAt: 0 }));
    db.close();
  });
}
