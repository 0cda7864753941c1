import { createHash } from "node:crypto";
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { findBrowser, profileHome } from "../support/findBrowsers.mjs";
import { waitUntil } from "../support/waitUntil.ts";
import { copyExtension } from "./benchExtension.ts";
import { bundleScript, type Patch } from "./bundleScript.ts";
import type { SeedPlan } from "./seed.ts";

export type Size = 1_000 | 10_000 | 100_000;

/**
 * A profile whose store holds so many articles of 6 KB, stored and indexed by the product itself. Kept, and made anew
 * when the product, the articles or the day have changed. Not to be opened: open a `copyProfile` of it.
 */
export async function seedProfile(buildDir: string, size: Size): Promise<string> {
  const worker = await storeWorker([FEW_FULL_TEXTS]);
  const plan = seedPlan(size);
  const home = join(profiles(), `seed-${size}`);
  const profile = join(home, keyOf(worker, plan.until));
  if (existsSync(join(profile, "Default"))) return profile;
  rmSync(home, { recursive: true, force: true });
  const making = `${profile}-making`;
  const extensionDir = copyExtension(buildDir, { name: "seed", worker });
  // Its worker is a benchmark, which welcomes nobody.
  const browser = await openBrowser({ kind: "chromium", extensionDir, profileDir: making, keepsWelcome: true });
  try {
    await waitForScript(browser);
    for (let slice = 0; slice < plan.slices; slice++) {
      await browser.evaluateInBackground((part) => storeBench.seed(part), { plan, slice });
    }
    await browser.evaluateInBackground(() => storeBench.finishSeed());
  } finally {
    await browser.close();
  }
  // Of a profile that was broken off, nothing must be taken for a whole one.
  copyStore(making, profile);
  rmSync(making, { recursive: true, force: true, maxRetries: 10 });
  return profile;
}

/** A new profile with the same store; without a seed, an empty one. Of what is never rewritten only links are made. */
export function copyProfile(seed: string | null): string {
  const profile = mkdtempSync(join(profiles(), "sample-"));
  if (seed !== null) copyStore(seed, profile);
  return profile;
}

export function storeWorker(patches: Patch[] = []): Promise<string> {
  return bundleScript(fileURLToPath(new URL("store.worker.ts", import.meta.url)), patches);
}

/** A worker is there before its script has run. */
export async function waitForScript(browser: TestBrowser): Promise<void> {
  const isThere = () => browser.evaluateInBackground(() => "storeBench" in self);
  await waitUntil(isThere, { what: "the worker's script" });
}

export function seedPlan(size: Size): SeedPlan {
  return { ...PLANS[size], until: Math.floor(Date.now() / DAY_MS) * DAY_MS };
}

/** A few large feeds rather than many small: of 100,000 articles, each visit of a feed brings fifty. */
const PLANS: Record<Size, Omit<SeedPlan, "until">> = {
  1_000: { feeds: 50, perFeed: 20, slices: 2 },
  10_000: { feeds: 100, perFeed: 100, slices: 4 },
  100_000: { feeds: 200, perFeed: 500, slices: 10 },
};

/** Of 100,000 articles 20,000 are to be searched to the last word, the others by title and summary. All have their 6 KB. */
const FEW_FULL_TEXTS: Patch = {
  file: "lib/db/searchIndex.ts",
  find: "searchTextOf(text)]",
  replace: 'id % 5 === 0 ? searchTextOf(text) : ""]',
};

const DAY_MS = 24 * 3_600_000;

/** Of everything that what is stored follows from. */
function keyOf(worker: string, until: number): string {
  return createHash("sha256").update(worker).update(String(until)).digest("hex").slice(0, 16);
}

/** Where the browser may have profiles; one folder for each checkout. */
function profiles(): string {
  const executable = findBrowser("chromium");
  if (executable === null) throw new Error("No chromium is installed");
  const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 8);
  const folder = join(profileHome(executable), `foldline-bench-${checkout}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function copyStore(from: string, to: string): void {
  const store = join("Default", "IndexedDB");
  for (const file of readdirSync(join(from, store), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name === "LOCK") continue;
    const source = join(file.parentPath, file.name);
    const target = join(to, source.slice(from.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    if (isNeverRewritten(source)) linkSync(source, target);
    else copyFileSync(source, target);
  }
}

/** LevelDB's tables and the files that hold large values: written once, then only deleted. */
const isNeverRewritten = (file: string): boolean =>
  file.endsWith(".ldb") || (file.includes(".indexeddb.blob") && /^[0-9a-f]+$/.test(basename(file)));
