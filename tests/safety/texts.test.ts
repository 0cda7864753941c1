import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOME_FEED } from "../../lib/db/feeds.ts";
import { readOpml } from "../../lib/feed/opml.ts";
import { readFeed } from "../../lib/feed/read.ts";
import type { Feed } from "../../lib/model.ts";
import { canonicalTags } from "../../lib/tags/canonicalTags.ts";
import { tagLabel } from "../../lib/tags/tagLabel.ts";
import { allowed } from "../support/allowed.ts";
import { openBrowser, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { hostileTexts } from "../support/hostileTexts.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { makeJsonFeed, makeRss } from "../support/makers.ts";
import { noticesHanded, watchNotices } from "../support/noticesHanded.ts";
import { evaluateIn } from "../support/reading.ts";
import { articlesOf, fireAlarm, letTimePass, putRows, refreshByAlarm, rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";
import { sized } from "../support/whole.ts";

/** Each of two hundred sources has one of the texts in every field; the number at its end tells them apart. */
const TEXTS = hostileTexts();
const COUNT = TEXTS.length;
const textAt = (i: number) => TEXTS[i % COUNT] ?? "";
const folderAt = (i: number) => textAt(i + 77);
/** Of those that cost a page each. */
const SAMPLE = TEXTS.map((_, i) => i).filter((i) => i % sized({ short: 9, whole: 1 }) === 0);
const NOTICES = TEXTS.map((_, i) => i).filter((i) => i % sized({ short: 40, whole: 1 }) === 0);

const folder = mkdtempSync(join(tmpdir(), "foldline-texts-"));
let server: FeedServer;
let browser: TestBrowser;
let settings: Page;
let evaluate: Evaluate;

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As the file of another reader. */
const opml = (): string => {
  const feeds = TEXTS.map((text, i) => {
    const feed = `<outline type="rss" text="${escapeXml(text)}" xmlUrl="http://p${i}.feeds.test:${server.port}/${i}.xml"/>`;
    return `<outline text="${escapeXml(folderAt(i))}">${feed}</outline>`;
  });
  const traps = TEXTS.slice(0, 200).map(
    (text) => `<outline text="${escapeXml(text)}" type="rss" xmlUrl="javascript:${escapeXml(text)}"/>`,
  );
  return `<opml version="2.0"><head><title>x</title></head><body>${[...feeds, ...traps].join("\n")}</body></opml>`;
};

function itemAt(i: number) {
  const text = textAt(i);
  return { id: `${i}`, title: text, author: text, tags: [text], url: null, summary: "Words.", html: "<p>Words.</p>" };
}

/** Every second one has no tag of its own, so that its folder's comes first. */
function documentAt(i: number): string {
  const given = { title: textAt(i), items: [i % 2 === 0 ? itemAt(i) : { ...itemAt(i), tags: [] }] };
  return i % 4 < 2 ? makeJsonFeed(given) : makeRss(given);
}

/** What is left of the texts of a source when they are cleaned: how, the tests of lib/feed say. */
function cleaned(i: number) {
  const bytes = new TextEncoder().encode(makeJsonFeed({ items: [itemAt(i)] }));
  const read = readFeed(bytes, { url: "http://a.feeds.test/", now: Date.now() });
  const item = read.kind === "feed" ? read.items[0] : undefined;
  const source = listed.feeds[i];
  if (!item || !source) throw new Error(`text ${i} made a document unreadable`);
  const [tag, folder] = [item.categories, source.tags].map((labels) => tagLabel(canonicalTags(labels)[0] ?? "", "en"));
  return {
    title: item.title,
    authors: item.authors.join(),
    source: source.title,
    tag: tag ?? "",
    folder: folder ?? "",
  };
}

let listed: Extract<ReturnType<typeof readOpml>, { kind: "opml" }>;

beforeAll(async () => {
  server = await startFeedServer({ port: livePort() });
  server.serve("/feed.json", { body: makeJsonFeed({ title: "Home", items: TEXTS.map((_, i) => itemAt(i)) }) });
  TEXTS.forEach((_, i) => server.serve(`/${i}.xml`, { body: documentAt(i) }));
  const read = readOpml(new TextEncoder().encode(opml()));
  if (read.kind !== "opml") throw new Error(read.reason);
  listed = read;
  browser = await openBrowser({ kind: "chromium", extensionDir: allowed(liveBuild("chromium")) });
  settings = await browser.openPage("options.html");
  evaluate = evaluateIn(settings);
  await waitUntil(async () => (await articlesOf(evaluate)).length === COUNT, { what: "the articles" });
  await evaluate(() => chrome.storage.local.set({ settings: { quietFrom: 0, quietUntil: 0 } }));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** What came of the texts that is no text. Runs in the page. */
const strangers = (page: Page): Promise<string[]> =>
  evaluateIn(page)(() => {
    const inner = document.querySelector("iframe")?.contentDocument;
    const all = [document, ...(inner ? [inner] : [])].flatMap((each) => [...each.querySelectorAll("*")]);
    const isStrange = ({ attributes }: Element) => [...attributes].some(({ name }) => /^(pwn|on)/.test(name));
    const found = all.filter(isStrange).map((element) => element.outerHTML.slice(0, 100));
    return "pwned" in globalThis ? [...found, "something ran"] : found;
  });

/** The texts of these elements, of which none may hold another one. */
async function textsIn(page: Page, selector: string): Promise<string[]> {
  const found = await evaluateIn(page)(
    (asked) =>
      Array.from(document.querySelectorAll(asked), (each) => [each.textContent, each.childElementCount] as const),
    selector,
  );
  expect(found.filter(([, inside]) => inside > 0)).toEqual([]);
  return found.map(([text]) => text ?? "");
}

/** Runs in the page. From the end it begins at the top again: rows may have been passed before they were drawn. */
function scrollOn(): void {
  for (let box = document.querySelector(".row")?.parentElement; box; box = box.parentElement) {
    const before = box.scrollTop;
    box.scrollBy(0, 1_000);
    if (before > 0 && box.scrollTop === before) box.scrollTop = 0;
  }
}

const INVISIBLE = /[\x00-\x1f\x7f-\x9f\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/u;

test("two hundred texts or more; cleaned, none has a sign that nobody sees, and none is lost", () => {
  expect(COUNT).toBeGreaterThanOrEqual(200);
  expect(listed.feeds).toHaveLength(COUNT);
  for (const i of TEXTS.keys()) {
    const { title, authors, source, tag, folder: around } = cleaned(i);
    for (const text of [title, authors, source, tag, around]) {
      expect(text).not.toMatch(INVISIBLE);
      expect(text).toMatch(/\d/);
    }
  }
});

test("error messages: entries of a file that are left out are told in words", async () => {
  const path = join(folder, "feeds.opml");
  writeFileSync(path, opml());
  await settings.waitForSelector(".feed");
  const [chooser] = await Promise.all([
    settings.waitForFileChooser(),
    settings.locator(".thead .btn ::-p-text(Import OPML)").click(),
  ]);
  await chooser.accept([path]);
  await settings.waitForSelector(".import details");
  const [names, urls] = [await textsIn(settings, ".import li > bdi"), await textsIn(settings, ".import li small bdi")];
  expect(names).toEqual(listed.skipped.slice(0, 200).map(({ text }) => text));
  expect(urls).toEqual(listed.skipped.slice(0, 200).map(({ url }) => url));
  expect([...names, ...urls].filter((text) => INVISIBLE.test(text))).toEqual([]);
  expect(await strangers(settings)).toEqual([]);
});

test("names of sources: as the file has them, in the settings", async () => {
  await settings.locator(".import .btn.primary").click();
  await waitUntil(async () => (await textsIn(settings, ".feed h3 bdi")).length === COUNT + 1, { what: "the sources" });
  const names = (await textsIn(settings, ".feed h3 bdi")).slice(1);
  expect(names.sort()).toEqual(listed.feeds.map(({ title }) => title).sort());
  expect(await strangers(settings)).toEqual([]);
});

test("titles: in the list", async () => {
  const reader = await browser.openPage("reader.html");
  await reader.bringToFront();
  await reader.setViewport({ width: 1200, height: 3_000 });
  await reader.waitForSelector(".row .hl a");
  const titles = new Set<string>();
  // Of rows that are out of sight none is drawn.
  const seen = async () => {
    for (const title of await textsIn(reader, ".row .hl a")) titles.add(title);
    await evaluateIn(reader)(scrollOn);
    return titles.size === COUNT;
  };
  // Two hundred sources are being fetched meanwhile.
  await waitUntil(seen, { what: "all rows", withinMs: 100_000 });
  expect([...titles].sort()).toEqual(TEXTS.map((_, i) => cleaned(i).title).sort());
  expect(await strangers(reader)).toEqual([]);
  await reader.close();
});

test("titles, authors, tags, folders and sources: above and below an open article", { timeout: 900_000 }, async () => {
  // An import asks for its sources some at a time; the first are enough for the short form.
  const arrived = async () => (await articlesOf(evaluate)).filter(({ feedId }) => feedId !== HOME_FEED);
  const isEnough = async () => ((await arrived()).length < SAMPLE.length ? null : arrived());
  if (SAMPLE.length === COUNT) await letTimePass(evaluate).then(() => fireAlarm(evaluate));
  const articles = await waitUntil(isEnough, { what: "the articles of the sources", withinMs: 600_000 });
  const numbers = new Map(TEXTS.map((_, i) => [cleaned(i).title, i]));
  const reader = await browser.openPage("reader.html");
  await reader.bringToFront();
  for (const { title, id } of articles.slice(0, SAMPLE.length)) {
    const i = numbers.get(title) ?? -1;
    const { authors, source, tag, folder: around } = cleaned(i);
    await evaluateIn(reader)((wanted) => void (location.hash = `#/article/${wanted}`), id);
    await waitUntil(async () => (await textsIn(reader, ".art h1"))[0] === title, { what: `article ${i}` });
    expect(await textsIn(reader, ".art .by bdi"), `author ${i}`).toEqual([authors]);
    expect(await textsIn(reader, ".art .kick bdi"), `source ${i}`).toEqual([source]);
    expect(await textsIn(reader, ".art .kick button"), `tag ${i}`).toEqual([i % 2 === 0 ? tag : around]);
    expect(await strangers(reader), `text ${i}`).toEqual([]);
  }
  await reader.close();
});

test("tags and folders: in the row of all tags", async () => {
  const reader = await browser.openPage("reader.html");
  await reader.waitForSelector(".chip bdi");
  const chips = await textsIn(reader, ".chip bdi");
  const known = new Set(TEXTS.flatMap((_, i) => [cleaned(i).tag, cleaned(i).folder]));
  expect(chips.length).toBeGreaterThan(1);
  expect(chips.slice(1).filter((chip) => !known.has(chip))).toEqual([]);
  expect(await strangers(reader)).toEqual([]);
  await reader.close();
});

test("words that are searched for: in what is said of them", { timeout: 900_000 }, async () => {
  const reader = await browser.openPage("reader.html");
  await reader.bringToFront();
  await reader.waitForSelector(".row");
  await reader.keyboard.press("/");
  await reader.waitForSelector(".searchbar input");
  for (const i of SAMPLE) {
    const words = `zzqx${i} ${textAt(i)}`;
    await evaluateIn(reader)((text) => {
      const field = document.querySelector<HTMLInputElement>(".searchbar input");
      if (field) field.value = text;
      field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, words);
    const said = () => evaluateIn(reader)(() => document.querySelector(".found")?.textContent ?? "");
    await waitUntil(async () => (await said()).includes(`zzqx${i} `), { what: `an answer to text ${i}` });
    const field = await evaluateIn(reader)(() => document.querySelector<HTMLInputElement>(".searchbar input")?.value);
    // A message of the browser's ends at a NUL, which nobody can type.
    const [typed = ""] = (field ?? "").trim().split("\0");
    expect(await said()).toContain(`“${typed}”`);
    expect(await strangers(reader), `text ${i}`).toEqual([]);
  }
  await reader.close();
});

test(
  "notifications: what is handed to the browser is cleaned text, no address and no button",
  { timeout: 900_000 },
  async () => {
    await settings.bringToFront();
    const sources = (await rowsOf<Feed>(evaluate, "feeds")).filter(({ id }) => id !== HOME_FEED);
    const paused = sources.map((feed) => ({ ...feed, isPaused: true, lease: null }));
    await putRows(evaluate, "feeds", paused);
    await watchNotices(browser);
    for (const i of NOTICES) {
      const text = textAt(i);
      const items = [{ id: `n${i}`, title: text, summary: `${text} said`, tags: [text], url: null, publishedAt: null }];
      server.serve("/feed.json", { body: makeJsonFeed({ items }) });
      await refreshByAlarm(evaluate);
      const [told] = await waitUntil(() => noticesHanded(browser), { what: `notification ${i}` });
      const { title, tag } = cleaned(i);
      expect(told?.title).toBe(title);
      expect(told?.contextMessage).toContain(tag);
      expect(`${told?.title} ${told?.message} ${told?.contextMessage}`).not.toMatch(INVISIBLE);
      expect(told?.buttons).toEqual(["Read", "Read later"]);
      expect(told?.iconUrl).toBe(`${browser.extensionOrigin}/icons/icon-128.png`);
      expect(told?.imageUrl).toBeNull();
    }
  },
);
