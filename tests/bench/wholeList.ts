import type { Page } from "puppeteer-core";
import type { Gate } from "./gate.ts";
import { openWithProbe, type Surface } from "./paintTimes.ts";
import type { PageProbe } from "./pageProbe.ts";

/** What the panel holds when its whole list was scrolled through, screen by screen, once its garbage is collected. */
export async function measureWholeList(panel: Surface, stored: number): Promise<Gate[]> {
  const page = await openWithProbe(panel);
  await page.evaluate(() => pageProbe.painted);
  let seen = 0;
  // One call may take three minutes at the most.
  for (let isAtEnd = false; !isAtEnd;) ({ seen, isAtEnd } = await page.evaluate(scrollOn, 20_000));
  await page.evaluate(() => void (globalThis.seenArticles = undefined));
  if (seen < stored * ENOUGH) throw new Error(`Only ${seen} of ${stored} rows were shown on the way`);
  const heap = await heapMegabytes(page);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  await page.close();
  const counted = { control: null, samples: null };
  return [
    { name: "panel: heap after its whole list", value: heap, unit: "MB", limit: { atMost: 20 }, ...counted },
    { name: "panel: elements then", value: nodes, unit: "", limit: { atMost: 2_000 }, ...counted },
  ];
}

/** Runs in the page: goes on once rows fill the view, past so many rows or to the list's end; says how many it saw in all. */
async function scrollOn(rows: number): Promise<{ seen: number; isAtEnd: boolean }> {
  const box = document.querySelector<HTMLElement>(".scroll");
  if (!box) throw new Error("There is no list");
  const seen = (globalThis.seenArticles ??= new Set());
  const enough = seen.size + rows;
  let waited = 0;
  while (waited < 120 && seen.size < enough) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const drawn = [...box.querySelectorAll<HTMLElement>("[data-article]")];
    for (const row of drawn) seen.add(row.dataset.article ?? "");
    const view = box.getBoundingClientRect();
    const places = drawn.map((row) => row.getBoundingClientRect());
    // The rows that are drawn, in view or not: none of them is passed unseen.
    const end = Math.max(...places.map((place) => place.bottom));
    const isFilled = places.some((place) => place.top <= view.top + 60) && end >= view.bottom - 60;
    const before = box.scrollTop;
    if (isFilled) box.scrollTop += Math.max(view.height, end - view.top - 60);
    waited = box.scrollTop > before ? 0 : waited + 1;
  }
  return { seen: seen.size, isAtEnd: waited >= 120 };
}

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** Of the rows: one may be passed between two frames. */
const ENOUGH = 0.99;

declare const pageProbe: PageProbe;

declare global {
  var seenArticles: Set<string> | undefined;
}
