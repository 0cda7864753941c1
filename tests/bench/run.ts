/**
 * `npm run bench`: every benchmark. `-- --only NAME` one of them, or one of its trials; `--json FILE` all figures in one
 * file; `--write` brings the tables up to date that show them. Exits with 1 where a gate failed, with 2 where none did
 * but one was inconclusive.
 */
import { parseArgs } from "node:util";
import { feed } from "./feed.bench.ts";
import { pages } from "./pages.bench.ts";
import { search } from "./search.bench.ts";
import { store } from "./store.bench.ts";
import { exitCodeOf } from "./gate.ts";
import { printReport, type Report, writeJson, writeReport } from "./report.ts";
import { writeFigures } from "./storeFigures.ts";
import type { Bench } from "./trial.ts";

const BENCHES: Bench[] = [feed, store, search, pages];

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, write: { type: "boolean", default: false } },
});
const chosen = BENCHES.map((bench) => ({ bench, trials: chosenOf(bench, values.only) }));
if (chosen.every(({ trials }) => trials.length === 0)) {
  const names = BENCHES.flatMap(({ name, trials }) => [name, ...trials]);
  console.error(`There is no benchmark "${values.only}": there is ${names.join(", ")}.`);
  process.exit(1);
}

const reports: Report[] = [];
for (const { bench, trials } of chosen.filter(({ trials }) => trials.length > 0)) {
  const gates = await bench.run(trials, { write: values.write });
  // A table of some trials would leave out the others.
  if (values.write && trials.length === bench.trials.length) writeFigures(bench.name, gates);
  reports.push({ bench: bench.name, title: bench.title, gates });
}
for (const report of reports) {
  printReport(report);
  writeReport(report);
}
if (values.json !== undefined) writeJson(values.json, reports);
process.exitCode = exitCodeOf(reports.flatMap((report) => report.gates));

function chosenOf({ name, trials }: Bench, only: string | undefined): string[] {
  return only === undefined || only === name ? trials : trials.filter((trial) => trial === only);
}
