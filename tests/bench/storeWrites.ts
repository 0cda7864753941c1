import { type Gate, type Limit, ratioGate } from "./gate.ts";
import { seedProfile } from "./seedProfile.ts";
import {
  type Cost,
  cpuMedian,
  FEEDS,
  follow,
  loadRecorded,
  PER_FEED,
  type SamplePlan,
  takeSample,
  wallMsOf,
  type World,
} from "./storeSample.ts";
import { takeTurns } from "./turns.ts";

/**
 * Both sides fetch the same documents from 50 hosts, six at once; one puts rows that it has ready, the other reads,
 * merges and indexes. What nobody fetches is there to be seen: a refresh without a network does not exist.
 */
export async function measureIngest(world: World): Promise<Gate[]> {
  const { product, indexless } = world;
  const turns = {
    base: () => bareSample(world),
    without: () => refreshSample(world, { extensionDir: indexless, seed: null }),
    ours: () => refreshSample(world, { extensionDir: product, seed: null }),
    again: () => bareSample(world),
    puts: () => putSample(world),
    read: () => readSample(world),
  };
  const { base, without, ours, again, puts, read } = await takeTurns(turns, WRITE_ROUNDS);
  const what = `ingest of ${FEEDS} feeds × ${PER_FEED}`;
  const bare = "fetching and bare puts of the same rows";
  const fetchless = "bare puts without a fetch";
  return [
    gateOf(`${what}, without the index, beside ${bare}`, { ours: without, base, again }, { atMost: 1.3 }),
    gateOf(`${what}, searchable, beside ${bare}`, { ours, base, again }, { atMost: 1.8 }),
    gateOf(`${what}, without the index, beside ${fetchless}`, { ours: without, base: puts, again }, null),
    gateOf(`${what}, searchable, beside ${fetchless}`, { ours, base: puts, again }, null),
    gateOf(`fetching and reading alone, beside ${bare}`, { ours: read, base, again }, null),
  ];
}

/** Storing alone: the documents are there and read. */
export async function measureFloor(world: World): Promise<Gate[]> {
  const { source, indexless } = world;
  const floor = () =>
    takeSample({
      extensionDir: indexless,
      seed: null,
      ready: loadRecorded(source),
      run: ({ evaluateInBackground: evaluate }) => evaluate(() => storeBench.putFloor()),
    });
  const ours = () =>
    takeSample({
      extensionDir: indexless,
      seed: null,
      ready: async (browser) => {
        await follow(source)(browser);
        await browser.evaluateInBackground((source) => storeBench.readSource(source), source);
      },
      run: ({ evaluateInBackground: evaluate }) => evaluate(() => storeBench.storeRead()),
    });
  const turns = {
    base: floor,
    ours,
    puts: () => putSample(world),
    placeless: () => putSample(world, () => storeBench.leavePlacesOut()),
    again: floor,
  };
  const { base, ours: stored, puts, placeless, again } = await takeTurns(turns, WRITE_ROUNDS);
  const beside = "beside one value a feed";
  return [
    gateOf(`storing an article, without the index, ${beside}`, { ours: stored, base, again }, { atMost: 3.5 }),
    gateOf(`bare puts of the same rows, ${beside}`, { ours: puts, base, again }, null),
    gateOf(`bare puts of the same rows in no list, ${beside}`, { ours: placeless, base, again }, null),
  ];
}

export async function measureGrowth(world: World): Promise<Gate[]> {
  const { product, buildDir } = world;
  const seed = await seedProfile(buildDir, 100_000);
  const empty = () => refreshSample(world, { extensionDir: product, seed: null });
  const turns = { base: empty, ours: () => refreshSample(world, { extensionDir: product, seed }), again: empty };
  const costs = await takeTurns(turns, WRITE_ROUNDS);
  return [gateOf("the same ingest with 100,000 stored, beside an empty store", costs, { atMost: 1.25 })];
}

type Sides = { ours: Cost[]; base: Cost[]; again: Cost[] };

/** What has no limit is there to be seen, and its base is not the one that had a second turn. */
function gateOf(name: string, { ours, base, again }: Sides, limit: Limit | null): Gate {
  const cpuMs = { ours: cpuMedian(ours), base: cpuMedian(base) };
  const walls = { ours: wallMsOf(ours), base: wallMsOf(base), again: wallMsOf(again) };
  const gate = ratioGate({ name, atMost: Infinity, ...walls, cpuMs });
  return { ...gate, limit, control: limit && gate.control };
}

/** The same documents fetched, six at once, and the same rows put. */
function bareSample({ source, indexless }: World): Promise<Cost> {
  return takeSample({
    extensionDir: indexless,
    seed: null,
    ready: loadRecorded(source),
    run: ({ evaluateInBackground: evaluate }) => evaluate((source) => storeBench.putRecorded(source), source),
  });
}

/** `change` runs in the worker, before the clock starts. */
function putSample({ source, indexless }: World, change: () => void = () => undefined): Promise<Cost> {
  return takeSample({
    extensionDir: indexless,
    seed: null,
    ready: async (browser) => {
      await loadRecorded(source)(browser);
      await browser.evaluateInBackground(change);
    },
    run: ({ evaluateInBackground: evaluate }) => evaluate(() => storeBench.putRecorded(null)),
  });
}

function readSample({ source, indexless }: World): Promise<Cost> {
  return takeSample({
    extensionDir: indexless,
    seed: null,
    ready: follow(source),
    run: ({ evaluateInBackground: evaluate }) => evaluate((source) => storeBench.readSource(source), source),
  });
}

function refreshSample({ source }: World, plan: Pick<SamplePlan, "extensionDir" | "seed">): Promise<Cost> {
  return takeSample({
    ...plan,
    ready: follow(source),
    run: async ({ evaluateInBackground: evaluate }) => {
      const { ms, articles } = await evaluate(() => storeBench.refreshAndCount());
      if (articles !== FEEDS * PER_FEED) throw new Error(`a refresh stored ${articles} articles`);
      return ms;
    },
  });
}

const WRITE_ROUNDS = { rounds: 4, warmUp: 0 };
