import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";
import { readerWithout } from "../../repairs/withoutRepair.ts";
import { feedCases } from "../../support/feedCases.ts";
import { feedOfLeaves } from "../../support/feedLeaves.ts";

/** The same documents each time; `SEED=2 RUNS=20000` looks at others. */
const HOW = { seed: Number(process.env["SEED"] ?? 1), numRuns: Number(process.env["RUNS"] ?? 1_000) };
const FROM = { url: "https://x.example/a/feed", now: Date.UTC(2026, 10, 23) };

let readAllByParser: typeof readFeed;

beforeAll(async () => {
  const patch = { find: "if (!work.isUsual ||", replace: "if (true ||" };
  readAllByParser = await readerWithout({ name: "leaves", file: "takeLeaf.ts", ...patch });
});

test.each(feedCases().filter(({ file }) => file !== null))("$name says the same if the parser reads all", (each) => {
  const { bytes, from } = each;
  expect(readFeed(bytes(), from)).toEqual(readAllByParser(bytes(), from));
});

test("any mix of elements says the same if the parser reads all", () => {
  fc.assert(
    fc.property(feedOfLeaves, (xml) => {
      const bytes = new TextEncoder().encode(xml);
      expect(readFeed(bytes, FROM)).toEqual(readAllByParser(bytes, FROM));
    }),
    HOW,
  );
}, 120_000);
