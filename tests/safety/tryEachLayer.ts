import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserKind } from "../support/browser.ts";
import { sized } from "../support/whole.ts";
import type { Cell, Layers } from "./cells.ts";
import type { Driver, Outcome } from "./drive.ts";
import { PLANTED, sandboxOfProduct } from "./hosts.ts";
import { BELIEVABLE, measured, type Measured } from "./measured.ts";
import { others, own } from "./payloads/chosen.ts";
import type { Payload } from "./payloads/payload.ts";
import { openStage, type Stage } from "./stage.ts";

const SINKS = ["written", "appended"] as const;
/** For what must happen and has not: a busy machine takes its time. */
const LONG_PATIENCE_MS = 1_500;
const TIMEOUT_MS = sized({ short: 120_000, whole: 900_000 });
const ALONE: Layers = { sink: "written", sandbox: null };
const planted: Cell = { id: "planted", html: PLANTED };

/** The tests of one browser: each browser has a file of its own, so that both can run at once. */
export function tryEachLayer(kind: BrowserKind): void {
  describe(`each layer alone in ${kind}`, () => {
    let stage: Stage;
    let cells: Cell[];

    beforeAll(async () => {
      stage = await openStage(kind);
      cells = await stage.web.toHtml([...own, ...others]);
    }, TIMEOUT_MS);
    afterAll(() => stage?.close());

    async function runBoth(driver: Driver, given: Cell[], sandbox: string | null): Promise<Outcome[]> {
      const outcomes: Outcome[] = [];
      for (const sink of SINKS) outcomes.push(...(await driver.run(given, { sink, sandbox })));
      return outcomes;
    }

    test(
      "without any, payloads run and load: the detector is not blind",
      async () => {
        await stage.forgetRequests();
        const outcomes = await runBoth(stage.web, cells, null);
        outcomes.push(...(await stage.web.run([planted], ALONE, LONG_PATIENCE_MS)));
        const isSeen = async ({ id, mustFire, mustLoad }: Payload) => {
          const hasRun = outcomes.some((outcome) => outcome.id === id && outcome.ran.length > 0);
          const hasLoaded = (await stage.requests()).some((url) => addressNames(url, id));
          return (!mustFire || hasRun) && (!mustLoad || hasLoaded);
        };
        const unseen: Payload[] = [];
        for (const payload of own) if (!(await isSeen(payload))) unseen.push(payload);
        const again = cells.filter(({ id }) => unseen.some((payload) => payload.id === id));
        for (const sink of SINKS) {
          outcomes.push(...(await stage.web.run(again, { sink, sandbox: null }, LONG_PATIENCE_MS)));
        }
        const blindTo: string[] = [];
        for (const payload of unseen) if (!(await isSeen(payload))) blindTo.push(`${payload.id}: ${payload.source}`);
        const counted = countOthers(outcomes);
        console.info(`Without any layer in ${kind}: ${runIds(outcomes).size} of ${cells.length} ran`, counted);
        expect(blindTo).toEqual([]);
        expect(runIds(outcomes)).toContain("planted");
        expect(tooFew(counted, measured(kind))).toEqual([]);
      },
      TIMEOUT_MS,
    );

    test(
      "what the sanitiser lets through runs nothing, loads nothing and is on its list; sanitised again it stays",
      async () => {
        const cleaned = await stage.web.clean([...cells, planted]);
        expect(cleaned.filter(({ faults }) => faults.length > 0)).toEqual([]);
        expect(cleaned.filter(({ isStable }) => !isStable)).toEqual([]);
        await stage.forgetRequests();
        const outcomes = await runBoth(stage.web, cleaned, null);
        expect(outcomes.filter(({ ran, reported, isLost }) => ran.length > 0 || reported > 0 || isLost)).toEqual([]);
        expect(await stage.requests()).toEqual([]);
      },
      TIMEOUT_MS,
    );

    test(
      "in the sandbox of the article frame nothing runs that was not sanitised",
      async () => {
        const before = stage.web.dialogs.length;
        const outcomes = await runBoth(stage.web, [...cells, planted], sandboxOfProduct());
        expect(outcomes.filter(({ ran, isLost }) => ran.length > 0 || isLost)).toEqual([]);
        expect(stage.web.dialogs.slice(before)).toEqual([]);
      },
      TIMEOUT_MS,
    );

    test(
      "under the extension's policy nothing runs but a script of its own, without Trusted Types, frame and sanitiser",
      async () => {
        const outcomes = await runBoth(stage.extension, cells, null);
        outcomes.push(...(await stage.extension.run([planted], ALONE, LONG_PATIENCE_MS)));
        // It shows that what runs is seen here too.
        expect([...runIds(outcomes)]).toEqual(["planted"]);
        expect(outcomes.filter(({ isLost }) => isLost)).toEqual([]);
        expect(stage.extension.dialogs).toEqual([]);
      },
      TIMEOUT_MS,
    );
  });
}

const runIds = (outcomes: Outcome[]): Set<string> =>
  new Set(outcomes.filter(({ ran }) => ran.length > 0).map(({ id }) => id));

/** A later number must not count for an earlier one: `loads-1` is not `loads-12`. */
const addressNames = (url: string, id: string): boolean => new RegExp(`/${id}(?!\\d)`).test(url);

function countOthers(outcomes: Outcome[]): Measured {
  const ran = runIds(outcomes);
  const reported = new Set(outcomes.filter((outcome) => outcome.reported > 0).map(({ id }) => id));
  const families = [...new Set(others.map(({ family }) => family))];
  return Object.fromEntries(
    families.map((name) => {
      const ids = others.filter(({ family }) => family === name).map(({ id }) => id);
      const among = (found: Set<string>) => ids.filter((id) => found.has(id)).length;
      return [name, { of: ids.length, ran: among(ran), reported: among(reported) }];
    }),
  );
}

function tooFew(counted: Measured, expected: Measured): string[] {
  return Object.entries(counted).flatMap(([name, { of, ran, reported }]) => {
    const known = expected[name];
    if (known === undefined || known.of !== of) return [`${name}: nobody has measured ${of} of them`];
    const isBlind = ran < BELIEVABLE * known.ran || reported < BELIEVABLE * known.reported;
    return isBlind ? [`${name}: ${ran} ran and ${reported} were reported, not ${known.ran} and ${known.reported}`] : [];
  });
}
