import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoredImage } from "../../lib/model.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeItems, makeJsonFeed } from "../support/makers.ts";
import { makePng } from "../support/pictures.ts";
import { evaluateIn, headlinesIn } from "../support/reading.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";

const COUNT = 40;

const at = (path: string) => `${server.origin()}/${path}`;

/** One above the text, and three in it: one that waits for a script, one in several sizes, one that all articles share. */
const itemsOf = () =>
  makeItems(COUNT, (number) => ({
    title: `Report ${number}`,
    imageUrl: at(`hero/${number}.png`),
    html: `<p>Words of ${number}.</p>
      <img src="${at("blank.gif")}" data-src="${at(`lazy/${number}.png`)}" alt="Lazy">
      <noscript><img src="${at(`lazy/${number}.png`)}"></noscript>
      <img srcset="${at(`small/${number}.png`)} 300w, ${at(`sized/${number}.png`)} 1200w" alt="Sized">
      <p>More.</p><img src="${at(`map.png?of=${number}`)}" alt="Map">
      <img src="${at(`missing/${number}.png`)}" alt="Lost ${number}">`,
  }));

let server: FeedServer;
let browser: TestBrowser;
let page: Page;

describe("pictures for where there is no network", () => {
  const evaluate = <Args extends unknown[], Result>(run: (...args: Args) => Result | Promise<Result>, ...args: Args) =>
    evaluateIn(page)(run, ...args);
  const imagesNow = () => rowsOf<StoredImage>(browser.evaluateInBackground, "images");
  const waitsForTexts = async () =>
    (await rowsOf<{ key: string }>(browser.evaluateInBackground, "state")).some(({ key }) => key === "unillustrated");
  const atRest = async () =>
    await waitUntil(
      // Those above the texts are there before it is known which ones are in them.
      async () => !(await waitsForTexts()) && (await imagesNow()).every(({ wanted }) => wanted === 0),
      { what: "an empty queue", withinMs: 60_000 },
    );
  const choose = (label: string) =>
    waitUntil(
      () =>
        evaluate((wanted) => {
          const opener = document.querySelector<HTMLElement>("section.list [aria-haspopup='menu'][aria-label='More']");
          if (opener?.ariaExpanded === "false") opener.click();
          const items = [...document.querySelectorAll<HTMLElement>("[role^='menuitem']")];
          const item = items.find((each) => each.textContent?.includes(wanted));
          item?.click();
          return item !== undefined;
        }, label),
      { what: label },
    );
  const line = () => evaluate(() => document.querySelector(".chooser .notice.calm")?.textContent ?? "");

  /** How the open article's pictures stand; null while they are on their way. */
  const picturesIn = (title: string) =>
    evaluate((wanted) => {
      const art = document.querySelector<HTMLElement>(".art");
      const inner = art?.querySelector("iframe")?.contentDocument;
      if (art?.querySelector("h1")?.textContent !== wanted || !inner?.body?.childElementCount) return null;
      const all = [...art.querySelectorAll<HTMLImageElement>(".hero img"), ...inner.querySelectorAll("img")];
      if (!all.every((picture) => picture.complete)) return null;
      const missing = Array.from(inner.querySelectorAll(".missing"), (each) => each.textContent);
      return { shown: all.filter((each) => each.naturalWidth > 0).length, missing };
    }, title);

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    server.serve("/feed.json", { body: makeJsonFeed({ items: itemsOf() }), etag: true });
    for (let number = 1; number <= COUNT; number++) {
      for (const [place, folder] of ["hero", "lazy", "sized"].entries()) {
        server.serve(`/${folder}/${number}.png`, { body: makePng(640 + number, 200 + place) });
      }
    }
    server.serve("/map.png", { body: makePng(700, 300) });
    browser = await openBrowser({
      kind: "chromium",
      extensionDir: liveBuild("chromium"),
      viewport: { width: 400, height: 800 },
    });
    await waitUntil(async () => (await articlesOf(browser.evaluateInBackground)).length === COUNT, {
      what: "articles",
    });
    await atRest();
    page = await browser.openPage("reader.html");
    await page.bringToFront();
    await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 0, { what: "the list" });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("a first load brings those above all texts and in the newest twenty, and no size that nobody sees", async () => {
    const asked = (folder: string) =>
      new Set(server.log.map((each) => each.path).filter((each) => each.startsWith(folder))).size;
    expect([asked("/hero/"), asked("/lazy/"), asked("/sized/")]).toEqual([COUNT, 20, 20]);
    expect([asked("/small/"), asked("/blank")]).toEqual([0, 0]);
  });

  test("one picture at many addresses is stored once", async () => {
    const maps = (await imagesNow()).filter(({ url }) => url.includes("/map.png"));
    expect(maps).toHaveLength(20);
    expect(maps.filter(({ sameAs }) => sameAs === undefined)).toHaveLength(1);
  });

  test("everything unread is downloaded, with word of how far it is, and can be stopped", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    for (let number = 1; number <= 20; number++) {
      const body = makePng(640 + number, 201);
      server.serve(`/lazy/${number}.png`, () => held.then(() => ({ body })));
    }
    await choose("Download everything unread");
    await waitUntil(async () => /Downloading pictures: \d+ of \d+/.test(await line()), { what: "how far it is" });
    await evaluate(() => document.querySelector<HTMLElement>(".chooser .notice.calm button")?.click());
    await waitUntil(async () => (await line()) === "", { what: "the end of it" });
    server.clearLog();
    release();
    await atRest();
    await pause(300);
    const late = server.log.map((each) => each.path).filter((each) => !each.startsWith("/feed"));
    expect(late.length).toBeLessThanOrEqual(4);
  });

  test(
    "without a network every unread article shows all its pictures then; what was not to be had is described",
    { timeout: 180_000 },
    async () => {
      for (let number = 1; number <= 20; number++) {
        server.serve(`/lazy/${number}.png`, { body: makePng(640 + number, 201) });
      }
      await choose("Download everything unread");
      await waitUntil(async () => (await line()).startsWith("Everything unread is here"), {
        what: "its end",
        withinMs: 60_000,
      });
      const articles = await articlesOf(browser.evaluateInBackground);
      expect(articles.filter(({ unread }) => unread)).toHaveLength(COUNT);
      server.clearLog();
      for (const { id, title } of articles) {
        await evaluate((to) => void (location.hash = to), `#/article/${id}`);
        const seen = await waitUntil(() => picturesIn(title), { what: `the pictures of ${title}` });
        const number = Number(/\d+/.exec(title)?.[0]);
        expect(seen).toEqual({ shown: 4, missing: [`Lost ${number}`] });
      }
      expect(server.log).toEqual([]);
    },
  );
});
