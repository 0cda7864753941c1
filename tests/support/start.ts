import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Article, StoredImage } from "../../lib/model.ts";
import { keptProfile, openBrowser } from "./browser.ts";
import type { BrowserKind, Evaluate, TestBrowser, Viewport } from "./browser.ts";
import { evaluateIn } from "./reading.ts";
import { articlesOf, rowsOf } from "./stored.ts";
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
    const articles = await firstArticles(evaluateIn(reader));
    if (articles === null) {
      console.error("No articles arrived within 60 seconds: the first refresh does not work.");
      return 1;
    }
    printByTag(articles);
    await takeShots(browser, articles);
    return 0;
  } finally {
    await browser.close();
  }
}

/** All that the first refresh brings, newest first: its articles, and then the last of its pictures. */
async function firstArticles(evaluate: Evaluate): Promise<Article[] | null> {
  const complete = async (): Promise<Article[] | false> => {
    const articles = await articlesOf(evaluate);
    const images = await rowsOf<StoredImage>(evaluate, "images");
    const isComplete = articles.length > 0 && images.every((image) => image.wanted === 0);
    return isComplete && articles.sort((a, b) => b.sortAt - a.sortAt || b.id - a.id);
  };
  return await waitUntil(complete, { what: "articles", withinMs: 60_000 }).catch(() => null);
}

function printByTag(articles: Article[]): void {
  for (const tag of new Set(articles.map(firstTag))) {
    console.log(`\n${tag}`);
    for (const { title, sortAt } of articles.filter((article) => firstTag(article) === tag)) {
      console.log(`  ${new Date(sortAt).toISOString().slice(0, 10)}  ${title}`);
    }
  }
}

function firstTag({ tags }: Article): string {
  return tags[0] ?? "(no tag)";
}

async function takeShots(browser: TestBrowser, articles: Article[]): Promise<void> {
  mkdirSync(shotsDir, { recursive: true });
  await takeShot(browser, { path: "popup.html", name: "popup", size: { width: 380, height: 560 } });
  await takeShot(browser, { path: "sidepanel.html", name: "panel", size: { width: 400, height: 900 } });
  await takeShot(browser, {
    path: `reader.html#/article/${articles[0]?.id}`,
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
