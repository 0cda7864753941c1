import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../support/findBrowsers.mjs";

/** A Chromium without the extension: it draws the sample news' pictures, boards and sheets. */
export function openPlainBrowser(): Promise<Browser> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No chromium is installed");
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({ executablePath, defaultViewport: null, args: isRoot ? ["--no-sandbox"] : [] });
}

/** What a page of this HTML looks like. */
export async function draw(browser: Browser, html: string, viewport: { width: number; height: number }) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.setContent(html);
  const file = await page.screenshot({ fullPage: true });
  await page.close();
  return Buffer.from(file);
}
