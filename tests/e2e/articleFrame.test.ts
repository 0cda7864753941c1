import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { articleIn, evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("the article's frame in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    const items = makeItems(2, (number) => ({ html: `<p>Text of ${number}</p>` }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }) });
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 400, height: 900 } });
    const stored = () => articlesOf(browser.evaluateInBackground);
    await waitUntil(async () => (await stored()).length === 2, { what: "the articles", withinMs: 60_000 });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("stays loaded from one article to the next", async () => {
    const page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    const evaluate = evaluateIn(page);
    const openArticle = async (title: string): Promise<string | null> => {
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await waitUntil(async () => (await articleIn(evaluate))?.title === title, { what: title });
      const known = await evaluate(nameFrame, title);
      await page.keyboard.press("Escape");
      await waitUntil(() => evaluate(() => document.querySelector(".art") === null), { what: "the list" });
      return known;
    };
    await waitUntil(async () => (await headlinesIn(evaluate)).length > 0, { what: "the list" });
    expect(await openArticle("Article 2")).toBeNull();
    expect(await openArticle("Article 1")).toBe("Article 2");
  });

  test("is drawn where the list was, with nothing in between", async () => {
    const page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    const evaluate = evaluateIn(page);
    await waitUntil(async () => (await headlinesIn(evaluate)).length > 0, { what: "the list" });
    expect(await evaluate(countStandIns)).toBe(0);
  });
});

/** Runs in the page: opens an article from the list, and says how many elements stood in for it until it was there. */
async function countStandIns(): Promise<number> {
  let count = 0;
  const changes = new MutationObserver(() => (count += document.querySelectorAll(".reader .nothing").length));
  changes.observe(document.body, { childList: true, subtree: true });
  document.querySelector<HTMLElement>("[data-article] .hl a")?.click();
  while (document.querySelector(".art") === null) await new Promise(requestAnimationFrame);
  changes.disconnect();
  return count;
}

/** Runs in the page: says what the page within the frame was called by the last call, and calls it anew. */
function nameFrame(name: string): string | null {
  const root = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument?.documentElement;
  const known = root?.dataset["name"] ?? null;
  if (root) root.dataset["name"] = name;
  return known;
}
