/** `npm run bench -- --only feed`: how fast `readFeed` is and how much memory it takes, in a worker of a real Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ITEMS_KEPT } from "../../lib/feed/limits.ts";
import { fillPeerTable } from "../support/peerTable.ts";
import { type ChromiumWorker, type Cost, openChromiumWorker } from "./chromiumWorker.ts";
import type { FeedBench, Reader } from "./feed.worker.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "./feedDocuments.ts";
import { gatesOf, speedOf } from "./feedGates.ts";
import { printRun } from "./feedReport.ts";
import type { Gate } from "./gate.ts";
import { takeTurns } from "./turns.ts";
import { benchOf, type BenchOptions } from "./trial.ts";

/** What was measured of one document; each reader's costs are in the order of the rounds. */
export type Run = {
  kind: DocumentKind;
  items: number;
  bytes: number;
  /** Of its text, in UTF-16 units. */
  length: number;
  /** How often a reading was repeated within one measurement. */
  times: number;
  costs: Partial<Record<Reader | "foldline again", Cost[]>>;
  /** What is on the heap beyond what was there before, in bytes, while the engine's result is kept. */
  held: number;
};

export const feed = benchOf<World>({
  name: "feed",
  title: "Reading feeds",
  open: async ({ write }) => {
    const script = fileURLToPath(new URL("feed.worker.ts", import.meta.url));
    return { worker: await openChromiumWorker(script), runs: new Map(), write };
  },
  trials: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, (world: World) => measureKind(world, kind)])),
  close: async ({ worker, runs, write }, gates) => {
    await worker.close();
    if (write && gates.every((gate) => gate.verdict !== "inconclusive")) writeTable([...runs.values()]);
  },
});

/** `runs`: the newest of each document. */
type World = { worker: ChromiumWorker; runs: Map<string, Run>; write: BenchOptions["write"] };

async function measureKind({ worker, runs }: World, kind: DocumentKind): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const plan of PLANS.filter((plan) => plan.kind === kind)) {
    const run = await measureDocument(worker, plan);
    printRun(run);
    runs.set(`${kind} ${run.items}`, run);
    gates.push(...gatesOf(run));
  }
  return gates;
}

type Plan = { kind: DocumentKind; count: number; times: number; peers: Reader[] };

/** Ten thousand items are twice what the engine keeps, so that only it is measured by them: peers read all of them. */
const PLANS: Plan[] = DOCUMENT_KINDS.flatMap((kind) => [
  { kind, count: 5_000, times: 1, peers: peersFor(kind) },
  { kind, count: 10_000, times: 1, peers: [] },
  { kind, count: 20, times: 50, peers: [] },
]);

function peersFor(kind: DocumentKind): Reader[] {
  return kind === "json" ? ["feedsmith", "JSON.parse"] : ["feedsmith", "fast-xml-parser", "rss-parser"];
}

/** Readers take turns, and the engine has two: what differs between its two is noise. */
async function measureDocument(worker: ChromiumWorker, { kind, count, times, peers }: Plan): Promise<Run> {
  const size = await worker.evaluate((kind, count) => feedBench.load(kind, count), kind, count);
  const run: Run = { kind, items: count, ...size, times, costs: {}, held: 0 };
  const before = await worker.heapBytes();
  const turnOf = (reader: Reader) => () => measureReading(worker, reader, run);
  const turns: Record<string, () => Promise<Cost>> = Object.fromEntries(peers.map((peer) => [peer, turnOf(peer)]));
  const all = { foldline: turnOf("foldline"), ...turns, "foldline again": turnOf("foldline") };
  run.costs = await takeTurns(all, { rounds: ROUNDS, warmUp: WARM_UP });
  await worker.evaluate(() => feedBench.hold("foldline"));
  run.held = (await worker.heapBytes()) - before;
  return run;
}

async function measureReading(worker: ChromiumWorker, reader: Reader, { times, items, kind }: Run): Promise<Cost> {
  const { result, cost } = await worker.measure(() =>
    worker.evaluate((reader, times) => feedBench.read(reader, times), reader, times),
  );
  const expected = reader === "foldline" ? Math.min(items, ITEMS_KEPT) : items;
  if (result !== expected)
    throw new Error(`${reader} found ${result} of ${expected} items (${kind}): nothing to compare`);
  return { ...cost, cpuMs: cost.cpuMs / times, wallMs: cost.wallMs / times };
}

/** The speeds beside what the conformance run says of the same readers. */
function writeTable(runs: Run[]): void {
  const file = fileURLToPath(new URL("../../lib/feed/README.md", import.meta.url));
  const cells: Record<string, Record<string, string>> = {};
  for (const run of runs.filter((run) => run.costs.feedsmith)) {
    for (const [reader, costs] of Object.entries(run.costs)) {
      if (reader === "foldline again") continue;
      (cells[reader] ??= {})[COLUMNS[run.kind]] = String(Math.round(speedOf(run, costs)));
    }
  }
  writeFileSync(file, fillPeerTable(readFileSync(file, "utf8"), cells));
}

/** The worker's, for the functions that run there. */
declare const feedBench: FeedBench;

const ROUNDS = 5;
const WARM_UP = 2;
const COLUMNS: Record<DocumentKind, string> = {
  rss: "RSS, MB/s",
  atomHtml: "Atom, MB/s",
  atomXhtml: "Atom xhtml, MB/s",
  json: "JSON, MB/s",
};
