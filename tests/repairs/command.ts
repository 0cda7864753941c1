import { repairs } from "./repairs.ts";
import { guardOf, type Verdict } from "./withoutRepair.ts";

/** `npm run repairs`: a table of what fails without each repair. Ends with 1 where nothing does, or a patch is out of date. */
const width = Math.max(...repairs.map((repair) => repair.name.length));
const verdicts = await guardOf(repairs, (verdict) =>
  console.log(`${verdict.repair.name.padEnd(width)}  ${said(verdict)}`),
);
const bad = verdicts.filter((verdict) => verdict.kind !== "guarded");
console.log(`\n${verdicts.length} repairs, ${verdicts.length - bad.length} guarded by a fixture, ${bad.length} not`);
process.exitCode = bad.length > 0 ? 1 : 0;

function said(verdict: Verdict): string {
  switch (verdict.kind) {
    case "guarded":
      return (
        verdict.fails.slice(0, 3).join(", ") + (verdict.fails.length > 3 ? `, ${verdict.fails.length - 3} more` : "")
      );
    case "unguarded":
      return "UNGUARDED: every fixture is read as well without it. Write one that is not.";
    case "outdated":
      return `OUTDATED: its text stands ${verdict.found} times in lib/feed/${verdict.repair.file}. Mend it in tests/repairs/repairs.ts.`;
  }
}
