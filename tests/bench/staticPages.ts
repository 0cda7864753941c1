import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { TestBrowser } from "../support/browser.ts";
import { waitUntilSettled } from "../support/settled.ts";
import { evaluateIn } from "../support/reading.ts";

/** Pages without a script, in the place of the extension: what the browser itself needs to show the same. */
export type StaticPages = {
  /** The popup with the rows that it shows at first. */
  popup: string;
  /** The panel with all that stands around its rows. */
  emptyPanel: string;
  /** A list of 75 rows in that panel. */
  list: string;
};

export const STATIC_ROWS = 75;

/** Written from what the pages of this browser show, into the folder that it has the extension from. */
export async function writeStaticPages(browser: TestBrowser, extensionDir: string): Promise<StaticPages> {
  const pages: StaticPages = {
    popup: "static-popup.html",
    emptyPanel: "static-panel.html",
    list: "static-list.html",
  };
  const popup = await openSettled(browser, "popup.html");
  const panel = await openSettled(browser, "sidepanel.html");
  const html = {
    popup: await popup.evaluate(takeStill),
    emptyPanel: await panel.evaluate(takeStill, 0),
    list: await panel.evaluate(takeStill, STATIC_ROWS),
  };
  for (const [name, file] of Object.entries(pages)) {
    // Both have the same names.
    writeFileSync(join(extensionDir, file), html[name as keyof StaticPages]);
  }
  await popup.close();
  await panel.close();
  return pages;
}

async function openSettled(browser: TestBrowser, path: string): Promise<Page> {
  const page = await browser.openPage(path);
  await page.waitForSelector("[data-article]");
  await waitUntilSettled(evaluateIn(page));
  return page;
}

/** Runs in the page: its markup as it stands; with a count, so many rows, for which those of the list are repeated. */
function takeStill(count?: number): string {
  const drawn = [...document.images].map(asDataUrl);
  // A deep copy of the document's element is one.
  const still = document.documentElement.cloneNode(true) as HTMLElement;
  for (const each of still.querySelectorAll("script, link[rel=modulepreload]")) each.remove();
  for (const [i, image] of still.querySelectorAll("img").entries()) image.src = drawn[i] ?? "";
  const rows = [...still.querySelectorAll("[data-article]")];
  const list = rows[0]?.parentElement;
  if (count !== undefined && list) {
    // A list that draws only what is in view holds its rows in their places; here they follow one another.
    for (const each of [list, ...rows]) each.removeAttribute("style");
    list.replaceChildren(...Array.from({ length: count }, (_, i) => rows[i % rows.length]?.cloneNode(true) ?? ""));
  }
  return `<!doctype html>${still.outerHTML}`;

  /** Blobs end with their page. */
  function asDataUrl(image: HTMLImageElement): string {
    if (!image.src.startsWith("blob:")) return image.src;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp");
  }
}
