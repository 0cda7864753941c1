import type { Page } from "puppeteer-core";
import { pause } from "../support/waitUntil.ts";
import type { Gate } from "./gate.ts";
import type { PageProbe } from "./pageProbe.ts";
import { openWithProbe, type Surface } from "./paintTimes.ts";
import { median, quantile, spreadOf } from "./statistics.ts";

/** The longest time without a frame while articles are marked read, and while that is taken back, in the open list. */
export async function measureMarking(panel: Surface): Promise<Gate[]> {
  const page = await openWithProbe(panel);
  await page.evaluate(() => pageProbe.painted);
  await pause(SETTLED_MS);
  const idle = await idleGaps(page);
  const marked = await page.evaluate(pressUntil, { key: "A", by: -MARKED });
  const takenBack = await page.evaluate(pressUntil, { key: "z", by: 0 });
  await pause(SETTLED_MS);
  idle.push(...(await idleGaps(page)));
  await page.close();
  const control = quantile(idle, 0.95) / median(idle);
  const gateOf = (name: string, gaps: number[], limit: Gate["limit"]): Gate => ({
    name: `panel: ${name}, longest wait for a frame`,
    value: Math.max(...gaps),
    unit: "ms",
    limit,
    control: limit && control,
    samples: { unit: "ms", ours: spreadOf(gaps) },
  });
  const count = MARKED.toLocaleString("en");
  return [
    gateOf(`${count} articles marked read`, marked.gaps, { atMost: 50 }),
    gateOf(`${count} articles marked unread again by Undo`, takenBack.gaps, { atMost: 50 }),
    gateOf("nothing happens", idle, null),
    {
      name: `panel: how many are said to be read, the first time that it is ${count} or more`,
      value: -marked.change,
      unit: "",
      limit: { atMost: 1.1 * MARKED },
      control: null,
      samples: null,
    },
  ];
}

const idleGaps = (page: Page): Promise<number[]> => page.evaluate(() => pageProbe.idleGaps(300));

type Pressed = { gaps: number[]; change: number };

/** Runs in the page: presses a key, and waits until the number of unread articles is so far from what it was at first. */
async function pressUntil({ key, by }: { key: string; by: number }): Promise<Pressed> {
  const unread = () => Number(document.querySelector(".tabs .n")?.textContent?.replaceAll(/\D/g, ""));
  const atFirst = ((globalThis as { atFirst?: number }).atFirst ??= unread());
  const gaps = await pageProbe.gapsUntil({
    act: () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: key === "A", bubbles: true })),
    isDone: () => (by < 0 ? unread() <= atFirst + by : unread() >= atFirst),
  });
  return { gaps, change: unread() - atFirst };
}

const MARKED = 20_000;
const SETTLED_MS = 1_000;

declare const pageProbe: PageProbe;
