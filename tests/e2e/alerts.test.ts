import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { answer, forgetTold, notificationsOf, toldBy, watchNotifications } from "../support/notifications.ts";
import { press } from "../support/surfaces.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

let server: FeedServer;
let browser: TestBrowser;
/** People may have the settings open without being told less. */
let page: Page;

/** What has been published so far, oldest first. Articles without a date count as new when they arrive. */
let published: string[];

function publish(...tags: string[]): void {
  published.push(...tags);
  const items = makeItems(published.length, (n) => ({ publishedAt: null, tags: [published[n - 1] ?? ""] }));
  server.serve("/feed.json", { body: makeJsonFeed({ items }) });
}

/** The next refresh brings one article of each of these tags. */
async function arrive(...tags: string[]): Promise<void> {
  publish(...tags);
  await refreshByAlarm(evaluateIn(page));
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === published.length, {
    what: "the articles",
  });
}

async function begin(kind: BrowserKind): Promise<void> {
  published = [];
  server = await startFeedServer({ port: livePort() });
  publish("World");
  browser = await openBrowser({ kind, extensionDir: liveBuild(kind) });
  page = await browser.openPage("options.html");
  await page.waitForSelector("#notify");
  await waitUntil(async () => (await articlesOf(evaluateIn(page))).length === 1, { what: "the first load" });
  await watchNotifications(browser);
}

async function end(): Promise<void> {
  await browser.close();
  await server.stop();
}

const settingsAre = (settings: object) =>
  evaluateIn(page)((chosen) => chrome.storage.local.set({ settings: chosen }), settings);

/** Nothing is up, nothing was told in the last hour, and the night is not quiet. */
async function beginAnew(): Promise<void> {
  await page.bringToFront();
  await settingsAre({ quietHours: false });
  for (const id of await notificationsOf(browser))
    await browser.evaluateInBackground((up) => chrome.notifications.clear(up), id);
  await putLog({ shownAt: [], heldSince: null });
  await forgetTold(browser);
}

const badge = () => browser.evaluateInBackground(() => chrome.action.getBadgeText({}));
const tip = () => browser.evaluateInBackground(() => chrome.action.getTitle({}));
const unread = async () => (await articlesOf(evaluateIn(page))).filter((article) => article.unread).length;

type Log = { shownAt: number[]; heldSince: number | null; shown?: object };
const putLog = (value: Log) => putRows(evaluateIn(page), "state", [{ key: "noticeLog", value }]);
const logged = async (): Promise<Log | undefined> =>
  (await rowsOf<{ key: string; value: Log }>(evaluateIn(page), "state")).find(({ key }) => key === "noticeLog")?.value;
/** Until then nobody could have answered it. */
const toldOnce = () => waitUntil(async () => (await logged())?.shown, { what: "the notification" });
const badgeIs = (text: string) => waitUntil(async () => (await badge()) === text, { what: `the badge "${text}"` });
const tabAt = (end: RegExp) =>
  waitUntil(async () => (await browser.driver.pages()).find((each) => end.test(each.url())), {
    what: `a tab at ${end}`,
  });

/** As a person does it, in the control of this name. */
async function choose(name: string, option: string): Promise<void> {
  await page.waitForSelector(`::-p-aria(${name})`);
  const select = await page.waitForSelector(`::-p-aria([name="${name}"][role="combobox"])`);
  await select?.evaluate((element, wanted) => {
    const field = element as HTMLSelectElement;
    field.selectedIndex = [...field.options].findIndex(({ text }) => text === wanted);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, option);
}

describe("alerts in Chromium", () => {
  beforeAll(() => begin("chromium"));
  afterAll(end);
  beforeEach(beginAnew);

  test("a later notification of the same tag replaces one that nobody answered, and says the sum", async () => {
    await arrive("World");
    await toldOnce();
    await arrive("World", "World");
    await waitUntil(async () => (await toldBy(browser)).length === 2, { what: "the second" });
    expect(await toldBy(browser)).toMatchObject([
      { id: "tag:world", type: "basic", title: "Article 2" },
      { id: "tag:world", type: "list", title: "3 new in World" },
    ]);
    expect(await notificationsOf(browser)).toEqual(["tag:world"]);
  });

  test("Open list opens the list of the tag, and Mark all read marks its articles", async () => {
    const before = await unread();
    await arrive("Law", "Law");
    await toldOnce();
    expect((await toldBy(browser))[0]?.others).toContain("buttons");
    await answer(browser, "tag:law", 0);
    await (await tabAt(/reader\.html#\/tag\/law$/)).close();
    expect(await notificationsOf(browser)).toEqual([]);
    await answer(browser, "tag:law", 1);
    await waitUntil(async () => (await unread()) === before, { what: "two read" });
    await badgeIs(String(before));
  });

  test("Read later puts an article on the list of those for later", async () => {
    await arrive("Arts");
    await toldOnce();
    await answer(browser, "tag:arts", 1);
    const title = `Article ${published.length}`;
    await waitUntil(async () => (await articlesOf(evaluateIn(page))).some((row) => row.title === title && row.later), {
      what: "the article for later",
    });
    expect(await notificationsOf(browser)).toEqual([]);
  });

  test("a notification goes when its articles are read elsewhere", async () => {
    await arrive("Sport", "Law");
    await toldOnce();
    expect(await notificationsOf(browser)).toEqual(["all"]);
    const panel = await browser.openPage("sidepanel.html");
    await panel.waitForSelector(".row");
    await press(panel, "Shift", "A");
    await waitUntil(async () => (await notificationsOf(browser)).length === 0, { what: "no notification" });
    await panel.close();
  });

  test("of a tag that only counts nothing pops up; one that is ignored does not even count; each comes by itself", async () => {
    await page.reload();
    await choose("Alerts for World", "Count only, no notification");
    await choose("Alerts for Law", "Ignore");
    await choose("Alerts for Arts", "Notify for each article");
    const before = Number(await badge()) || 0;
    await arrive("World", "Law", "Arts", "Arts", "Sport");
    await badgeIs(String(before + 4));
    await toldOnce();
    await waitUntil(async () => (await toldBy(browser)).length >= 3, { what: "three notifications" });
    expect((await toldBy(browser)).map(({ id }) => id.replace(/\d+/, "N"))).toEqual([
      ...["article:N", "article:N", "tag:sport"],
    ]);
    expect(await tip()).toBe(`Foldline: ${await unread()} unread`);
    for (const name of ["World", "Law", "Arts"]) await choose(`Alerts for ${name}`, "Notify as a group");
    await badgeIs(String(before + 5));
  });

  test("of a source that is ignored nothing is told", async () => {
    const before = await badge();
    const [home] = await rowsOf<{ title: string }>(evaluateIn(page), "feeds");
    await choose(`Alerts for ${home?.title}`, "Ignore");
    await arrive("World");
    await badgeIs("");
    expect(await toldBy(browser)).toEqual([]);
    await choose(`Alerts for ${home?.title}`, "Notify as a group");
    await waitUntil(async () => Number(await badge()) > Number(before), { what: "the count" });
  });

  test("the icon shows what came since somebody looked, a dot, or nothing", async () => {
    await choose("Toolbar icon", "New since I last looked");
    const panel = await browser.openPage("sidepanel.html");
    await badgeIs("");
    await panel.close();
    await arrive("World", "Law");
    await badgeIs("2");
    await choose("Toolbar icon", "A dot when something is new");
    await badgeIs("•");
    const colour = () => browser.evaluateInBackground(() => chrome.action.getBadgeTextColor({}));
    expect(await colour()).toEqual([255, 255, 255, 255]);
    const looking = await browser.openPage("reader.html");
    await badgeIs("");
    await looking.close();
    await choose("Toolbar icon", "Nothing");
    await arrive("World");
    expect(await badge()).toBe("");
    expect(await tip()).toBe(`Foldline: ${await unread()} unread`);
    await choose("Toolbar icon", "Unread articles");
    await badgeIs(String(await unread()));
  });

  test("quiet hours hold everything back, and end with one summary", async () => {
    const minute = new Date().getHours() * 60 + new Date().getMinutes();
    const time = (at: number) => new Date(((at + 1440) % 1440) * 60_000).toISOString().slice(11, 16);
    await page.click("#quiet");
    await page.waitForSelector(".time input");
    const set = (nth: number, value: string) =>
      evaluateIn(page)(
        (which, typed) => {
          const field = document.querySelectorAll<HTMLInputElement>(".time input")[which];
          if (!field) throw new Error("there is no such time");
          field.value = typed;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        },
        nth,
        value,
      );
    await set(0, time(minute - 60));
    await set(1, time(minute + 60));
    await arrive("World", "Law");
    await arrive("World");
    await waitUntil(async () => (await logged())?.heldSince, { what: "news held back" });
    expect(await toldBy(browser)).toEqual([]);
    await set(1, time(minute - 30));
    await refreshByAlarm(evaluateIn(page));
    await toldOnce();
    expect(await toldBy(browser)).toMatchObject([
      { id: "all", type: "basic", title: expect.stringMatching(/^3 new since /), message: "World 2, Law 1" },
    ]);
  });

  test("a fifth within the hour waits", async () => {
    const shownAt = Array.from({ length: 4 }, () => Date.now());
    await putLog({ shownAt: [Date.now() - 2 * 3_600_000, ...shownAt], heldSince: null });
    await arrive("World");
    await waitUntil(async () => (await logged())?.shownAt.length === 4, { what: "the decision" });
    expect(await toldBy(browser)).toEqual([]);
    await putLog({ shownAt: [], heldSince: null });
    await refreshByAlarm(evaluateIn(page));
    await toldOnce();
    expect(await toldBy(browser)).toHaveLength(1);
  });

  test("500 new articles at once make one notification, though each was to be told by itself", async () => {
    await page.reload();
    await choose("Alerts for World", "Notify for each article");
    await arrive(...Array.from({ length: 500 }, () => "World"));
    await toldOnce();
    expect(await toldBy(browser)).toMatchObject([{ id: "tag:world", title: "500 new in World" }]);
    await choose("Alerts for World", "Notify as a group");
  });

  test("ten refreshes asked for at once ask each source once, and make one alarm and one notification", async () => {
    const url = `http://home.feeds.test:${livePort()}/second.json`;
    const second = newFeed({ id: "second", url, title: "Second", homeUrl: null }, Date.now());
    server.serve("/second.json", { body: makeJsonFeed({ items: [] }) });
    await putRows(evaluateIn(page), "feeds", [second]);
    await refreshByAlarm(evaluateIn(page));
    await waitUntil(async () => server.log.some(({ path }) => path === "/second.json"), { what: "the second source" });

    const items = makeItems(3, () => ({ publishedAt: null, tags: ["World"], title: "Second's" }));
    server.serve("/second.json", { body: makeJsonFeed({ items }) });
    publish("World", "Law");
    const other = await browser.openPage("options.html");
    await page.bringToFront();
    await letTimePass(evaluateIn(page));
    server.clearLog();
    const ask = (from: Page, times: number) =>
      evaluateIn(from)(async (count) => {
        const asked = { kind: "refreshNow", which: "all" };
        await Promise.all(Array.from({ length: count }, () => chrome.runtime.sendMessage(asked)));
      }, times);
    await Promise.all([
      ask(page, 4),
      ask(other, 3),
      fireAlarm(evaluateIn(page)),
      browser.evaluateInBackground(() => {
        const { onStartup, onInstalled } = chrome.runtime as unknown as Record<
          string,
          { dispatch: (given?: object) => void }
        >;
        onStartup?.dispatch();
        onInstalled?.dispatch({ reason: "update" });
      }),
    ]);
    await toldOnce();
    await refreshNothing();
    expect(server.log.map(({ path }) => path).sort()).toEqual(["/feed.json", "/second.json"]);
    expect(await toldBy(browser)).toHaveLength(1);
    const alarms = await browser.evaluateInBackground(async () =>
      (await chrome.alarms.getAll()).map(({ name }) => name),
    );
    expect(alarms).toEqual(["refresh"]);
    await other.close();
  });

  /** What is asked for now comes after all that was asked for before. */
  const refreshNothing = () => evaluateIn(page)(() => chrome.runtime.sendMessage({ kind: "refreshNow", which: "due" }));

  test("the settings say that the browser blocks notifications, where it does", async () => {
    expect(await page.$("#alerts .notice")).toBeNull();
    const profileDir = mkdtempSync(join(tmpdir(), "foldline-blocked-"));
    mkdirSync(join(profileDir, "Default"));
    const blocked = { message_center: { disabled_extension_ids: [browser.extensionId] } };
    writeFileSync(join(profileDir, "Default/Preferences"), JSON.stringify(blocked));
    const other = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium"), profileDir });
    const settings = await other.openPage("options.html");
    const notice = await settings.waitForSelector("#alerts .notice");
    expect(await notice?.evaluate((element) => element.textContent)).toMatch(/^Your browser is blocking notifications/);
    await other.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
});

describe("alerts in Firefox, which knows only their basic form", () => {
  beforeAll(() => begin("firefox"));
  afterAll(end);
  beforeEach(beginAnew);

  test("several of one tag: title and message say it all", async () => {
    await arrive("World", "World");
    await toldOnce();
    expect(await toldBy(browser)).toEqual([
      { id: "tag:world", type: "basic", title: "2 new in World", message: "Article 3", others: ["iconUrl"] },
    ]);
  });

  test("of several tags: how many of which", async () => {
    await arrive("World", "Law", "Law");
    await toldOnce();
    expect(await toldBy(browser)).toMatchObject([
      { id: "all", title: "3 new articles", message: "Law 2, World 1", others: ["iconUrl"] },
    ]);
  });

  test("an ignored tag neither pops up nor counts, and the settings claim nothing about blocking", async () => {
    const before = await unread();
    await choose("Alerts for World", "Ignore");
    await arrive("World", "Law");
    await toldOnce();
    expect(await toldBy(browser)).toMatchObject([{ id: "tag:law", title: `Article ${published.length}` }]);
    const law = published.filter((tag) => tag === "Law").length;
    await badgeIs(String(law));
    expect(await unread()).toBe(before + 2);
    expect(await page.$("#alerts .notice")).toBeNull();
  });
});
