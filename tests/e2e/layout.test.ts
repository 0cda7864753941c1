import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { site } from "../../lib/site.ts";
import { tagLabel } from "../../lib/tags/tagLabel.ts";
import type { TestBrowser } from "../support/browser.ts";
import { findLayoutFaults, findUntranslated } from "../support/layoutFaults.ts";
import { LONG, RIGHT_TO_LEFT, speak, type Pseudo } from "../support/pseudoLocale.ts";
import { evaluateIn } from "../support/reading.ts";
import { findLostSigns, findMotion } from "../support/senses.ts";
import { openSurfaces, openTour, resize, TOURS, type Tour } from "../support/surfaces.ts";

let browser: TestBrowser;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ browser, close } = await openSurfaces());
});
afterAll(async () => {
  await close();
});

/** Zooming to 200 % halves the window. The popup is as large as it is. */
const WIDTHS: Record<string, number[]> = {
  "popup.html": [380],
  "sidepanel.html": [400, 320, 240, 200],
  "reader.html": [1280, 900, 640],
  "options.html": [900, 450, 320],
  "welcome.html": [900, 450, 320],
};

/** And what is called the same in every language. */
const KNOWN = [site.name, ...site.tagOrder.map((tag) => tagLabel(tag, "en")), "utf-8"];

describe.each([LONG, RIGHT_TO_LEFT])("in a language that is $name", (pseudo) => {
  test.each(TOURS)("nothing on $path is cut, covered, too small, too wide or said in English", async (tour) => {
    expect(await faultsOn(tour, pseudo)).toEqual([]);
  });
});

describe.each([
  { name: "with forced colours", feature: { name: "forced-colors", value: "active" }, find: findLostSigns },
  { name: "with reduced motion", feature: { name: "prefers-reduced-motion", value: "reduce" }, find: findMotion },
])("$name", ({ feature, find }) => {
  test.each(TOURS)("nothing is amiss on $path", async (tour) => {
    const page = await openTour(browser, tour, async (opened) => {
      const session = await opened.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", { features: [feature] });
    });
    const faults: string[] = [];
    for (const { name, reach } of tour.surfaces) {
      await reach(page);
      const found = [...(await evaluateIn(page)(find)), ...(await evaluateIn(page)(findLayoutFaults))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});

async function faultsOn(tour: Tour, pseudo: Pseudo): Promise<string[]> {
  const page = await openTour(browser, tour, (opened) => speak(opened, pseudo));
  const faults: string[] = [];
  for (const { name, reach } of tour.surfaces) {
    await resize(page, tour.width, tour.height);
    await reach(page);
    const untranslated = await evaluateIn(page)(findUntranslated, KNOWN);
    faults.push(...untranslated.map((words) => `${name}: not translated: ${words}`));
    for (const width of WIDTHS[tour.path] ?? []) {
      const isZoomed = width <= tour.width / 2;
      await resize(page, width, isZoomed ? tour.height / 2 : tour.height);
      const found = await evaluateIn(page)(findLayoutFaults);
      faults.push(...found.map((fault) => `${name}, ${width} px: ${fault}`));
    }
  }
  await page.close();
  return faults;
}
