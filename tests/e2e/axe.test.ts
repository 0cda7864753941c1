import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkWithAxe, type Checked } from "../support/axe.ts";
import type { TestBrowser } from "../support/browser.ts";
import { evaluateIn } from "../support/reading.ts";
import { openSurfaces, openTour, tourOf, TOURS } from "../support/surfaces.ts";
import { waitUntil } from "../support/waitUntil.ts";

const THEMES = ["light", "dark", "sepia"] as const;

let browser: TestBrowser;
let close: () => Promise<void>;
const table: { surface: string; theme: string; nodes: number; "in the frame": number; faults: number }[] = [];

beforeAll(async () => {
  ({ browser, close } = await openSurfaces());
});
afterAll(async () => {
  await close();
  console.table(table);
});

test.each(TOURS)("axe finds nothing to mend on $path", async (tour) => {
  const page = await openTour(browser, tour);
  const faults: string[] = [];
  for (const { name, reach } of tour.surfaces) {
    await reach(page);
    for (const theme of THEMES) {
      await wear(page, theme);
      // The popup lives too short to change its clothes.
      if (tour.path === "popup.html") await page.reload().then(() => reach(page));
      await waitUntil(() => evaluateIn(page)(isWorn, theme), { what: theme });
      faults.push(...note({ surface: name, theme }, await checkWithAxe(page)));
    }
  }
  expect(faults).toEqual([]);
  await page.close();
});

test("axe looks at the article's text, in its frame", () => {
  const looked = table.filter(({ surface }) => surface === "reader" || surface === "two panes");
  expect(looked.filter((row) => row["in the frame"] > 10)).toHaveLength(2 * THEMES.length);
});

test("a fault in the page and one in the article's frame are found", async () => {
  const tour = tourOf("reader.html");
  const page = await openTour(browser, tour);
  for (const { reach } of tour.surfaces) await reach(page);
  await page.evaluate(() => {
    for (const place of [document.querySelector(".lhead"), document.querySelector("iframe")?.contentDocument?.body]) {
      place?.append(document.createElement("img"));
    }
  });
  const { page: outside, frames } = await checkWithAxe(page);
  for (const { faults } of [outside, ...frames]) expect(faults.join()).toContain("image-alt: <img>");
  await page.close();
});

/** As the settings do it. */
const wear = (page: Page, theme: string) =>
  page.evaluate((worn) => chrome.storage.local.set({ settings: { theme: worn } }), theme);

/** The frame follows in its own time, and colours change over a moment. */
function isWorn(theme: string): boolean {
  const inner = document.querySelector<HTMLIFrameElement>(".art iframe")?.contentDocument?.documentElement;
  const roots = [document.documentElement, ...(inner ? [inner] : [])];
  const isMoving = document.getAnimations().some(({ playState }) => playState === "running");
  return roots.every((root) => root.dataset["theme"] === theme) && !isMoving;
}

function note(row: { surface: string; theme: string }, { page, frames }: Awaited<ReturnType<typeof checkWithAxe>>) {
  const found = [page, ...frames].flatMap(({ faults }) => faults);
  table.push({ ...row, nodes: page.nodes, "in the frame": sum(frames), faults: found.length });
  return found.map((fault) => `${row.surface}, ${row.theme}: ${fault}`);
}

const sum = (frames: Checked[]): number => frames.reduce((total, { nodes }) => total + nodes, 0);
