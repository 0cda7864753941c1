import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestBrowser } from "../support/browser.ts";
import { readFocus } from "../support/focus.ts";
import { articleIn, evaluateIn, headlinesIn } from "../support/reading.ts";
import { openSurfaces, openTour, press, TOURS, tourOf } from "../support/surfaces.ts";
import { waitUntil } from "../support/waitUntil.ts";

let browser: TestBrowser;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ browser, close } = await openSurfaces());
});
afterAll(async () => {
  await close();
});

test.each(TOURS)("on $path the Tab key goes through everything, and shows where it is", async (tour) => {
  const page = await openTour(browser, tour);
  const faults: string[] = [];
  for (const { name, reach } of tour.surfaces) {
    await reach(page);
    const stops = await walkThrough(page);
    faults.push(...stops.filter(({ isSeen }) => !isSeen).map((stop) => `${name}: no ring on ${stop.name}`));
    expect(stops.length, name).toBeGreaterThan(0);
  }
  expect(faults).toEqual([]);
  await page.close();
});

/** Every stop of the Tab key once, and back to where it began. */
async function walkThrough(page: Page): Promise<{ name: string; isSeen: boolean }[]> {
  const stops = new Map<string, { name: string; isSeen: boolean }>();
  await page.evaluate(() => document.activeElement?.setAttribute("data-start", ""));
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const stop = await evaluateIn(page)(readFocus);
    // Behind the last stop the focus leaves the page for the browser, whose own controls are not there.
    if (stops.has(stop.name) && i > 3) break;
    if (!stop.isLost) stops.set(stop.name, stop);
  }
  await page.evaluate(() => {
    const start = document.querySelector<HTMLElement>("[data-start]");
    start?.removeAttribute("data-start");
    start?.focus({ preventScroll: true });
  });
  return [...stops.values()];
}

/** What is done in turn, and how the page shows that it is done. */
type Step = [what: string, act: (page: Page) => Promise<unknown>, until?: (page: Page) => Promise<unknown>];

const key =
  (...keys: KeyInput[]) =>
  (page: Page) =>
    press(page, ...keys);
/** Pressed by the keyboard, as focus is what this is about. */
const use = (selector: string) => async (page: Page) => {
  await page.waitForSelector(selector, { visible: true });
  await page.focus(selector);
  await page.keyboard.press("Enter");
};
const see = (selector: string) => (page: Page) => page.waitForSelector(selector, { visible: true });
const lose = (selector: string) => (page: Page) =>
  waitUntil(async () => !(await page.$(selector)), { what: `the end of ${selector}` });
/** Where there is room for both, the article stays beside the list. */
const leave = async (page: Page) => (await page.$(".rail")) ?? lose(".art")(page);
const read = (page: Page) => waitUntil(() => articleIn(evaluateIn(page)), { what: "the article" });

const steps: Step[] = [
  ["a row is reached", key("j")],
  ["an article is opened", key("Enter"), read],
  ["the next one is opened", key("j"), read],
  ["the text popover is opened", key("a"), see(".pop")],
  ["the text popover is closed", key("Escape"), lose(".pop")],
  ["the text popover is opened by its button", use("button[aria-controls='text'], .rbar button:has(.aa)"), see(".pop")],
  ["it is closed from inside", key("Escape"), lose(".pop")],
  ["the article is left", key("Escape"), leave],
  ["unread articles alone are shown", key("u"), see('[aria-current="page"] :is(.n, .ct)')],
  ["a row is reached", key("j")],
  ["an article leaves the view where it is listed", key("m"), see(".row.gone")],
  ["the details are opened", use(".notice.warn .link"), see(".sync")],
  ["the details are closed", use(".sync .t button"), lose(".sync")],
  ["the details are opened again", use(".notice.warn .link"), see(".sync")],
  ["the details are closed by a key", key("Escape"), lose(".sync")],
  ["a day is marked read", use(".day button"), see(".toast")],
  ["the toast is used", use(".toast button"), lose(".toast")],
  ["all is marked read", key("Shift", "A"), see(".toast")],
  ["the toast is closed", use(".toast .ib"), lose(".toast")],
  ["the view is left and comes back empty", key("u"), see(".row")],
  ["the view is empty", key("u"), see(".empty")],
  ["all articles are shown instead", use(".empty .btn"), see(".row")],
  ["what was marked is taken back", key("z"), see(".row:not(.read)")],
  ["a tag is chosen", use(".chips .chip:nth-child(2)"), see('.chip:nth-child(2)[aria-pressed="true"]')],
  ["the tag is given up", key("Escape"), see('.chip:first-child[aria-pressed="true"]')],
  ["the search is opened", key("/"), see(".found input")],
  ["something is searched for", (page) => page.keyboard.type("χάρτη"), see(".found .row")],
  ["a result is opened", use(".found .hl a"), read],
  ["the result is left", key("Escape"), leave],
  ["the search is closed by its button", use(".searchbar > .ib:last-child"), lose(".found")],
  ["the shortcuts are shown", key("?"), see(".keysheet[open]")],
  ["the shortcuts are closed", key("Escape"), lose(".keysheet[open]")],
];

describe.each(["sidepanel.html", "reader.html"])("on %s", (path) => {
  test("the focus is never lost, whatever goes away under it", async () => {
    const page = await openTour(browser, tourOf(path));
    await waitUntil(async () => (await headlinesIn(evaluateIn(page))).length > 5, { what: "the list" });
    const lost: string[] = [];
    for (const [what, act, until] of steps) {
      await act(page);
      await until?.(page);
      // It may come a moment later; then it must stay.
      const isKept = () => evaluateIn(page)(readFocus).then(({ isLost }) => !isLost);
      await waitUntil(isKept, { what: "the focus", withinMs: 1_000 }).catch(() => lost.push(what));
    }
    expect(lost).toEqual([]);
    await page.close();
  });
});
