import { afterAll, expect, test } from "vitest";
import { DOCUMENT_BYTES } from "../../../lib/feed/limits.ts";
import { readFeed } from "../../../lib/feed/read.ts";
import { attacks } from "../../support/attacks.ts";
import { faultsOf } from "../../support/feedFacts.ts";

/** Aim: one second of CPU each. Beyond this, on a machine that does other things as well, something hangs. */
const HANGS_MS = 3_000;
const FROM = { url: "https://x.example/feed", now: Date.UTC(2026, 10, 23) };

const costs: { what: string; ms: number }[] = [];

test.each(attacks)("%s: an end within the caps, soon", (what, make) => {
  const bytes = new TextEncoder().encode(make());
  expect(bytes.length).toBeLessThanOrEqual(DOCUMENT_BYTES);
  const before = process.cpuUsage();
  const read = readFeed(bytes, FROM);
  const { user, system } = process.cpuUsage(before);
  costs.push({ what, ms: Math.round((user + system) / 1_000) });
  expect(faultsOf(read)).toEqual([]);
  expect((user + system) / 1_000).toBeLessThan(HANGS_MS);
});

test("nothing of them has reached an object's prototype", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
});

afterAll(() => {
  const worst = costs.sort((a, b) => b.ms - a.ms).slice(0, 5);
  console.info(`The dearest attacks, in ms of CPU: ${worst.map(({ what, ms }) => `${what} ${ms}`).join(" · ")}`);
});
