import type { Page } from "puppeteer-core";
import { pause } from "../support/waitUntil.ts";
import type { Gate } from "./gate.ts";
import type { PageProbe } from "./pageProbe.ts";
import { openWithProbe, type Surface } from "./paintTimes.ts";
import { median, quantile, spreadOf } from "./statistics.ts";

/** From a click on a tag or a view to its rows. */
export async function measureSwitching(panel: Surface): Promise<Gate[]> {
  const page = await openWithProbe(panel);
  await page.evaluate(() => pageProbe.painted);
  const stops = await tourOf(page);
  const plan = { name: "panel: another tag or view, its rows painted, p95", atMost: 2, times: SWITCHES };
  const gate = await framesGate(page, plan, async (i, frameMs) => {
    const stop = stops[i % stops.length];
    if (stop?.isChange) return await page.evaluate(switchTo, stop, frameMs);
    if (stop) await page.click(stop.button);
    return null;
  });
  await page.close();
  return [gate];
}

/** From a click on a row to its text. */
export async function measureOpening(panel: Surface): Promise<Gate[]> {
  const page = await openWithProbe(panel);
  await page.evaluate(() => pageProbe.painted);
  const plan = { name: "article of 6 KB: from the list to painted text, p95", atMost: 3, times: OPENINGS };
  const gate = await framesGate(page, plan, async (_i, frameMs) => {
    const frames = await page.evaluate(openNext, frameMs);
    await pause(QUIET_MS);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".art", { hidden: true });
    return frames;
  });
  await page.close();
  return [gate];
}

type FramesPlan = { name: string; atMost: number; times: number };

/** The control says how far frames in which nothing happens, before and after, were from equally long. */
async function framesGate(
  page: Page,
  { name, atMost, times }: FramesPlan,
  act: (i: number, frameMs: number) => Promise<number | null>,
): Promise<Gate> {
  const idle = () => page.evaluate(() => pageProbe.idleGaps(60));
  const gaps = await idle();
  const frameMs = median(gaps);
  const frames: number[] = [];
  for (let i = 0; i < times + WARM_UP; i++) {
    const count = await act(i, frameMs);
    if (i >= WARM_UP && count !== null) frames.push(count);
    await pause(QUIET_MS);
  }
  gaps.push(...(await idle()));
  return {
    name,
    value: quantile(frames, 0.95),
    unit: "frames",
    limit: { atMost },
    control: quantile(gaps, 0.95) / frameMs,
    samples: { unit: "frames", ours: spreadOf(frames) },
  };
}

/** What leads to a list, the first articles there, and whether they are others than those at the stop before. */
type ListStop = { button: string; first: string; isChange: boolean };

/** Tags and views, each of which keeps what the other chose: the second round of the tour is as all later ones. */
async function tourOf(page: Page): Promise<ListStop[]> {
  const seen: Omit<ListStop, "isChange">[] = [];
  for (const button of [...BUTTONS, ...BUTTONS]) {
    await page.click(button);
    await pause(SETTLED_MS);
    const rows = () =>
      Array.from(document.querySelectorAll<HTMLElement>("[data-article]"), (row) => row.dataset.article);
    const first = await page.evaluate(rows);
    seen.push({ button, first: first.slice(0, 3).join() });
  }
  const stops = seen
    .slice(BUTTONS.length - 1)
    .map((stop, i, all) => ({ ...stop, isChange: stop.first !== all[i - 1]?.first }));
  return stops.slice(1);
}

/** Runs in the page. */
function switchTo({ button, first }: ListStop, frameMs: number): Promise<number> {
  return pageProbe.framesUntilShown({
    act: () => document.querySelector<HTMLElement>(button)?.click(),
    isShown: () => {
      const rows = Array.from(document.querySelectorAll<HTMLElement>("[data-article]"), (row) => row.dataset.article);
      return rows.slice(0, 3).join() === first;
    },
    frameMs,
  });
}

/** Runs in the page: opens the first row in view that was not opened yet, which the list is scrolled to beforehand. */
async function openNext(frameMs: number): Promise<number> {
  const opened = ((globalThis as { opened?: Set<string> }).opened ??= new Set());
  const box = document.querySelector<HTMLElement>(".scroll");
  const isNext = (row: HTMLElement) =>
    !opened.has(row.dataset.article ?? "") &&
    row.getBoundingClientRect().top >= (box?.getBoundingClientRect().top ?? 0);
  const row = [...document.querySelectorAll<HTMLElement>("[data-article]")].find(isNext);
  if (!row || !box) throw new Error("There is no row to open");
  opened.add(row.dataset.article ?? "");
  box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return pageProbe.framesUntilShown({
    act: () => document.querySelector<HTMLElement>(`[data-article="${row.dataset.article}"] .hl a`)?.click(),
    isShown: () => {
      const frame = document.querySelector<HTMLIFrameElement>(".art iframe");
      return (frame?.contentDocument?.body?.textContent?.length ?? 0) > 2_000 && (frame?.clientHeight ?? 0) > 100;
    },
    frameMs,
  });
}

const SWITCHES = 60;
const OPENINGS = 40;
const WARM_UP = 6;
const QUIET_MS = 80;
const SETTLED_MS = 400;
const CHIPS = [2, 3, 4, 5, 6, 1].map((place) => `.chip:nth-child(${place})`);
const TABS = [2, 1].map((place) => `.tabs a:nth-child(${place})`);
const BUTTONS = [...CHIPS.slice(0, 3), TABS[0] ?? "", ...CHIPS.slice(3), TABS[1] ?? ""];

declare const pageProbe: PageProbe;
