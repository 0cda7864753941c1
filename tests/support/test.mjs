/** `npm test`: everything that must hold, in the order of what it costs. `npm test -- unit e2e` runs only these parts. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installScreen, setUp } from "./setup.mjs";

const bin = {
  prettier: "node_modules/prettier/bin/prettier.cjs",
  wxt: "node_modules/wxt/bin/wxt.mjs",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
  jiti: "node_modules/jiti/lib/jiti-cli.mjs",
};

const steps = [
  {
    part: "format",
    name: "format",
    run: () => succeeds([[bin.prettier, "--check", "--log-level=warn", "."]]),
  },
  {
    part: "types",
    name: "types",
    run: () =>
      succeeds([
        [bin.wxt, "prepare"],
        [bin.tsc, "--noEmit"],
      ]),
  },
  { part: "unit", name: "unit tests", run: () => runTests("unit") },
  {
    part: "repairs",
    name: "every repair of a feed is guarded",
    run: () => succeeds([[bin.jiti, "tests/repairs/command.ts"]]),
  },
  {
    part: "conformance",
    name: "conformance",
    browsers: ["chromium"],
    run: () => succeeds([[bin.jiti, "tests/conformance/run.ts"]]),
  },
  { part: "build", name: "build for Chromium", run: () => succeeds([[bin.wxt, "build"]]) },
  { part: "build", name: "build for Firefox", run: () => succeeds([[bin.wxt, "build", "-b", "firefox", "--mv3"]]) },
  { part: "e2e", name: "end-to-end tests", browsers: ["chromium", "firefox"], run: () => runTests("e2e") },
  // In their full size, for those who ask; a short form of each is among the end-to-end tests.
  { part: "safety", isWhole: true, browsers: ["chromium", "firefox"], run: () => runTests("e2e", "tests/safety/") },
  { part: "crash", isWhole: true, browsers: ["chromium", "firefox"], run: () => runTests("e2e", "tests/crash/") },
].map((step) => ({ name: step.part, isWhole: false, ...step }));

const parts = [...new Set(steps.map((step) => step.part))];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !parts.includes(word));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(" ")}": the parts are ${parts.join(", ")}.`);
  process.exit(1);
}
const chosen = steps.filter(({ part, isWhole }) => (wanted.length === 0 ? !isWhole : wanted.includes(part)));
const browsers = setUp({ browsers: [...new Set(chosen.flatMap((step) => step.browsers ?? []))] });
if (chosen.some(({ part }) => part === "e2e")) installScreen();
for (const [kind, executable] of Object.entries(browsers)) process.env[`FOLDLINE_${kind.toUpperCase()}`] = executable;

const results = [];
for (const step of chosen) results.push(await runStep(step));

for (const { name, faults } of results) for (const fault of faults) console.log(`\n✗ ${name}: ${fault}`);
console.log("");
for (const { name, passed, failed, skipped, seconds } of results) {
  const more = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${failed > 0 ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed${more}, ${seconds} s`);
}
const failed = sum(results.map((result) => result.failed));
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${sum(results.map((result) => result.passed))} passed, ${failed} failed`);

async function runStep({ name, isWhole, run }) {
  console.log(`\n── ${name} ──`);
  process.env.FOLDLINE_WHOLE = isWhole ? "1" : "";
  const startedAt = Date.now();
  const counts = await run();
  return { name, skipped: 0, faults: [], ...counts, seconds: ((Date.now() - startedAt) / 1000).toFixed(1) };
}

/** Runs the commands until one fails: one fact, passed or failed. */
async function succeeds(commands) {
  for (const command of commands) {
    if ((await runNode(command)) !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

/** `places`: of its files only those whose paths begin with one of them. */
async function runTests(project, ...places) {
  const folder = mkdtempSync(join(tmpdir(), "foldline-tests-"));
  process.env.FOLDLINE_VERDICT = join(folder, "verdict.json");
  const reporters = ["--reporter=default", "--reporter=tests/support/verdict.mjs"];
  const config = ["--config=tests/vitest.config.ts", `--project=${project}`];
  const exitCode = await runNode([bin.vitest, "run", ...places, ...config, ...reporters]);
  const verdict = readVerdict(process.env.FOLDLINE_VERDICT);
  rmSync(folder, { recursive: true, force: true });
  return exitCode !== 0 && verdict.failed === 0 ? { ...verdict, failed: 1 } : verdict;
}

/** vitest writes none when it stops before the tests, e.g. over its own configuration. */
function readVerdict(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 1 };
}

/** The exit code of a Node program that writes to this terminal. */
function runNode(args) {
  return new Promise((ended) => {
    spawn(process.execPath, args, { stdio: "inherit" })
      .on("error", () => ended(1))
      .on("close", (code) => ended(code ?? 1));
  });
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
