import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Settings } from "../../lib/settings.ts";
import type { Evaluate, Surface, TestBrowser } from "../support/browser.ts";
import { evaluateIn } from "../support/reading.ts";
import { waitUntil } from "../support/waitUntil.ts";

export type Look = {
  width: number;
  height: number;
  /** Pixels of the picture for one of the page. */
  scale?: number;
  theme?: Settings["theme"];
  density?: Settings["density"];
  /** The picture is as long as the page. */
  isWhole?: boolean;
};

export type Scene = Look & {
  name: string;
  /** The extension's page, with what follows its address. */
  page: string;
  /** What is done in the page before the picture is taken. */
  act?: (page: Page) => Promise<unknown>;
};

export type Camera = {
  shoot: (scene: Scene) => Promise<void>;
  /** The popup or the side panel as the browser shows it: its size is the browser's. */
  shootSurface: (name: string, surface: Surface) => Promise<void>;
  wear: (settings: Partial<Settings>) => Promise<void>;
};

/** `desk` is a page of the extension that stays open. */
export function setUpCamera(browser: TestBrowser, desk: Page, folder: string): Camera {
  mkdirSync(folder, { recursive: true });
  const wear = (settings: Partial<Settings>) =>
    evaluateIn(desk)((worn) => chrome.storage.local.set({ settings: worn }), settings);

  return {
    wear,
    shoot: async ({ name, page: path, act, theme = "light", density = "comfortable", isWhole = false, ...size }) => {
      await wear({ theme, density });
      const page = await openAfresh(browser, desk, path);
      await page.setViewport({ width: size.width, height: size.height, deviceScaleFactor: size.scale ?? 2 });
      await act?.(page);
      const evaluate = evaluateIn(page);
      await stopMotion(evaluate);
      await keepStill(join(folder, `${name}.png`), () => page.screenshot({ fullPage: isWhole }));
      await page.close();
    },
    shootSurface: async (name, surface) => {
      await stopMotion(surface.evaluate);
      const path = join(folder, `${name}.png`);
      await keepStill(path, () => surface.screenshot(path).then(() => readFileSync(path)));
    },
  };
}

/** At the whole list, and not where another page was left, nor an article. */
export async function openAfresh(browser: TestBrowser, desk: Page, path: string): Promise<Page> {
  await evaluateIn(desk)(async () => {
    await chrome.storage.session.clear();
    const opened = indexedDB.open("foldline");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const cleared = opened.result.transaction("positions", "readwrite").objectStore("positions").clear();
    await new Promise((resolve) => (cleared.onsuccess = resolve));
    opened.result.close();
  });
  const page = await browser.openPage(path);
  await page.bringToFront();
  return page;
}

/** Nothing blinks or moves, and fonts and pictures are there, inside the article's frame too. */
async function stopMotion(evaluate: Evaluate): Promise<void> {
  await evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync(
      "* { caret-color: transparent !important; transition: none !important; animation: none !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  });
  const isThere = () =>
    evaluate(async () => {
      await document.fonts.ready;
      const frames = [...document.querySelectorAll("iframe")].flatMap((frame) => frame.contentDocument ?? []);
      const pictures = [document, ...frames].flatMap((one) => [...one.querySelectorAll("img")]);
      return pictures.every((picture) => picture.complete);
    });
  await waitUntil(isThere, { what: "the pictures" });
}

/** Takes pictures until one is like the one before. */
async function keepStill(path: string, take: () => Promise<Uint8Array>): Promise<void> {
  let before = await take();
  const isStill = async () => {
    const after = await take();
    const isSame = Buffer.compare(before, after) === 0;
    before = after;
    return isSame;
  };
  await waitUntil(isStill, { what: `a still ${path}` });
  writeFileSync(path, before);
}
