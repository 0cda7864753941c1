import type { Page } from "puppeteer-core";
import type { TestBrowser, Viewport } from "../support/browser.ts";
import { pause } from "../support/waitUntil.ts";
import { cpuMsOf } from "./machine.ts";
import { installProbe, type PageProbe, type Rows } from "./pageProbe.ts";
import { mean } from "./statistics.ts";

/** A page of the extension, and what must be painted of it. */
export type Surface = { browser: TestBrowser; path: string; viewport: Viewport; rows: Rows };

export type Paint = {
  /** From the navigation to the end of the frame that painted the rows. */
  wallMs: number;
  /** Of all the browser's processes meanwhile. */
  cpuMs: number;
};

/** Opens the page in a new tab and closes it once it is quiet. */
export async function timePaint(surface: Surface): Promise<Paint> {
  const root = surface.browser.driver.process()?.pid ?? NaN;
  const page = await openWithProbe({ ...surface, path: "manifest.json" });
  const before = cpuMsOf(root);
  await page.goto(`${surface.browser.extensionOrigin}/${surface.path}`);
  const wallMs = await page.evaluate(() => pageProbe.painted);
  const cpuMs = cpuMsOf(root) - before;
  await pause(QUIET_MS);
  await page.close();
  return { wallMs, cpuMs };
}

export async function openWithProbe({ browser, path, viewport, rows }: Surface): Promise<Page> {
  const page = await browser.driver.newPage();
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(installProbe, rows);
  await page.goto(`${browser.extensionOrigin}/${path}`);
  return page;
}

export const wallMsOf = (paints: Paint[]): number[] => paints.map((paint) => paint.wallMs);

export const meanCpuMs = (paints: Paint[]): number => mean(paints.map((paint) => paint.cpuMs));

/** The popup goes on with what can wait until its rows are painted. */
const QUIET_MS = 250;

declare const pageProbe: PageProbe;
