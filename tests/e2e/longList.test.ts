import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const COUNT = 300;
const HOUR = 3_600_000;

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("a long list in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    const items = makeItems(COUNT, (number) => ({
      publishedAt: new Date(Date.now() - (COUNT - number) * 3 * HOUR).toISOString(),
      summary: "Some words. ".repeat(number % 9),
      html: "<p>Text</p>",
    }));
    server.serve("/feed.json", { body: makeJsonFeed({ items }), etag: true });
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 400, height: 900 } });
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === COUNT, { what: "the first load" });
    await waitUntil(async () => (await lookAt(page)).rows > 0, { what: "rows" });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("scrolled to its end it has all its rows, and few of them in the page", async () => {
    const end = async () => {
      await evaluateIn(page)(() => document.querySelector(".list .scroll")?.scrollBy(0, 2500));
      const { rows, last } = await lookAt(page);
      expect(rows).toBeLessThanOrEqual(100);
      return last === `${COUNT} of ${COUNT}`;
    };
    await waitUntil(end, { what: "the last row" });
    expect((await lookAt(page)).rows).toBeLessThan(COUNT / 3);
  });

  test("nothing moves under the reader when pages come back and go", async () => {
    expect(await evaluateIn(page)(worstShift)).toBeLessThan(1);
  });

  test("keys go through all pages, in both directions, and focus stays in sight", async () => {
    await evaluateIn(page)(() => document.querySelector(".list .scroll")?.scrollTo(0, 0));
    await press(page, "n", 65);
    await reaches(page, 65);
    await press(page, "p", 40);
    await reaches(page, 25);
  });

  test("a key goes on from the row that has the focus, however far away the list was scrolled", async () => {
    await evaluateIn(page)(() => document.querySelector(".list .scroll")?.scrollTo(0, 1e9));
    await pause(500);
    await press(page, "n", 1);
    await reaches(page, 26);
  });

  test("back from the reader, focus is on the row that was read last", async () => {
    await page.keyboard.press("Enter");
    await page.waitForSelector(".art h1");
    for (let i = 0; i < 22; i++) {
      const before = await evaluateIn(page)(() => document.querySelector(".art h1")?.textContent);
      await page.keyboard.press("j");
      await waitUntil(
        async () => (await evaluateIn(page)(() => document.querySelector(".art h1")?.textContent)) !== before,
        { what: "the next article" },
      );
    }
    await page.keyboard.press("Escape");
    await reaches(page, 48);
  });
});

type Look = { rows: number; last: string; focus: number; isInSight: boolean };

const lookAt = (page: Page): Promise<Look> =>
  evaluateIn(page)(() => {
    const rows = [...document.querySelectorAll(".row")];
    const last = rows.at(-1);
    const focused = document.activeElement?.closest(".row");
    const box = focused?.getBoundingClientRect();
    return {
      rows: rows.length,
      last: `${last?.getAttribute("aria-posinset")} of ${last?.getAttribute("aria-setsize")}`,
      focus: Number(focused?.getAttribute("aria-posinset") ?? 0),
      isInSight: box !== undefined && box.top > 0 && box.bottom < innerHeight + 1,
    };
  });

const reaches = (page: Page, position: number) =>
  waitUntil(
    async () => {
      const { focus, isInSight } = await lookAt(page);
      return focus === position && isInSight;
    },
    { what: `focus on row ${position}` },
  );

async function press(page: Page, key: "n" | "p", times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

/** Runs in the page: scrolls up and down again, and tells how far a row in sight was off from where it should be. */
async function worstShift(): Promise<number> {
  const box = document.querySelector<HTMLElement>(".list .scroll");
  if (!box) throw new Error("no list");
  const frame = () => new Promise(requestAnimationFrame);
  const middle = () => document.elementFromPoint(200, box.getBoundingClientRect().top + 400)?.closest(".row") ?? null;
  let worst = 0;
  for (const by of [...Array<number>(120).fill(-97), ...Array<number>(120).fill(97)]) {
    const row = middle();
    const [before, at] = [row?.getBoundingClientRect().top ?? 0, box.scrollTop];
    box.scrollTop += by;
    const moved = box.scrollTop - at;
    await frame();
    await frame();
    if (row?.isConnected) worst = Math.max(worst, Math.abs(row.getBoundingClientRect().top - (before - moved)));
  }
  return worst;
}
