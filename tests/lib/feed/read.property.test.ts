import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFeed } from "../../../lib/feed/read.ts";
import { feedCases } from "../../support/feedCases.ts";
import { faultsOf } from "../../support/feedFacts.ts";
import { contentTypes, jsonLike, mutated, xmlLike } from "../../support/feedNoise.ts";

/** The same documents each time; `SEED=2 RUNS=20000` looks at others. */
const HOW = { seed: Number(process.env["SEED"] ?? 1), numRuns: Number(process.env["RUNS"] ?? 600) };
const TIME = 120_000;

const written = feedCases().filter((each) => each.file !== null);
const edition = new Uint8Array(readFileSync(new URL("../../../public/edition/feed.json", import.meta.url)));
const seeds = [...written.map((each) => each.bytes()), edition];

function check(bytes: Uint8Array, contentType: string | null): void {
  const read = readFeed(bytes, { url: "https://x.example/a/feed?b", contentType, now: Date.UTC(2026, 10, 23) });
  expect(faultsOf(read)).toEqual([]);
}

const encode = (text: string) => new TextEncoder().encode(text);

test(
  "any bytes end in a feed within its caps, or in a reason",
  () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), contentTypes, check), HOW);
  },
  TIME,
);

test(
  "anything like XML does",
  () => {
    fc.assert(fc.property(xmlLike.map(encode), contentTypes, check), HOW);
  },
  TIME,
);

test(
  "anything like a JSON feed does",
  () => {
    fc.assert(fc.property(jsonLike.map(encode), contentTypes, check), HOW);
  },
  TIME,
);

test(
  "any damage done to a real feed does",
  () => {
    fc.assert(fc.property(mutated(seeds), contentTypes, check), HOW);
  },
  TIME,
);

test.each([
  "rss20.xml",
  "atom10.xml",
  "rdf10.xml",
  "xhtml.xml",
  "source-markdown.xml",
  "json11.feed.json",
  "page.html",
])(
  "%s does, wherever it breaks off",
  (name) => {
    const whole = written.find((each) => each.name === name)?.bytes() ?? new Uint8Array();
    expect(whole.length).toBeGreaterThan(100);
    for (let length = 0; length <= whole.length; length++) check(whole.subarray(0, length), null);
  },
  TIME,
);
