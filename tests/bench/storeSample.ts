import { rmSync } from "node:fs";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import type { FeedServer } from "../support/feedServer.ts";
import { cpuMsOf } from "./machine.ts";
import { copyProfile, waitForScript } from "./seedProfile.ts";
import { median } from "./statistics.ts";
import type { Source, StoreBench } from "./store.worker.ts";

export type World = {
  server: FeedServer;
  source: Source;
  buildDir: string;
  /** The extension with the benchmark's worker in it, and the same without the search index. */
  product: string;
  indexless: string;
};

export const FEEDS = 50;
export const PER_FEED = 200;

/** What one run in a browser of its own cost; `cpuMs` of all its processes. */
export type Cost = { wallMs: number; cpuMs: number };

export type SamplePlan = {
  extensionDir: string;
  /** The profile that its own is a copy of; null for an empty one. */
  seed: string | null;
  /** Before the clock starts. */
  ready: (browser: TestBrowser) => Promise<void>;
  /** Says itself how many milliseconds it took. */
  run: (browser: TestBrowser) => Promise<number>;
};

/** Writing leaves work behind, and databases that come and go make later writes slow: each sample has a new profile. */
export async function takeSample({ extensionDir, seed, ready, run }: SamplePlan): Promise<Cost> {
  return withBrowser({ extensionDir, seed }, async (browser) => {
    await ready(browser);
    return costOf(browser, () => run(browser));
  });
}

export async function withBrowser<Result>(
  { extensionDir, seed }: Pick<SamplePlan, "extensionDir" | "seed">,
  run: (browser: TestBrowser) => Promise<Result>,
): Promise<Result> {
  const profileDir = copyProfile(seed);
  // Its worker is a benchmark, which welcomes nobody.
  const browser = await openBrowser({ kind: "chromium", extensionDir, profileDir, keepsWelcome: true });
  try {
    await waitForScript(browser);
    return await run(browser);
  } finally {
    await browser.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

export async function costOf(browser: TestBrowser, run: () => Promise<number>): Promise<Cost> {
  const root = browser.driver.process()?.pid ?? 0;
  const before = cpuMsOf(root);
  const wallMs = await run();
  return { wallMs, cpuMs: cpuMsOf(root) - before };
}

/** What a refresh puts is noted once, and served to those who put the same. */
export async function recordRefresh({ server, source, indexless }: World): Promise<void> {
  await takeSample({
    extensionDir: indexless,
    seed: null,
    ready: async (browser) => {
      await follow(source)(browser);
      await browser.evaluateInBackground(() => storeBench.record());
    },
    run: async ({ evaluateInBackground: evaluate }) => {
      const ms = await evaluate(() => storeBench.refresh());
      for (let i = 0; i < FEEDS; i++) {
        server.serve(`/recorded/${i}`, { body: await evaluate((i) => storeBench.recorded(i), i) });
      }
      return ms;
    },
  });
}

export const loadRecorded =
  (source: Source) =>
  ({ evaluateInBackground: evaluate }: TestBrowser): Promise<void> =>
    evaluate((source) => storeBench.loadRecorded(source), source);

export const follow =
  (source: Source) =>
  ({ evaluateInBackground: evaluate }: TestBrowser): Promise<void> =>
    evaluate((source) => storeBench.follow(source), source);

export const wallMsOf = (costs: Cost[]): number[] => costs.map((cost) => cost.wallMs);

export const cpuMedian = (costs: Cost[]): number => median(costs.map((cost) => cost.cpuMs));

/** The worker's, for the functions that run there. */
declare global {
  const storeBench: StoreBench;
}
