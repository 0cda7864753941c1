import { readFileSync, writeFileSync } from "node:fs";
import { fillPeerTable } from "../support/peerTable.ts";
import type { Case } from "./corpus.ts";
import { judge, type Verdict } from "./judge.ts";
import { PEERS } from "./peers.ts";
import { countOf, printCount, printHeading } from "./report.ts";

/** Prints how others fare with the cases that this engine has read, and writes it down where `--write` asks for it. */
export async function comparePeers(cases: Case[], ours: Verdict[]): Promise<void> {
  const counts = new Map([["foldline", countOf(ours)]]);
  for (const [name, read] of Object.entries(PEERS)) counts.set(name, countOf(await judge(cases, read)));
  printHeading("reader");
  for (const [name, count] of counts) printCount(name, count);
  console.log("");
  if (process.argv.includes("--write")) writeCounts(counts);
}

function writeCounts(counts: Map<string, ReturnType<typeof countOf>>): void {
  const file = new URL("../../lib/feed/README.md", import.meta.url);
  const cells = [...counts].map(([name, { pass, wrong, threw }]) => [
    name,
    { pass: String(pass), wrong: String(wrong), threw: String(threw) },
  ]);
  writeFileSync(file, fillPeerTable(readFileSync(file, "utf8"), Object.fromEntries(cells)));
}
