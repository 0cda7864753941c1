import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Article, Feed, Flags, StoredImage } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { buildForNews, PORT } from "./builds.ts";
import { openAfresh, setUpCamera, type Camera } from "./camera.ts";
import { NOW, withClock } from "./clockedBuild.ts";
import { home, others, type SampleArticle } from "./news.ts";

/** A browser with the extension, whose home feed waits until the server is told what to serve. */
export type Stage = { browser: TestBrowser; server: FeedServer; camera: Camera; desk: Page; evaluate: Evaluate };

type Play = { kind: BrowserKind; folder: string; prepare: (server: FeedServer) => void };

export async function onStage({ kind, folder, prepare }: Play, play: (stage: Stage) => Promise<void>): Promise<void> {
  const extensionDir = withClock(buildForNews(kind), join(".output", "news", `${kind}-clocked`));
  const server = await startFeedServer({ port: PORT });
  prepare(server);
  const browser = await openBrowser({ kind, extensionDir, timezone: "UTC", scale: SCALE[kind] });
  try {
    const desk = await browser.openPage("options.html");
    await play({ browser, server, desk, camera: setUpCamera(browser, desk, folder), evaluate: evaluateIn(desk) });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** In Firefox the window would be half as large for it, and the popup has no room. */
const SCALE = { chromium: 2, firefox: 1 };

/** Follows the other sources, four minutes ago. */
export async function followOthers({ server, desk, evaluate }: Stage): Promise<void> {
  await desk.bringToFront();
  for (const { name, path, title } of others) {
    await desk.focus("#add");
    // The field with that id is an input.
    await evaluate(() => (document.activeElement as HTMLInputElement).select());
    await desk.keyboard.type(server.origin(name) + path);
    await desk.keyboard.press("Enter");
    await desk.waitForSelector(".offer .btn.primary", { visible: true });
    await desk.click(".offer .btn.primary");
    const said = () => evaluate(() => document.querySelector("#add-hint")?.textContent ?? "");
    await waitUntil(async () => (await said()).includes(`Following ${title}`), { what: title });
  }
  await storedWhole(evaluate);
  await haveRefreshed(evaluate);
}

/** Four minutes ago, all of it. */
export async function haveRefreshed(evaluate: Evaluate): Promise<void> {
  await changeRows<Feed>(evaluate, "feeds", { lastFetchedAt: NOW - 4 * MINUTE, lastTriedAt: NOW - 4 * MINUTE });
  await putRows(evaluate, "state", [{ key: "refreshRun", value: { startedAt: NOW - 5 * MINUTE, feedIds: [] } }]);
}

const MINUTE = 60_000;

/** All articles of the sample news are there, and their pictures. */
export async function storedWhole(evaluate: Evaluate): Promise<void> {
  const count = [home, ...others].flatMap(({ articles }) => articles).length;
  await waitUntil(async () => (await articlesOf(evaluate)).length === count, { what: "the articles" });
  await waitUntil(async () => (await rowsOf<StoredImage>(evaluate, "images")).every(({ wanted }) => wanted === 0), {
    what: "the pictures",
    withinMs: 60_000,
  });
}

/** Goes through the list by keys and gives each article the flags of the sample. */
export async function flagAll({ browser, desk, evaluate }: Stage): Promise<void> {
  const page = await openAfresh(browser, desk, "sidepanel.html");
  await page.waitForSelector(".row");
  const samples = new Map([home, ...others].flatMap(({ articles }) => articles.map((one) => [one.title, one])));
  const rows = (await articlesOf(evaluate)).sort((a, b) => b.sortAt - a.sortAt || b.id - a.id);
  for (const { title } of rows) {
    await page.keyboard.press("n");
    for (const flag of samples.get(title)?.flags ?? []) await page.keyboard.press(KEY[flag]);
  }
  const isFlagged = (article: Article) => wearsFlags(article, samples.get(article.title));
  await waitUntil(async () => (await articlesOf(evaluate)).every(isFlagged), { what: "the flags" });
  await page.close();
}

const KEY = { read: "m", starred: "s", later: "l" } as const;

function wearsFlags({ unread, starred, later }: Flags, sample: SampleArticle | undefined): boolean {
  const has = (flag: SampleArticle["flags"][number]) => (sample?.flags.includes(flag) ? 1 : 0);
  return unread === 1 - has("read") && starred === has("starred") && later === has("later");
}

/** The next refresh by the alarm, to the end of all. */
export async function refreshAll(evaluate: Evaluate): Promise<void> {
  await letTimePass(evaluate);
  await fireAlarm(evaluate);
  const isDone = ({ nextFetchAt, lease }: Feed) => nextFetchAt > 0 && lease === null;
  await waitUntil(async () => (await rowsOf<Feed>(evaluate, "feeds")).every(isDone), { what: "the refresh" });
}

/** Past the extension's own code, as `changeRows` below: for states that the world can't be brought into. */
export async function deleteRow(evaluate: Evaluate, table: string, key: string): Promise<void> {
  await evaluate(
    async (name, gone) => {
      const opened = indexedDB.open("foldline");
      await new Promise((resolve) => (opened.onsuccess = resolve));
      const deleted = opened.result.transaction(name, "readwrite").objectStore(name).delete(gone);
      await new Promise((resolve) => (deleted.onsuccess = resolve));
      opened.result.close();
    },
    table,
    key,
  );
}

export async function changeRows<Row>(evaluate: Evaluate, table: string, change: Partial<Row>): Promise<void> {
  await evaluate(
    async (name, fields) => {
      const opened = indexedDB.open("foldline");
      await new Promise((resolve) => (opened.onsuccess = resolve));
      const store = opened.result.transaction(name, "readwrite").objectStore(name);
      const asked = store.getAll();
      await new Promise((resolve) => (asked.onsuccess = resolve));
      for (const row of asked.result) await new Promise((done) => (store.put({ ...row, ...fields }).onsuccess = done));
      opened.result.close();
    },
    table,
    change,
  );
}
