import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newFeed } from "../../lib/db/feeds.ts";
import type { Feed, NetworkRequest } from "../../lib/model.ts";
import { openBrowser, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer, type LoggedRequest } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed, makeRss } from "../support/makers.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind }>([{ kind: "chromium" }, { kind: "firefox" }])(
  "the sources in $kind",
  ({ kind }) => {
    let server: FeedServer;
    let browser: TestBrowser;
    let page: Page;

    beforeAll(async () => {
      server = await startFeedServer({ port: livePort() });
      server.serve("/feed.json", { body: makeJsonFeed({ items: makeItems(2), title: "Home news" }), etag: true });
      for (const name of ["harbour", "lab"]) {
        const items = makeItems(3, (n) => ({ id: `${name} ${n}`, title: `${name} ${n}`, tags: ["Boats"] }));
        server.serve(`/${name}.xml`, { body: makeRss({ title: name, items }), etag: true });
      }
      browser = await openBrowser({ kind, extensionDir: liveBuild(kind) });
      const evaluate = browser.evaluateInBackground;
      await waitUntil(async () => (await articlesOf(evaluate)).length === 2, { what: "the home articles" });
      const feeds = ["harbour", "lab"].map((id) =>
        newFeed({ id, url: `${server.origin()}/${id}.xml`, title: id, homeUrl: null }, 0),
      );
      await putRows(evaluate, "feeds", feeds);
      await fireAlarm(evaluate);
      await waitUntil(async () => (await articlesOf(evaluate)).length === 8, { what: "all articles" });
      page = await browser.openPage("options.html");
      await page.waitForSelector(".feed:nth-of-type(3)");
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
    });

    /** Of the server's log, which is cleared between tests. */
    const everything: LoggedRequest[] = [];
    function startCounting(): void {
      everything.push(...server.log);
      server.clearLog();
    }

    const feeds = () => rowsOf<Feed>(browser.evaluateInBackground, "feeds");
    const feed = async (id: string) => (await feeds()).find((row) => row.id === id);
    const listed = () =>
      evaluateIn(page)(() => [...document.querySelectorAll(".feed h3 bdi")].map((name) => name.textContent));
    const focusedName = () => evaluateIn(page)(() => document.activeElement?.getAttribute("aria-label"));

    async function choose(source: string, item: string): Promise<void> {
      await page.click(`.feed button[aria-label="More for ${source}"]`);
      await page.waitForSelector(".menu");
      await evaluateIn(page)((wanted) => {
        const items = [...document.querySelectorAll<HTMLElement>(".menu button")];
        items.find((each) => each.textContent === wanted)?.click();
      }, item);
    }

    test("a source gets another name and tags, which all of its articles get", async () => {
      await choose("lab", "Edit");
      await page.waitForSelector(".sedit");
      await page.keyboard.type("The Quiet Lab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Science, Boats");
      await page.keyboard.press("Tab");
      await waitUntil(async () => (await listed()).includes("The Quiet Lab"), { what: "its new name" });
      const tagsOf = async () =>
        (await articlesOf(browser.evaluateInBackground))
          .filter(({ feedId }) => feedId === "lab")
          .map(({ tags }) => tags.join());
      await waitUntil(async () => (await tagsOf()).every((tags) => tags === "boats,science"), { what: "its new tags" });
      await page.select(".sedit select", String(3 * 3_600_000));
      await waitUntil(async () => (await feed("lab"))?.intervalMs === 3 * 3_600_000, { what: "its interval" });
      await page.keyboard.press("Escape");
      await page.waitForSelector(".sedit", { hidden: true });
      expect(await focusedName()).toBe("More for The Quiet Lab");
    });

    test("it moves among the sources, and its menu keeps the focus", async () => {
      expect(await listed()).toEqual(["Foldline News", "harbour", "The Quiet Lab"]);
      await choose("The Quiet Lab", "Move up");
      await waitUntil(async () => (await listed())[1] === "The Quiet Lab", { what: "its new place" });
      expect(await focusedName()).toBe("More for The Quiet Lab");
    });

    test("a paused source is not asked by the alarm, says so and keeps its articles", async () => {
      await choose("harbour", "Pause");
      await page.waitForFunction(() =>
        document.querySelector("#sources")?.textContent?.includes("Checked only when you ask"),
      );
      startCounting();
      await letTimePass(browser.evaluateInBackground);
      await fireAlarm(browser.evaluateInBackground);
      await waitUntil(() => server.log.length === 2, { what: "the other two" });
      expect(server.log.map(({ path }) => path)).not.toContain("/harbour.xml");
      expect(
        (await articlesOf(browser.evaluateInBackground)).filter(({ feedId }) => feedId === "harbour"),
      ).toHaveLength(3);
      await page.click('.feed button[aria-label="Check harbour now"]');
      await waitUntil(() => server.log.some(({ path }) => path === "/harbour.xml"), { what: "a person's own request" });
      await choose("harbour", "Resume");
      await waitUntil(async () => (await feed("harbour"))?.isPaused === undefined, { what: "its end" });
    });

    test("its check-up shows its last answers and why it is asked when", async () => {
      await choose("harbour", "Check-up");
      await page.waitForSelector(".doctor .requests li");
      const text = (selector: string) =>
        evaluateIn(page)((found) => [...document.querySelectorAll(found)].map((each) => each.textContent), selector);
      expect((await text(".doctor .requests li")).map((row) => row?.replace(/^.*?(?=You|Reg)/, ""))).toEqual([
        expect.stringContaining("You askedNothing new (304)"),
        expect.stringContaining("Regular checkAnswered (200)"),
      ]);
      expect((await text(".doctor dd")).join(" ")).toContain("RSS, utf-8, 3 entries");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".doctor", { hidden: true });
      expect(await focusedName()).toBe("More for harbour");
    });

    test("the account of the network names every request that the server has seen, and no other", async () => {
      startCounting();
      const rows = await rowsOf<NetworkRequest>(browser.evaluateInBackground, "requests");
      const byAddress = (urls: string[]) => urls.toSorted();
      expect(byAddress(rows.map(({ url, status }) => `${status} ${url}`))).toEqual(
        byAddress(everything.map(({ path, status }) => `${status} ${server.origin()}${path}`)),
      );
      await page.click("#network button");
      await page.waitForSelector("#network .requests li");
      expect(await evaluateIn(page)(() => document.querySelector("#network [role=status]")?.textContent)).toContain(
        `${rows.length} requests to 1 host`,
      );
    });

    test("an unfollowed source is gone at once, comes back by Undo, and else its articles go with the toast", async () => {
      await choose("harbour", "Unfollow");
      await page.waitForSelector(".toast");
      expect(await evaluateIn(page)(() => document.querySelector(".toast span")?.textContent)).toBe(
        "Unfollowed harbour",
      );
      expect(await listed()).not.toContain("harbour");
      expect(await focusedName()).toBe("Sources");
      await page.click(".toast button");
      await waitUntil(async () => (await listed()).includes("harbour"), { what: "the source" });
      expect(await articlesOf(browser.evaluateInBackground)).toHaveLength(8);
      await choose("harbour", "Unfollow");
      await page.waitForSelector(".toast");
      await page.click('.toast button[aria-label="Close"]');
      await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === 5, { what: "its end" });
      expect((await feeds()).map(({ id }) => id).sort()).toEqual(["home", "lab"]);
    });

    test("a page that is closed before the toast is gone still offers Undo when it is opened again", async () => {
      await choose("The Quiet Lab", "Unfollow");
      await page.waitForSelector(".toast");
      await page.close();
      page = await browser.openPage("options.html");
      await page.waitForSelector(".toast");
      expect((await articlesOf(browser.evaluateInBackground)).length).toBe(5);
      await page.click(".toast button");
      await waitUntil(async () => (await listed()).includes("The Quiet Lab"), { what: "the source" });
      expect(await feed("lab")).toMatchObject({ isNamed: true, tags: ["science", "boats"], intervalMs: 3 * 3_600_000 });
    });
  },
);
