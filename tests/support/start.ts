import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { keptProfile, openBrowser } from "./browser.ts";
import type { BrowserKind, TestBrowser, Viewport } from "./browser.ts";
import { readHeadlines } from "./headlines.ts";
import type { Headline } from "./headlines.ts";
import { pause, waitUntil } from "./waitUntil.ts";

const shotsDir = join(".output", "shots");

/** Returns the process's exit code: at once when it runs unseen, when the browser was closed when a person watches. */
export async function start({ kind, isHeadless }: { kind: BrowserKind; isHeadless: boolean }): Promise<number> {
  const extensionDir = join(".output", kind === "firefox" ? "firefox-mv3" : "chrome-mv3");
  if (isHeadless) return await showInTerminal(await openBrowser({ kind, extensionDir }));
  const profileDir = keptProfile(kind);
  return await keepOpen(await openBrowser({ kind, extensionDir, profileDir, headless: false }));
}

async function keepOpen(browser: TestBrowser): Promise<number> {
  const blankTabs = await browser.driver.pages();
  await browser.openPage("reader.html");
  for (const tab of blankTabs) await tab.close();
  console.log("Foldline runs: its button is at the top right, under the puzzle piece until you pin it.");
  console.log("Close the browser or press Ctrl-C to end; after a change to the code, run npm start again.");
  const closed = new Promise((resolve) => browser.driver.once("disconnected", resolve));
  process.once("SIGINT", () => void browser.close());
  process.once("SIGTERM", () => void browser.close());
  await closed;
  return 0;
}

async function showInTerminal(browser: TestBrowser): Promise<number> {
  try {
    const reader = await browser.openPage("reader.html");
    const headlines = await firstHeadlines(reader);
    if (headlines === null) {
      console.error("No articles arrived within 60 seconds: the first refresh does not work.");
      return 1;
    }
    printByTag(headlines);
    await takeShots(browser, headlines);
    return 0;
  } finally {
    await browser.close();
  }
}

/** All that the first refresh brings: it stores feed by feed, so the number must have come to rest. */
async function firstHeadlines(reader: Page): Promise<Headline[] | null> {
  let before = 0;
  const atRest = async (): Promise<Headline[] | false> => {
    const headlines = await reader.evaluate(readHeadlines);
    const isAtRest = headlines.length > 0 && headlines.length === before;
    before = headlines.length;
    if (!isAtRest) await pause(500);
    return isAtRest && headlines;
  };
  return await waitUntil(atRest, { what: "articles", withinMs: 60_000 }).catch(() => null);
}

function printByTag(headlines: Headline[]): void {
  const newestFirst = headlines.toSorted((a, b) => b.sortAt - a.sortAt);
  for (const tag of new Set(newestFirst.map(firstTag))) {
    console.log(`\n${tag}`);
    for (const { title, sortAt } of newestFirst.filter((headline) => firstTag(headline) === tag)) {
      console.log(`  ${new Date(sortAt).toISOString().slice(0, 10)}  ${title}`);
    }
  }
}

function firstTag({ tags }: Headline): string {
  return tags[0] ?? "(no tag)";
}

async function takeShots(browser: TestBrowser, headlines: Headline[]): Promise<void> {
  mkdirSync(shotsDir, { recursive: true });
  const newest = headlines.toSorted((a, b) => b.sortAt - a.sortAt)[0];
  await takeShot(browser, { path: "popup.html", name: "popup", size: { width: 380, height: 560 } });
  await takeShot(browser, { path: "sidepanel.html", name: "panel", size: { width: 400, height: 900 } });
  await takeShot(browser, {
    path: `reader.html#/article/${newest?.id}`,
    name: "article",
    size: { width: 400, height: 900 },
  });
  console.log(`\nPictures: ${shotsDir}`);
}

type Shot = { path: string; name: string; size: Viewport };

async function takeShot(browser: TestBrowser, { path, name, size }: Shot): Promise<void> {
  const page = await browser.openPage(path);
  await page.setViewport(size);
  // Pictures and the article's frame come after the page itself, and nothing in it says when the last one is there.
  await pause(1500);
  await page.screenshot({ path: join(shotsDir, `${browser.kind}-${name}.png`) });
  await page.close();
}
