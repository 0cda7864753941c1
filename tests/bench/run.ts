/** `npm run bench`: every benchmark; `-- feed` that one, `--json FILE` a copy of the figures, `--write` the tables that show them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { bench as feed } from "./feed.bench.ts";

export type BenchOptions = {
  /** Brings the tables in the project's documents up to date. */
  write: boolean;
};

export type BenchResult = {
  /** Inconclusive: the machine was so restless that the same work differed from itself. */
  verdict: "passed" | "failed" | "inconclusive";
  report: object;
};

const BENCHES: Record<string, (options: BenchOptions) => Promise<BenchResult>> = { feed };
const EXIT_CODES = { passed: 0, failed: 1, inconclusive: 2 };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, write: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown.join(" ")}": there is ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length === 0 || positionals.includes(name)) await run(name, bench);
}

async function run(name: string, bench: (options: BenchOptions) => Promise<BenchResult>): Promise<void> {
  const { verdict, report } = await bench({ write: values.write });
  const json = `${JSON.stringify({ bench: name, verdict, ...report }, null, 2)}\n`;
  mkdirSync(".output/bench", { recursive: true });
  for (const file of [`.output/bench/${name}.json`, values.json ?? []].flat()) writeFileSync(file, json);
  console.log(`${name}: ${verdict}`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), EXIT_CODES[verdict]);
}
