import { complaintAbout } from "./compare.ts";
import type { Case } from "./corpus.ts";
import type { Engine } from "./fields.ts";

export type Verdict = { file: string; group: string; kind: "pass" | "wrong" | "threw"; because: string };

/** Reads every case that has a core assertion, and compares what came out. */
export async function judge(cases: Case[], read: Engine): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const one of cases.filter(isCore)) verdicts.push(await verdictOn(one, read));
  return verdicts;
}

function isCore({ assertions }: Case): boolean {
  return assertions.some((assertion) => assertion.scope === "core");
}

async function verdictOn({ file, group, bytes, from, assertions }: Case, read: Engine): Promise<Verdict> {
  try {
    const fields = await read(bytes, from);
    const core = assertions.filter((assertion) => assertion.scope === "core");
    const because = core.flatMap((assertion) => complaintAbout(fields, assertion) ?? []).join("; ");
    return { file, group, kind: because === "" ? "pass" : "wrong", because };
  } catch (fault) {
    return { file, group, kind: "threw", because: fault instanceof Error ? fault.message : String(fault) };
  }
}
