import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Position } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { linesFromTop, longHtml, paragraphHtml, topLine, wordOf } from "../support/longArticle.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { articleIn, evaluateIn, headlinesIn, isTextThere } from "../support/reading.ts";
import { articlesOf, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const PARAGRAPHS = 45;

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("the place in an article in $kind", ({ kind, build }) => {
  const profileDir = mkdtempSync(join(tmpdir(), "foldline-place-"));
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  const evaluate: TestBrowser["evaluateInBackground"] = (run, ...args) => evaluateIn(page)(run, ...args);

  const open = async () => {
    browser = await openBrowser({ kind, extensionDir: build, profileDir, viewport: { width: 400, height: 900 } });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === 3, { what: "articles" });
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    await waitUntil(async () => (await headlinesIn(evaluate)).length === 3, { what: "the list" });
  };
  const serve = (html: string) => {
    const items = makeItems(3, (number) => ({ html: number === 3 ? html : `<p>Text of ${number}</p>` }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
  };

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    serve(longHtml(PARAGRAPHS));
    await open();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  /** The word at the top of what is read, before the article is left. */
  let word: string;

  const openFirst = async () => {
    await evaluate(() => document.querySelector<HTMLElement>("[data-article] .hl a")?.click());
    await waitUntil(() => articleIn(evaluate), { what: "the article" });
  };
  const close = async () => {
    // What lies over the text takes the first one.
    const isClosed = async () => {
      await page.keyboard.press("Escape");
      await pause(500);
      return evaluate(() => document.querySelector(".art") === null);
    };
    await waitUntil(isClosed, { what: "the list" });
  };
  const scrollTo = (y: number) => evaluate((to) => document.querySelector(".reader .scroll")?.scrollTo(0, to), y);
  /** The place is kept in the frame that lays the text out anew; between the two a page can be asked, and not seen. */
  const nextFrame = () =>
    evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const isWithinALine = async () => {
    await nextFrame();
    expect(Math.abs((await linesFromTop(evaluate, word)) ?? 99)).toBeLessThanOrEqual(1);
  };

  test("is kept at its line while font, size and width change", async () => {
    await openFirst();
    await waitUntil(() => evaluate(isTextThere), { what: "the whole text" });
    await scrollTo(5013);
    await pause(100);
    word = (await topLine(evaluate))?.word ?? "";
    for (const key of ["+", "+", "+", "+", "-"] as const) {
      const before = (await topLine(evaluate))?.lineHeight;
      await page.keyboard.press(key);
      await waitUntil(async () => (await topLine(evaluate))?.lineHeight !== before, { what: "the other size" });
      await isWithinALine();
    }
    await page.setViewport({ width: 640, height: 700 });
    await pause(300);
    await isWithinALine();
    await page.setViewport({ width: 400, height: 900 });
    await pause(300);
    await isWithinALine();
  });

  test("is where it was when the article is opened again, from the first frame on that shows it", async () => {
    await close();
    await evaluate(watchOpening);
    await openFirst();
    await isWithinALine();
    await pause(500);
    const tops = await evaluate(() => (window as unknown as { tops: number[] }).tops);
    expect(tops.length).toBeGreaterThan(0);
    expect(new Set(tops).size).toBe(1);
    await page.keyboard.press("0");
    await pause(300);
    await isWithinALine();
  });

  test("stays when something above it grows, in the text and around it", async () => {
    await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      for (const [page, before] of [
        [inner, inner?.body.firstElementChild],
        [document, document.querySelector(".art > .in")],
      ] as const) {
        const late = page?.createElement("figure");
        if (!late) throw new Error("no text");
        late.style.blockSize = "313px";
        before?.before(late);
      }
    });
    await pause(300);
    await isWithinALine();
  });

  test("is offered by a page that opens on its list; the article says why it opens there, and leads to its top", async () => {
    await close();
    await page.close();
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    const offer = () => evaluate(() => document.querySelector<HTMLElement>(".continue button")?.innerText ?? null);
    expect(await waitUntil(offer, { what: "the offer" })).toBe("Continue reading\nArticle 3");
    await evaluate(() => document.querySelector<HTMLElement>(".continue button")?.click());
    await waitUntil(() => articleIn(evaluate), { what: "the article" });
    await isWithinALine();
    expect(await offer()).toBeNull();
    const note = () => evaluate(() => document.querySelector<HTMLElement>(".restored")?.innerText ?? null);
    expect(await note()).toBe("Opened where you left off\nBack to the top");
    await evaluate(() => document.querySelector<HTMLElement>(".restored button")?.click());
    expect(await evaluate(() => document.querySelector(".reader .scroll")?.scrollTop)).toBe(0);
    await waitUntil(async () => (await note()) === null, { what: "no note" });
    expect(await evaluate(() => document.activeElement?.id)).toBe("headline");
    await scrollTo(5013);
    await pause(200);
    word = (await topLine(evaluate))?.word ?? "";
  });

  test("is where it was after other articles were leafed through", async () => {
    await page.keyboard.press("j");
    await waitUntil(async () => (await articleIn(evaluate))?.title === "Article 2", { what: "the next article" });
    expect((await topLine(evaluate))?.scrollTop).toBe(0);
    await page.keyboard.press("k");
    await waitUntil(async () => (await articleIn(evaluate))?.title === "Article 3", { what: "the article" });
    await isWithinALine();
  });

  test("is where it was after the publisher's edit, in another size, and a restart of the browser", async () => {
    await close();
    const at = Number(/(\d+)x\d+$/.exec(word)?.[1]);
    const edited = paragraphHtml(at).replace(/(?<=x[2-7])(?= )/g, " indeed");
    const before = ["<p>Updated.</p>", "<p>An editor’s note about what has changed.</p>", paragraphHtml(90)];
    serve(
      [...before, longHtml(2), longHtml(PARAGRAPHS).split("\n").slice(3, at).join("\n"), edited]
        .concat(
          longHtml(PARAGRAPHS)
            .split("\n")
            .slice(at + 1),
        )
        .join("\n"),
    );
    await refreshByAlarm(evaluate, { withinMs: 60_000 });
    await browser.close();
    await open();
    await openFirst();
    expect((await articleIn(evaluate))?.text).toContain("indeed");
    await isWithinALine();
    for (let i = 0; i < 3; i++) await page.keyboard.press("+");
    await pause(400);
    await isWithinALine();
    await page.keyboard.press("0");
  });

  test("is led to words that are found, across marks, and is where they are when the bar is closed", async () => {
    const top = async () => (await topLine(evaluate))?.word;
    let before = await top();
    const isAtRest = async () => {
      const earlier = before;
      await pause(300);
      before = await top();
      return before === earlier;
    };
    await waitUntil(isAtRest, { what: "the article at rest" });
    await page.keyboard.press("/");
    await waitUntil(() => evaluate(() => document.activeElement?.matches(".findbar input")), { what: "the bar" });
    await pause(100);
    expect(await linesFromTop(evaluate, before ?? "")).toBeGreaterThan(-2);
    // The second of them stands in bold.
    await page.keyboard.type(`${wordOf(21, 4)} ${wordOf(21, 5).toUpperCase()} ${wordOf(21, 6)}`);
    const said = () => evaluate(() => document.querySelector(".findbar output")?.textContent);
    await waitUntil(async () => (await said()) === "1 of 1", { what: "the match" });
    expect(await evaluate(presentMatch)).toMatchObject({ text: `${wordOf(21, 4)} ${wordOf(21, 5)} ${wordOf(21, 6)}` });
    expect((await evaluate(presentMatch))?.isInSight).toBe(true);
    await page.keyboard.press("Escape");
    await waitUntil(() => evaluate(() => document.querySelector(".findbar") === null), { what: "no bar" });
    expect(await evaluate(() => document.activeElement?.id)).toBe("headline");
    await waitUntil(async () => (await evaluate(presentMatch)) === null, { what: "the end of its mark" });
    expect(Math.abs((await linesFromTop(evaluate, wordOf(21, 4))) ?? 99)).toBeLessThan(30);
  });

  test("is forgotten at the end of the article, which opens at its top then", async () => {
    const hasNone = async () => (await rowsOf<Position>(evaluate, "positions")).length === 0;
    await scrollTo(1e7);
    await waitUntil(hasNone, { what: "no position" });
    await close();
    await waitUntil(hasNone, { what: "no position" });
    await openFirst();
    expect((await topLine(evaluate))?.scrollTop).toBe(0);
  });
});

/** Runs in the page: notes where the article stands in each frame that shows its text. */
function watchOpening(): void {
  const tops: number[] = [];
  Object.assign(window, { tops });
  const look = () => {
    const art = document.querySelector<HTMLElement>(".art");
    const inner = art?.querySelector("iframe")?.contentDocument;
    const isShown = art && getComputedStyle(art).opacity !== "0" && inner?.body?.childElementCount;
    if (isShown) tops.push(Math.round(document.querySelector(".reader .scroll")?.scrollTop ?? -1));
    if (tops.length < 20) requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page: the match that the find bar shows. */
function presentMatch(): { text: string; isInSight: boolean } | null {
  const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
  const inner = frame?.contentDocument?.defaultView;
  const [range] = inner?.CSS.highlights.get("found-present") ?? [];
  if (!frame || !(range instanceof (inner?.Range ?? Range))) return null;
  const { top, bottom } = range.getBoundingClientRect();
  const offset = frame.getBoundingClientRect().top;
  const seen = document.querySelector(".reader .scroll")?.getBoundingClientRect();
  const isInSight = seen !== undefined && offset + top > seen.top && offset + bottom < seen.bottom;
  return { text: range.toString(), isInSight };
}
