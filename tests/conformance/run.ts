/**
 * `npm run conformance`: the engine against the corpus that FOLDLINE_CORPUS names, and the gates that must hold.
 * With `-- --peers` others read the same cases too, and with `--write` their counts go into the engine's README.
 */
import { type Case, readCorpus } from "./corpus.ts";
import { judgeEncodings } from "./encodings.ts";
import { judgeEncodingTrials } from "./encodingTrials.ts";
import { openEngine } from "./engine.ts";
import { coreGate, datesGate, encodingsGate, entitiesGate, robustnessGate } from "./gates.ts";
import { judge } from "./judge.ts";
import { comparePeers } from "./peerCounts.ts";
import { printGates, printGroups, printList, printWrong } from "./report.ts";
import { robustnessComplaints, TRIALS } from "./robustness.ts";

const cases = readCorpus(process.env["FOLDLINE_CORPUS"]);
if (cases === null) console.log("No feed corpus: FOLDLINE_CORPUS names no folder that holds feedparser/.");
else process.exitCode = (await holdsAgainst(cases)) ? 0 : 1;

async function holdsAgainst(cases: Case[]): Promise<boolean> {
  const engine = await openEngine();
  const verdicts = await judge(cases, engine.read);
  const { scored, unscored } = await judgeEncodings(cases, verdicts, engine.textsOf);
  const encodings = [...scored, ...(await judgeEncodingTrials(engine.read))];
  const complaints = await robustnessComplaints(engine.read);
  await engine.close();
  if (process.argv.includes("--peers")) await comparePeers(cases, verdicts);

  printGroups(verdicts);
  printWrong([...new Set([...verdicts, ...encodings])]);
  printList("Robustness", complaints);
  printList("Encodings that are not scored", unscored);
  const gates = [
    coreGate(verdicts),
    entitiesGate(verdicts),
    robustnessGate(complaints, TRIALS.length),
    datesGate(),
    encodingsGate(encodings),
  ];
  printGates(gates);
  return gates.every((gate) => gate.holds);
}
