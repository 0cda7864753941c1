import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TagChoice } from "../../lib/model.ts";
import { openBrowser, welcomePage, type BrowserKind, type TestBrowser } from "../support/browser.ts";
import { evaluateIn } from "../support/reading.ts";
import { rowsOf } from "../support/stored.ts";
import { waitUntil } from "../support/waitUntil.ts";

describe.each<{ kind: BrowserKind; build: string }>([
  { kind: "chromium", build: ".output/chrome-mv3" },
  { kind: "firefox", build: ".output/firefox-mv3" },
])("the first day in $kind", ({ kind, build }) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser({ kind, extensionDir: build, keepsWelcome: true });
    page = await welcomePage(browser);
    await page.waitForSelector("h1");
  });
  afterAll(() => browser.close());

  const title = () => evaluateIn(page)(() => document.querySelector("h1")?.textContent ?? "");
  const focused = () => evaluateIn(page)(() => document.activeElement?.textContent ?? "");
  const settings = () => browser.evaluateInBackground(() => chrome.storage.local.get("settings"));
  const go = async (name: string, to: string) => {
    await evaluateIn(page)((wanted) => {
      const controls = [...document.querySelectorAll<HTMLElement>(".ft a, .ft button")];
      controls.find((control) => control.textContent === wanted)?.click();
    }, name);
    await waitUntil(async () => (await title()) === to, { what: to });
  };

  test("begins with a page that opens by itself, and asks the person and the network for nothing", async () => {
    expect(await title()).toBe("The news, folded to fit beside your work.");
    expect(await evaluateIn(page)(() => document.title)).toBe("Welcome · Foldline");
    expect(await browser.networkEvents()).toEqual([]);
    const granted = await browser.evaluateInBackground(() => chrome.permissions.getAll());
    expect(granted.origins ?? []).toEqual([]);
  });

  test("topics that are ticked are pinned, in that order, and stay where they are", async () => {
    await go("Choose topics", "What do you want at the top?");
    expect(await focused()).toBe("What do you want at the top?");
    const named = () =>
      evaluateIn(page)(() => [...document.querySelectorAll(".pick bdi")].map((name) => name.textContent));
    // All the edition's.
    await waitUntil(async () => (await named()).includes("Publishing"), { what: "all topics" });
    const before = await named();
    expect(before.slice(0, 3)).toEqual(["World", "Business", "Science"]);
    const pins = async () =>
      (await rowsOf<TagChoice>(evaluateIn(page), "tags"))
        .sort((a, b) => (a.pinnedAt ?? 0) - (b.pinnedAt ?? 0))
        .map(({ tag }) => tag);
    for (const [name, pinned] of [
      ["Science", ["science"]],
      ["World", ["science", "world"]],
      ["Science", ["world"]],
      ["Health", ["world", "health"]],
    ] as const) {
      await evaluateIn(page)((wanted) => {
        const labels = [...document.querySelectorAll<HTMLLabelElement>(".pick label")];
        labels.find((label) => label.textContent?.startsWith(wanted))?.click();
      }, name);
      await waitUntil(async () => (await pins()).join() === pinned.join(), { what: pinned.join() });
    }
    expect(await named()).toEqual(before);
  });

  test("how to be told is set when reading starts, and the browser's Back goes a step back", async () => {
    await go("Continue", "How should new articles reach you?");
    await evaluateIn(page)(() => history.back());
    await waitUntil(async () => (await title()) === "What do you want at the top?", { what: "the step before" });
    await go("Continue", "How should new articles reach you?");
    expect((await settings())["settings"]).toBeUndefined();
    await evaluateIn(page)(() => {
      const labels = [...document.querySelectorAll<HTMLLabelElement>(".opts label")];
      labels.find((label) => label.textContent?.startsWith("Neither"))?.click();
    });
    await evaluateIn(page)(() => document.querySelector<HTMLElement>(".ft .primary")?.click());
    await waitUntil(() => evaluateIn(page)(() => location.pathname === "/reader.html").catch(() => false), {
      what: "the reader",
    });
    expect((await settings())["settings"]).toMatchObject({ notifications: false, badge: "none" });
    const chips = () =>
      evaluateIn(page)(() => [...document.querySelectorAll(".chip")].slice(0, 3).map((chip) => chip.textContent));
    await waitUntil(async () => (await chips())[1]?.startsWith("World"), { what: "the chosen topics" });
    expect((await chips())[2]).toMatch(/^Health/);
  });
});
