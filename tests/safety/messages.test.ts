import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { makeRandom } from "../support/makeRandom.ts";
import { malformedMessages } from "../support/malformed.ts";
import { evaluateIn } from "../support/reading.ts";
import { storeHash } from "../support/storeHash.ts";
import { articlesOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

const COUNT = sized({ short: 1_000, whole: 10_000 });
const AT_ONCE = 250;

let server: FeedServer;
let browser: TestBrowser;
let page: Page;
let evaluate: Evaluate;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serve("/feed.json", { body: makeJsonFeed({ items: makeItems(20) }), etag: true });
  browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
  // A page of ours that writes nothing by itself.
  page = await browser.openPage("options.html");
  evaluate = evaluateIn(page);
  await waitUntil(async () => (await articlesOf(evaluate)).length === 20, { what: "the first load" });
  await browser.evaluateInBackground(() => {
    const faults: string[] = [];
    Object.assign(globalThis, { faults });
    globalThis.addEventListener("error", ({ message }) => void faults.push(message));
    globalThis.addEventListener("unhandledrejection", ({ reason }) => void faults.push(String(reason)));
  });
  await waitUntilStill();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What follows a refresh has been written. */
async function waitUntilStill(): Promise<string> {
  let last = "";
  return await waitUntil(
    async () => {
      const now = await storeHash(evaluate);
      const isStill = now === last;
      last = now;
      await pause(300);
      return isStill && now;
    },
    { what: "a store that stays as it is" },
  );
}

/** Of the worker that had them from the start: one that died would have none. */
const faultsOfWorker = () =>
  browser.evaluateInBackground(() => (globalThis as unknown as { faults?: string[] }).faults ?? ["the worker died"]);

/** What each message is answered. Null: nothing. */
const send = (messages: string[]): Promise<unknown[]> =>
  evaluate(
    (given) =>
      Promise.all(given.map((json) => chrome.runtime.sendMessage(JSON.parse(json)).catch((fault) => String(fault)))),
    messages,
  );

test(`${COUNT} messages that no page of ours sends change nothing, are not answered and throw nothing`, async () => {
  const messages = malformedMessages(COUNT, makeRandom(22));
  expect(new Set(messages).size).toBeGreaterThan(COUNT / 3);
  const before = await waitUntilStill();
  server.clearLog();
  const answers: unknown[] = [];
  for (let at = 0; at < COUNT; at += AT_ONCE) answers.push(...(await send(messages.slice(at, at + AT_ONCE))));
  expect(answers).toHaveLength(COUNT);
  expect(answers.filter((answer) => answer !== null && answer !== undefined)).toEqual([]);
  expect(await waitUntilStill()).toBe(before);
  expect(server.log).toEqual([]);
  expect(await faultsOfWorker()).toEqual([]);
});

test("neither do values that JSON has no words for", async () => {
  const before = await waitUntilStill();
  const answers = await evaluate(() => {
    const cycle: Record<string, unknown> = { kind: "refreshNow" };
    cycle["which"] = cycle;
    const odd = [undefined, () => "all", 10n, Symbol("all"), cycle, new Date(), new Map([["kind", "refreshNow"]]), NaN];
    const hidden = Object.defineProperty({ which: "all" }, "kind", { get: () => "refreshNow" });
    return Promise.all(
      [...odd, hidden].map(async (message) => {
        try {
          return (await chrome.runtime.sendMessage(message)) === true;
        } catch {
          return "refused";
        }
      }),
    );
  });
  expect(answers).toHaveLength(9);
  expect(answers).not.toContain(true);
  expect(await waitUntilStill()).toBe(before);
  expect(await faultsOfWorker()).toEqual([]);
});

test("a feed that nobody follows is asked for nothing", async () => {
  const before = await waitUntilStill();
  server.clearLog();
  const ids = ["nobody", "", "__proto__", "constructor", "a".repeat(5_000)];
  const messages = ids.flatMap((id) => [{ feedId: id }, { olderOf: id }]);
  const answers = await send(messages.map((which) => JSON.stringify({ kind: "refreshNow", which })));
  expect(answers).toEqual(messages.map(() => true));
  expect(await waitUntilStill()).toBe(before);
  expect(server.log).toEqual([]);
  expect(await faultsOfWorker()).toEqual([]);
});

test("a web page reaches neither the background nor a page or picture of ours", async () => {
  server.serve("/evil.html", { body: "<!doctype html><title>Evil</title>" });
  const before = await waitUntilStill();
  const web = await browser.driver.newPage();
  await web.goto(`${server.origin("a")}/evil.html`);
  const tried = await evaluateIn(web)(async (id) => {
    const api = (globalThis as unknown as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
    const asks = async (): Promise<unknown> => {
      if (!api) return "no way to ask";
      return await api.sendMessage(id, { kind: "refreshNow", which: "all" });
    };
    const connects = async (): Promise<string> => {
      if (!api) return "no way to ask";
      const port = api.connect(id);
      return await new Promise((resolve) => port.onDisconnect.addListener(() => resolve("refused")));
    };
    const reads = async (path: string): Promise<string> =>
      fetch(`chrome-extension://${id}/${path}`).then(
        () => "read",
        () => "refused",
      );
    return {
      asked: await asks().catch(() => "refused"),
      connected: await connects().catch(() => "refused"),
      files: await Promise.all(["manifest.json", "reader.html", "icons/icon-16.png"].map(reads)),
    };
  }, browser.extensionId);
  expect(["no way to ask", "refused"]).toContain(tried.asked);
  expect(["no way to ask", "refused"]).toContain(tried.connected);
  expect(tried.files).toEqual(["refused", "refused", "refused"]);
  await web.close();
  expect(await waitUntilStill()).toBe(before);
});

test("a legal message is answered all the same, and refreshes", async () => {
  server.clearLog();
  await evaluate(async () => {
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const feeds = opened.result.transaction("feeds", "readwrite").objectStore("feeds");
    const asked = feeds.get("home");
    await new Promise((resolve) => (asked.onsuccess = resolve));
    await new Promise((resolve) => (feeds.put({ ...asked.result, lastTriedAt: null }).onsuccess = resolve));
    opened.result.close();
  });
  expect(await send([JSON.stringify({ kind: "refreshNow", which: "all" })])).toEqual([true]);
  expect(server.log.map(({ path }) => path)).toEqual(["/feed.json"]);
});
