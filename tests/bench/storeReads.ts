import type { TestBrowser } from "../support/browser.ts";
import { type Gate, ratioGate } from "./gate.ts";
import { seedProfile, type Size } from "./seedProfile.ts";
import { againstItself, median, quantile, spreadOf } from "./statistics.ts";
import { costOf, cpuMedian, FEEDS, follow, wallMsOf, withBrowser, type World } from "./storeSample.ts";
import { takeTurns } from "./turns.ts";

/** Nobody has news. Nothing of an article is written, so one browser serves for all samples. */
export async function measureUnchanged({ product, source }: World): Promise<Gate[]> {
  return withBrowser({ extensionDir: product, seed: null }, async (browser) => {
    const evaluate = browser.evaluateInBackground;
    await follow(source)(browser);
    await evaluate(() => storeBench.refresh());
    await evaluate(() => storeBench.record());
    const bare = () => costOf(browser, () => evaluate((source) => storeBench.askOnly(source), source));
    const ours = async () => {
      await evaluate(() => storeBench.makeDue());
      return costOf(browser, () => evaluate(() => storeBench.refresh()));
    };
    const costs = await takeTurns({ base: bare, ours, again: bare }, { rounds: 15, warmUp: 3 });
    const written = await evaluate(() => storeBench.countRecorded());
    return [
      ratioGate({
        name: `a refresh in which ${FEEDS} feeds answer 304, beside the bare requests`,
        atMost: 1.5,
        ours: wallMsOf(costs.ours),
        base: wallMsOf(costs.base),
        again: wallMsOf(costs.again),
        cpuMs: { ours: cpuMedian(costs.ours), base: cpuMedian(costs.base) },
      }),
      counted("transactions of it that write articles", written, 0),
    ];
  });
}

export async function measureLists({ product, buildDir }: World): Promise<Gate[]> {
  const inStore = async <Result>(size: Size, run: (browser: TestBrowser) => Promise<Result>) =>
    withBrowser({ extensionDir: product, seed: await seedProfile(buildDir, size) }, run);
  return inStore(100_000, (large) =>
    inStore(1_000, async (small) => [...(await tagPages(large, small)), ...(await counts(large))]),
  );
}

const PAGES = 30;

async function tagPages(large: TestBrowser, small: TestBrowser): Promise<Gate[]> {
  const list = (browser: TestBrowser) => () =>
    browser.evaluateInBackground((times) => storeBench.listTag(times), PAGES);
  const turns = { base: list(small), ours: list(large), again: list(small) };
  const times = await takeTurns(turns, { rounds: 15, warmUp: 3 });
  return [ratioGate({ name: "first 50 of a tag at 100,000, beside the same at 1,000", atMost: 1.3, ...times })];
}

/** A query of all of them is one read, whatever their number. */
async function counts({ evaluateInBackground: evaluate }: TestBrowser): Promise<Gate[]> {
  const { all, size, reads } = await evaluate((times) => storeBench.readCounts(times), 60);
  const times = all.slice(10);
  const timed = { unit: "ms", control: againstItself(times), samples: { unit: "ms", ours: spreadOf(times) } };
  const name = `counts of 60 tags and 200 feeds (${size} rows)`;
  return [
    { ...timed, name, value: median(times), limit: { atMost: 5 } },
    { ...timed, name: `${name}, p95`, value: quantile(times, 0.95), limit: null },
    counted("reads for the counts", reads, 3),
  ];
}

function counted(name: string, value: number, atMost: number): Gate {
  return { name, value, unit: "", limit: { atMost }, control: null, samples: null };
}
