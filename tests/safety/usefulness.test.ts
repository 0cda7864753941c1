import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleScript } from "../bench/bundleScript.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { liveBuild } from "../support/live.ts";
import { evaluateIn } from "../support/reading.ts";
import { BLOCKS } from "./articleBlocks.ts";
import type { UsefulPage, Kept } from "./usefulPage.ts";
import { writeArticle, type RealArticle } from "./realArticles.ts";

declare const usefulPage: UsefulPage;

const ARTICLES = Array.from({ length: 300 }, (_, number) => writeArticle(number, BLOCKS));
const LEAST_OF_TEXT = 0.99;

describe("what the sanitiser leaves of 300 articles as publishers write them, in Chromium", () => {
  let browser: TestBrowser;
  let read: { article: RealArticle; kept: Kept }[];

  beforeAll(async () => {
    browser = await openBrowser({ kind: "chromium", extensionDir: liveBuild("chromium") });
    const page = await browser.driver.newPage();
    await page.evaluate(await bundleScript(fileURLToPath(new URL("usefulPage.ts", import.meta.url))));
    const sources = ARTICLES.map(({ html }) => html);
    const kept = await evaluateIn(page)((given) => usefulPage.keep(given), sources);
    read = ARTICLES.flatMap((article, index) => ({ article, kept: kept[index] ?? NOTHING }));
  });
  afterAll(() => browser?.close());

  const over = <T>(each: (article: RealArticle, kept: Kept) => T[]): T[] =>
    read.flatMap(({ article, kept }) => each(article, kept));

  test("at least 99 % of the characters of their texts are there, in their order", () => {
    let [written, found] = [0, 0];
    for (const { article, kept } of read) {
      let from = 0;
      for (const text of article.texts) {
        written += text.length;
        const at = kept.text.indexOf(text, from);
        if (at < 0) continue;
        found += text.length;
        from = at + text.length;
      }
    }
    console.info(`${found} of ${written} characters are there`);
    expect(written).toBeGreaterThan(500_000);
    expect(found / written).toBeGreaterThanOrEqual(LEAST_OF_TEXT);
  });

  test("every link and every embed leads where it led", () => {
    expect(over(({ links }, kept) => links.filter((address) => !kept.links.includes(address)))).toEqual([]);
    expect(over(({ links }) => links).length).toBeGreaterThan(1_000);
  });

  test("every picture is there", () => {
    expect(over(({ pictures }, kept) => pictures.filter((address) => !kept.pictures.includes(address)))).toEqual([]);
    expect(over(({ pictures }) => pictures).length).toBeGreaterThan(800);
  });

  test("pixels and frames that count readers, and what follows people in links, are left out", () => {
    const pixels = over((article) => article.pixels);
    const tracked = ARTICLES.reduce((sum, { trackedLinks }) => sum + trackedLinks, 0);
    console.info(`${pixels.length} pixels and ${tracked} links with tracking parameters`);
    expect(pixels.length).toBeGreaterThan(300);
    expect(tracked).toBeGreaterThan(300);
    const all = over((_, kept) => [...kept.links, ...kept.pictures]);
    expect(all.filter((address) => address.includes("counter.example"))).toEqual([]);
    expect(all.filter((address) => TRACKED.test(address))).toEqual([]);
  });

  test("nothing is there that no article said", () => {
    expect(over((article, kept) => kept.pictures.filter((address) => !article.pictures.includes(address)))).toEqual([]);
    const strange = over((article, kept) => kept.links.filter((address) => !article.links.includes(address)));
    expect(strange.filter((address) => !address.startsWith("#user-content-"))).toEqual([]);
  });
});

const NOTHING: Kept = { text: "", links: [], pictures: [] };
const TRACKED = /utm_|clid=|mc_[ce]id|igshid|_hs|mkt_tok/;
