import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "wxt";

/** Where benchmarks keep what they make. */
export const BENCH_DIR = ".output/bench";

/** The built extension under an id that does not follow from its path, so that profiles of one copy fit the others. */
export async function buildExtension(): Promise<string> {
  const outDir = `${BENCH_DIR}/build`;
  await build({ root: process.cwd(), outDir, browser: "chrome", manifestVersion: 3 });
  return `${outDir}/chrome-mv3`;
}

export type Changes = {
  /** Of the copy, among those of other copies. */
  name: string;
  /** What runs as its worker, in place of the background. */
  worker?: string;
};

/** A copy of a build that may fetch from the names of the local server. */
export function copyExtension(buildDir: string, { name, worker }: Changes): string {
  const dir = `${BENCH_DIR}/${name}`;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  cpSync(buildDir, dir, { recursive: true });
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(`${dir}/manifest.json`, "utf8")) as Record<string, unknown>;
  const changed = { ...manifest, key: KEY, host_permissions: ["http://*.feeds.test/*"] };
  writeFileSync(`${dir}/manifest.json`, JSON.stringify(changed));
  if (worker !== undefined) writeFileSync(`${dir}/background.js`, worker);
  return dir;
}

/** The id is made of a hash of it. Any bytes will do: nothing is signed. */
const KEY = Buffer.from("The extension of the benchmarks").toString("base64");
