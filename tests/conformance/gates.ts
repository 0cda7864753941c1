import { parseDate } from "../../lib/feed/dates.ts";
import { DAYS, MOMENTS, NO_DATES } from "../fixtures/dates.ts";
import type { Verdict } from "./judge.ts";
import { countOf } from "./report.ts";

export type Gate = { name: string; holds: boolean; figure: string };

export function coreGate(verdicts: Verdict[]): Gate {
  return share("core cases, at least 90 %", verdicts, 0.9);
}

export function entitiesGate(verdicts: Verdict[]): Gate {
  return share(
    "entities, at least 99 %",
    verdicts.filter(({ group }) => group === "entities"),
    0.99,
  );
}

export function encodingsGate(verdicts: Verdict[]): Gate {
  return share("deterministic encodings in a browser, all", verdicts, 1);
}

export function robustnessGate(complaints: string[], trials: number): Gate {
  return {
    name: "robustness, all",
    holds: complaints.length === 0,
    figure: `${trials - complaints.length} of ${trials}`,
  };
}

/** A date that comes out as another one is worse than a date that is not read. */
export function datesGate(): Gate {
  const valid = [...MOMENTS, ...DAYS].map(([raw, iso]) => ({
    got: parseDate(raw)?.at ?? null,
    wanted: Date.parse(iso),
  }));
  const right = valid.filter(({ got, wanted }) => got === wanted).length;
  const missed = valid.filter(({ got }) => got === null).length;
  const wrong = valid.length - right - missed + NO_DATES.filter((raw) => parseDate(raw) !== null).length;
  const holds = right / valid.length >= 0.9 && wrong === 0;
  return {
    name: "dates, at least 90 % right and none wrong",
    holds,
    figure: `${right} of ${valid.length}, ${wrong} wrong`,
  };
}

function share(name: string, verdicts: Verdict[], least: number): Gate {
  const { pass, total } = countOf(verdicts);
  const percent = ((100 * pass) / total).toFixed(1);
  return { name, holds: total > 0 && pass / total >= least, figure: `${pass} of ${total}, ${percent} %` };
}
