import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sized } from "../support/whole.ts";

type Versions = Record<string, string>;
type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  link?: boolean;
};
type Root = { dependencies: Versions; devDependencies: Versions };

/** Ours, or npm's: their forms are known. */
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

const root = readJson<Root>("package.json");
const lock = readJson<{ lockfileVersion: number; packages: Record<string, Locked> }>("package-lock.json");
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
/** What ends up in the extension, with all that it brings along. */
const runtime = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);

test("there are at most twelve runtime dependencies, and every version is an exact one", () => {
  expect(Object.keys(root.dependencies).length).toBeLessThanOrEqual(12);
  const inexact = Object.entries({ ...root.dependencies, ...root.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(inexact).toEqual([]);
});

test("the lock file agrees with them, and has a strong sum of every package", () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(lock.packages[""]).toMatchObject({ dependencies: root.dependencies, devDependencies: root.devDependencies });
  for (const [name, version] of Object.entries({ ...root.dependencies, ...root.devDependencies })) {
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  const strange = locked.filter(
    ([, { resolved, link }]) => link || (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

test("no runtime package has a script that runs at its installation, and what is installed is what is locked", () => {
  expect(runtime.length).toBeGreaterThan(Object.keys(root.dependencies).length);
  expect(runtime.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  for (const [path, { version }] of runtime) {
    const installed = readJson<{ version: string; scripts?: Versions }>(join(path, "package.json"));
    expect(installed.version, path).toBe(version);
    const scripts = Object.keys(installed.scripts ?? {}).filter((name) => /^(pre|post)?install$/.test(name));
    expect(scripts, path).toEqual([]);
    expect(existsSync(join(path, "binding.gyp")), path).toBe(false);
  }
});

/** npm in a folder with nothing but the two files. */
function npm(...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "foldline-packages-"));
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(file, join(folder, file));
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8", timeout: 120_000 });
  rmSync(folder, { recursive: true, force: true });
  return { status, stdout, stderr };
}

test("npm takes the lock file for what package.json asks for", { timeout: 130_000 }, () => {
  const { status, stderr } = npm("ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--offline");
  expect(stderr).not.toMatch(/EUSAGE|in sync/);
  expect(status).toBe(0);
});

/** In full size, since it asks npm's registry. */
test.skipIf(!sized({ short: false, whole: true }))(
  "npm knows of no serious fault in what the extension is made of",
  { timeout: 130_000 },
  ({ skip }) => {
    const { stdout, stderr } = npm("audit", "--omit=dev", "--json");
    const said = JSON.parse(stdout || "{}") as { metadata?: { vulnerabilities: Record<string, number> } };
    if (!said.metadata) return skip(`the registry does not answer: ${stderr.slice(0, 200)}`);
    const { high, critical } = said.metadata.vulnerabilities;
    expect({ high, critical }).toEqual({ high: 0, critical: 0 });
  },
);
