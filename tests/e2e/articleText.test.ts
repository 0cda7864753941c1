import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type BrowserKind, type Evaluate, type TestBrowser } from "../support/browser.ts";
import { startFeedServer, type FeedServer } from "../support/feedServer.ts";
import { liveBuild, livePort } from "../support/live.ts";
import { articleIn, evaluateIn } from "../support/reading.ts";
import { articlesOf, rowsOf } from "../support/stored.ts";
import { serveTextArticles } from "../support/textArticles.ts";
import { pause, waitUntil } from "../support/waitUntil.ts";
import type { StoredImage } from "../../lib/model.ts";

const MARKDOWN = "A text[^1] with *Markdown*.\n\n```js\nlet a = 1;\n```\n\n[^1]: Its [note](https://a.example/).\n";

const TEN_THOUSAND = Array.from({ length: 10_000 }, (_, i) => i);
/** As long as the hostile one, and harmless: what so much text costs anyway, on whatever machine. */
const LONG = `<p>${TEN_THOUSAND.map((i) => `<a href="https://a.example/${i}">${i}</a>`).join(" ")}</p>`;

/** What would keep a page busy, or reach for more than a text may. */
const HOSTILE = [
  '<p id="self">Points at <a href="#self">1</a> itself.</p>',
  `<p>${TEN_THOUSAND.map((i) => `<a href="#many">${i}</a>`).join(" ")}</p><p id="many">The note of many.</p>`,
  `<pre><code class="language-html">${"&lt;A b={".repeat(2_000)}</code></pre>`,
  `<pre><code class="language-js">${"let a = 1;\n".repeat(3_000)}</code></pre>`,
  '<p><a href="#&quot;]x">2</a></p><p id="&quot;]x">A note with quotes in its name.</p>',
  '<pre><code class="language-js" data-language="x&quot; onload=&quot;alert(1)">let a = 1;</code></pre>',
].join("");

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: liveBuild("chromium") },
  { kind: "firefox", build: liveBuild("firefox") },
])("the text of an article in $kind", ({ kind, build }) => {
  let server: FeedServer;
  let browser: TestBrowser;
  let page: Page;
  let evaluate: Evaluate;
  const ids = new Map<string, number>();

  beforeAll(async () => {
    server = await startFeedServer({ port: livePort() });
    const count = serveTextArticles(server, [
      { title: "Hostile", html: HOSTILE },
      { title: "Long", html: LONG },
      { title: "Plain", html: "<p>Words only.</p>" },
      { title: "Markdown", markdown: MARKDOWN },
    ]);
    browser = await openBrowser({ kind, extensionDir: build, viewport: { width: 400, height: 700 } });
    const stored = () => articlesOf(browser.evaluateInBackground);
    const rows = await waitUntil(async () => ((await stored()).length === count ? stored() : null), {
      what: "the articles",
      withinMs: 60_000,
    });
    for (const { title, id } of rows) ids.set(title, id);
    const pictures = () => rowsOf<StoredImage>(browser.evaluateInBackground, "images");
    const areStored = async () => (await pictures()).every(({ wanted }) => wanted === 0);
    await waitUntil(areStored, { what: "the pictures" });
    page = await browser.openPage("sidepanel.html");
    await page.bringToFront();
    evaluate = evaluateIn(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** From its row, as a person would. */
  async function open(title: string): Promise<void> {
    await evaluate(() => document.querySelector<HTMLElement>(".rbar button")?.click());
    await waitUntil(() => evaluate(() => document.querySelector(".art") === null), { what: "the list" });
    const id = ids.get(title) ?? 0;
    await waitUntil(() => evaluate((row) => document.querySelector(`[data-article="${row}"] a`) !== null, id), {
      what: `the row of ${title}`,
    });
    await evaluate((row) => document.querySelector<HTMLElement>(`[data-article="${row}"] a`)?.click(), id);
    await waitUntil(async () => (await articleIn(evaluate))?.title === title, { what: title });
  }

  const colours = () =>
    evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentWindow;
      // A frame's window has what every window has.
      const { highlights } = (inner as unknown as typeof globalThis).CSS;
      return [...highlights].map(([name, ranges]) => {
        const [first] = [...ranges];
        return `${name}: ${first?.startContainer.textContent?.slice(first.startOffset, first.endOffset)}`;
      });
    });

  test("code is coloured in its place: no element is made, and nothing moves", async () => {
    await open("Everything");
    const laidOut = () =>
      evaluate(() => {
        const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
        const [code] = inner?.querySelectorAll("pre code") ?? [];
        return [code?.childNodes.length, inner?.body.getBoundingClientRect().height];
      });
    const before = await laidOut();
    await waitUntil(async () => (await colours()).length >= 6, { what: "colours" });
    expect(await colours()).toContain("code-comment: // Ranges, not elements: nothing moves.");
    expect(await colours()).toContain("code-keyword: export");
    await waitUntil(async () => (await colours()).includes("code-inserted: +  new\n"), { what: "all colours" });
    expect(await laidOut()).toEqual(before);
    expect(before[0]).toBe(1);
  });

  test("copied code is plain text", async () => {
    await evaluate(() => {
      const written: string[] = [];
      Object.assign(globalThis, { written });
      navigator.clipboard.writeText = async (text) => void written.push(text);
    });
    const said = await evaluate(async () => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      const button = inner?.querySelectorAll<HTMLElement>("button.copy")[2];
      button?.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return button?.getAttribute("aria-label");
    });
    expect(said).toBe("Copied");
    const written = await evaluate(() => (globalThis as unknown as { written: string[] }).written);
    expect(written).toEqual(["-  old\n+  new\n   same"]);
  });

  test("a note opens beside its reference by the keyboard, within the pane, and gives focus back", async () => {
    await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      const [, second] = inner?.querySelectorAll<HTMLElement>("a[role=doc-noteref]") ?? [];
      second?.scrollIntoView({ block: "center" });
      second?.focus();
    });
    await page.keyboard.press("Enter");
    const note = await waitUntil(() => evaluate(noteNow), { what: "the note" });
    expect(note.name).toBe("Note 2");
    expect(note.text).toMatch(/^The second one is longer.*it stops\.$/s);
    expect(note.hasFocus).toBe(true);
    expect(note.isWithinPane).toBe(true);
    expect(note.links).toEqual(["https://a.example/"]);
    await page.keyboard.press("Escape");
    expect(await evaluate(noteNow)).toBeNull();
    // The article is still open, and focus at the reference.
    expect(await evaluate(focusInText)).toBe("2");
    await page.keyboard.press("Enter");
    await waitUntil(() => evaluate(noteNow), { what: "the note" });
    await page.keyboard.press("Tab");
    expect(await evaluate(focusInText)).toBe("a link");
    await page.keyboard.press("Tab");
    await waitUntil(async () => (await evaluate(noteNow)) === null, { what: "the note to close" });
  });

  test("notes of Markdown open too, and a click elsewhere closes them", async () => {
    await open("Markdown");
    await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      inner?.querySelector<HTMLElement>("a[role=doc-noteref]")?.click();
    });
    const note = await waitUntil(() => evaluate(noteNow), { what: "the note" });
    expect(note.text).toBe("Its note.");
    await page.mouse.click(200, 20);
    expect(await evaluate(noteNow)).toBeNull();
    await waitUntil(async () => (await colours()).includes("code-keyword: let"), { what: "colours" });
  });

  test("in an Arabic article in an English interface the note stays within the pane", async () => {
    await open("Arabic");
    await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      inner?.querySelector<HTMLElement>("a[role=doc-noteref]")?.click();
    });
    const note = await waitUntil(() => evaluate(noteNow), { what: "the note" });
    expect([note.name, note.isWithinPane, note.direction]).toEqual(["Note ١", true, "rtl"]);
    await page.keyboard.press("Escape");
  });

  test("a picture that is wider than the column opens by the keyboard; arrows lead on, Escape back to it", async () => {
    await open("Everything");
    const picture = () => evaluate(() => document.querySelector<HTMLImageElement>("dialog.viewer img")?.alt ?? null);
    await waitUntil(() => evaluate(openables), { what: "pictures that open" });
    expect(await evaluate(openables)).toEqual(["Picture", "Hills at dusk"]);
    await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      inner?.querySelector<HTMLElement>("img[role=button]")?.focus();
    });
    await page.keyboard.press("Enter");
    await waitUntil(async () => (await picture()) === "Hills at dusk", { what: "the picture" });
    expect(await evaluate(() => document.querySelector("dialog .cap")?.textContent)).toMatch(/^Hills, wider/);
    await page.keyboard.press("ArrowRight");
    await waitUntil(async () => (await picture()) === "", { what: "the next picture" });
    // Keys of the page mean nothing here.
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await waitUntil(async () => (await picture()) === null, { what: "the end of the viewer" });
    expect((await articleIn(evaluate))?.title).toBe("Everything");
    expect(await evaluate(focusInText)).toBe("Hills at dusk");
  });

  test("pictures have their boxes before they are there", async () => {
    const sizes = await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      return Array.from(inner?.querySelectorAll("img") ?? [], ({ width, height, attributes }) => [
        ...[attributes.getNamedItem("width")?.value, attributes.getNamedItem("height")?.value],
        Math.round((100 * width) / height),
      ]);
    });
    expect(sizes).toEqual([
      ["1200", "800", 150],
      ["16", "16", 100],
      ["300", "900", 33],
    ]);
  });

  test("what is attached stands at the end, without the picture above and without scripts", async () => {
    const attached = await evaluate(() =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>(".attached a"), (link) => [
        link.innerText.replace(/\s+/g, " "),
        new URL(link.href).pathname,
      ]),
    );
    expect(attached).toEqual([
      ["Audio, 24 MB home.feeds.test", "/talk.mp3"],
      ["PDF, 640 kB home.feeds.test", "/report.pdf"],
    ]);
  });

  test("in a language that nobody knows, and without code, nothing is coloured", async () => {
    await open("Plain");
    await pause(200);
    expect(await colours()).toEqual([]);
  });

  /** The longest time, in ms, in which the page answered nothing while the article was opened and drawn. */
  async function longestWait(title: string): Promise<number> {
    await evaluate(() => {
      let last = performance.now();
      const measured = { longest: 0 };
      Object.assign(globalThis, { measured });
      setInterval(() => {
        measured.longest = Math.max(measured.longest, performance.now() - last);
        last = performance.now();
      }, 20);
    });
    await open(title);
    // The tokenizer is given up after a second.
    await pause(2_500);
    return await evaluate(() => (globalThis as unknown as { measured: { longest: number } }).measured.longest);
  }

  test("a hostile text keeps people waiting little more than any that is as long", async () => {
    const usual = await longestWait("Long");
    expect(await longestWait("Hostile")).toBeLessThan(500 + 3 * usual);
    const references = await evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
      const texts = Array.from(inner?.querySelectorAll("a[role=doc-noteref]") ?? [], (link) => link.textContent);
      return [texts.length, texts.at(-1), inner?.querySelectorAll("[onload], script").length];
    });
    expect(references).toEqual([10_001, "2", 0]);
  });

  test("all of it was read without a request", async () => {
    server.clearLog();
    for (const title of ["Everything", "Markdown", "Japanese"]) await open(title);
    await pause(500);
    expect(server.log).toEqual([]);
  });
});

/** Runs in the page: the open note. */
function noteNow() {
  const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
  const note = frame?.contentDocument?.querySelector<HTMLElement>("[role=dialog]");
  const pane = frame?.closest(".scroll")?.getBoundingClientRect();
  if (!frame || !note || !pane) return null;
  const [outer, inner] = [frame.getBoundingClientRect(), note.getBoundingClientRect()];
  return {
    name: note.getAttribute("aria-label"),
    text: note.innerText.trim(),
    links: Array.from(note.querySelectorAll("a"), (link) => link.href),
    hasFocus: document.activeElement === frame && note.contains(frame.contentDocument?.activeElement ?? null),
    direction: getComputedStyle(note).direction,
    isWithinPane:
      inner.left >= 0 &&
      inner.right <= outer.width &&
      outer.top + inner.top >= pane.top &&
      outer.top + inner.bottom <= pane.bottom,
  };
}

/** Runs in the page: the words, or the description, of what has focus in the text. */
function focusInText(): string | null {
  const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
  const focused = document.activeElement === frame ? frame?.contentDocument?.activeElement : null;
  return focused?.getAttribute("alt") ?? focused?.textContent ?? null;
}

/** Runs in the page: the names of the pictures that open, once both are judged. */
function openables(): string[] | null {
  const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument;
  const found = [document, ...(inner ? [inner] : [])].flatMap((each) => [...each.querySelectorAll("img[role=button]")]);
  return found.length < 2
    ? null
    : found.map((each) => each.getAttribute("aria-label") ?? each.getAttribute("alt") ?? "");
}
