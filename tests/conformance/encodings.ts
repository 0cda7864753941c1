import type { Case } from "./corpus.ts";
import type { BrowserEngine } from "./engine.ts";
import type { Verdict } from "./judge.ts";

export type EncodingVerdicts = { scored: Verdict[]; unscored: string[] };

/**
 * Judges how bytes became text. A case that asserts a text has its verdict; one that only names an encoding is decoded
 * by the browser under that name, and must be the same text. Where the bytes could be in any encoding, or say nothing
 * about theirs, there is no right answer to compare with: these are listed.
 */
export async function judgeEncodings(
  cases: Case[],
  verdicts: Verdict[],
  textsOf: BrowserEngine["textsOf"],
): Promise<EncodingVerdicts> {
  const result: EncodingVerdicts = { scored: [], unscored: [] };
  for (const one of cases.filter(({ group }) => /^encoding|chardet/.test(group))) {
    const verdict = verdicts.find(({ file }) => file === one.file) ?? null;
    const texts = await textsOf(one.bytes, one.from, one.label ?? "utf-8");
    if (texts.certainty === "guess") result.unscored.push(`${one.file} (says nothing true about its encoding)`);
    else if (verdict !== null) result.scored.push(verdict);
    else if (one.label === null || texts.certainty === "any") result.unscored.push(`${one.file} (asks for no text)`);
    else result.scored.push(verdictOn(one, texts.ours === texts.asked));
  }
  return result;
}

function verdictOn({ file, group, label }: Case, isSame: boolean): Verdict {
  return { file, group, kind: isSame ? "pass" : "wrong", because: isSame ? "" : `the text is not that of ${label}` };
}
