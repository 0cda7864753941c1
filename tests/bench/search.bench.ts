/** `npm run bench -- --only search`: how soon what is typed is found in 100,000 articles, beside other engines. */
import { fileURLToPath } from "node:url";
import type { TestBrowser } from "../support/browser.ts";
import { buildExtension, copyExtension } from "./benchExtension.ts";
import { type ChromiumWorker, openChromiumWorker } from "./chromiumWorker.ts";
import { type Gate, ratioGate } from "./gate.ts";
import type { PeersBench } from "./peers.worker.ts";
import { QUERIES } from "./searchQueries.ts";
import { seedPlan, seedProfile, storeWorker } from "./seedProfile.ts";
import { againstItself, median, quantile, spreadOf } from "./statistics.ts";
import { withBrowser } from "./storeSample.ts";
import { benchOf } from "./trial.ts";
import { takeTurns } from "./turns.ts";

export const search = benchOf<World>({
  name: "search",
  title: "Search in 100,000 articles, 20,000 of them to the last word",
  open: openWorld,
  trials: { queries: measureQueries, cold: measureCold, build: measureBuild, minisearch: measureMiniSearch },
  close: ({ peers }) => peers.close(),
});

type World = { extensionDir: string; seed: string; peers: ChromiumWorker };

const SIZE = 100_000;

async function openWorld(): Promise<World> {
  const buildDir = await buildExtension();
  const seed = await seedProfile(buildDir, SIZE);
  const extensionDir = copyExtension(buildDir, { name: "search", worker: await storeWorker() });
  const peers = await openChromiumWorker(fileURLToPath(new URL("peers.worker.ts", import.meta.url)));
  await peers.evaluate((plan, most) => peersBench.load(plan, most), seedPlan(SIZE), Infinity);
  return { extensionDir, seed, peers };
}

/** Every query in turn by one and by the other, so often. */
const REPEATS = 6;

type Found = { ours: number[]; oursShared: number[]; fts: number[]; unquoted: number[] };

async function measureQueries({ extensionDir, seed, peers }: World): Promise<Gate[]> {
  await peers.evaluate((count) => peersBench.buildFts(count), SIZE);
  const { ours, oursShared, fts, unquoted } = await withBrowser({ extensionDir, seed }, (browser) =>
    askAll(browser, peers),
  );
  const control = againstItself(ours);
  const p95 = (times: number[]) => quantile(times, 0.95);
  return [
    {
      name: `search: p95 of ${QUERIES.length} queries to the first 50`,
      value: p95(ours),
      unit: "ms",
      limit: { atMost: 16 },
      control,
      samples: { unit: "ms", ours: spreadOf(ours) },
    },
    {
      name: "search: p95 beside that of FTS5 by recency, of queries that both know",
      value: p95(oursShared) / p95(fts),
      unit: "×",
      limit: { atMost: 3 },
      control,
      samples: { unit: "ms", ours: spreadOf(oursShared), base: spreadOf(fts) },
    },
    {
      name: "search: p95 of those that are no phrases, for which no texts are read",
      value: p95(unquoted),
      unit: "ms",
      limit: null,
      control: null,
      samples: { unit: "ms", ours: spreadOf(unquoted) },
    },
  ];
}

async function askAll(browser: TestBrowser, peers: ChromiumWorker): Promise<Found> {
  const found: Found = { ours: [], oursShared: [], fts: [], unquoted: [] };
  for (let round = -1; round < REPEATS; round++) {
    for (const { text, fts } of QUERIES) {
      const { all } = await browser.evaluateInBackground((text) => storeBench.search(text, 1), text);
      const theirs = fts === null ? null : await peers.evaluate((match) => peersBench.searchFts(match), fts);
      if (round < 0) continue;
      found.ours.push(...all);
      if (!text.startsWith('"')) found.unquoted.push(...all);
      if (theirs) {
        found.oursShared.push(...all);
        found.fts.push(theirs.ms);
      }
    }
  }
  return found;
}

/** The database is open, as a page's is that shows a list; nothing of the index has been read. */
async function measureCold({ extensionDir, seed }: World): Promise<Gate[]> {
  const [cold, warm, warmAgain]: [number[], number[], number[]] = [[], [], []];
  const text = QUERIES[10]?.text ?? "";
  for (let round = 0; round < 5; round++) {
    const { all } = await withBrowser({ extensionDir, seed }, ({ evaluateInBackground: evaluate }) =>
      evaluate((text) => storeBench.search(text, 11), text),
    );
    cold.push(all[0] ?? NaN);
    // Each query is faster than the one before, as the compiler learns: of ten, every second one against those between.
    warm.push(median(all.slice(1).filter((_, i) => i % 2 === 0)));
    warmAgain.push(median(all.slice(1).filter((_, i) => i % 2 === 1)));
  }
  const name = "search: first query after a cold start, beside a warm one";
  return [ratioGate({ name, atMost: 3, ours: cold, base: warm, again: warmAgain })];
}

/** Of the newest: so many are indexed to be measured, in transactions of 200, and merged. */
const BUILT = 10_000;

async function measureBuild({ extensionDir, seed, peers }: World): Promise<Gate[]> {
  const wordsMs: number[] = [];
  const fts = () => peers.evaluate((count) => peersBench.buildFts(count), BUILT);
  const ours = () =>
    withBrowser({ extensionDir, seed }, async ({ evaluateInBackground: evaluate }) => {
      const built = await evaluate((count) => storeBench.buildIndex(count), BUILT);
      wordsMs.push(built.wordsMs);
      return built.ms;
    });
  const { base, ...times } = await takeTurns({ base: fts, ours, again: fts }, { rounds: 4, warmUp: 1 });
  return [
    ratioGate({ name: "search: building the index, an article, beside FTS5", atMost: 0.6, base, ...times }),
    {
      name: "search: finding the words alone and keeping none, beside all of FTS5",
      value: median(wordsMs) / median(base),
      unit: "×",
      limit: null,
      control: null,
      samples: { unit: "ms", ours: spreadOf(wordsMs), base: spreadOf(base) },
    },
  ];
}

/** To be seen. It knows no full texts here: they would fill its memory. */
async function measureMiniSearch({ peers }: World): Promise<Gate[]> {
  const before = await peers.heapBytes();
  const build = await peers.evaluate(() => peersBench.buildMini());
  const heap = (await peers.heapBytes()) - before;
  const open = await peers.evaluate(() => peersBench.openMini());
  const times: number[] = [];
  for (const { text } of QUERIES.filter(({ fts }) => fts !== null)) {
    times.push(await peers.evaluate((text) => peersBench.searchMini(text), text));
  }
  const seen = (what: string, value: number, unit: string): Gate => ({
    name: `MiniSearch, without full texts: ${what}`,
    value,
    unit,
    limit: null,
    control: null,
    samples: null,
  });
  return [
    seen("p95 of the queries", quantile(times, 0.95), "ms"),
    seen("build", build, "ms"),
    seen("cold open", open, "ms"),
    seen("heap", heap / 1e6, "MB"),
  ];
}

/** The worker's, for the functions that run there. */
declare const peersBench: PeersBench;
