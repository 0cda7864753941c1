import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readBackup } from "../../../lib/db/readBackup.ts";
import { saved } from "../../support/backups.ts";
import { makeLibrary } from "../../support/library.ts";
import { makeDb } from "../../support/rows.ts";

let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const db = makeDb();
  await makeLibrary(db, 120);
  bytes = new Uint8Array(await (await saved(db, "whole")).arrayBuffer());
});

const place = fc.double({ min: 0, max: 1, noNaN: true });
type Mutation = (whole: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
const at = (share: number, { length }: Uint8Array): number => Math.min(length - 1, Math.floor(share * length));
const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
};

/** What happens to files: bits turn, downloads break off, disks lose blocks, people edit, programs join and convert. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ share: place, bit: fc.nat(7) }).map(({ share, bit }): Mutation => (whole) => {
    const turned = whole.slice();
    turned[at(share, whole)] = (whole[at(share, whole)] ?? 0) ^ (1 << bit);
    return turned;
  }),
  place.map(
    (share): Mutation =>
      (whole) =>
        whole.slice(0, at(share, whole)),
  ),
  fc.record({ share: place, length: fc.integer({ min: 1, max: 5_000 }) }).map(
    ({ share, length }): Mutation =>
      (whole) =>
        joined(whole.subarray(0, at(share, whole)), whole.subarray(at(share, whole) + length)),
  ),
  fc
    .record({ share: place, length: fc.integer({ min: 8, max: 5_000 }) })
    .map(({ share, length }): Mutation => (whole) => {
      const emptied = whole.slice();
      emptied.fill(0, at(share, whole), at(share, whole) + length);
      return emptied;
    }),
  fc.record({ share: place, other: place, length: fc.integer({ min: 1, max: 400 }) }).map(
    ({ share, other, length }): Mutation =>
      (whole) =>
        joined(
          whole.subarray(0, at(share, whole)),
          whole.subarray(at(other, whole), at(other, whole) + length),
          whole.subarray(at(share, whole)),
        ),
  ),
  fc.constant<Mutation>((whole) => joined(whole, whole)),
  fc.nat(300).map((line): Mutation => (whole) => {
    const lines = new TextDecoder().decode(whole).split("\n");
    return new TextEncoder().encode([...lines.slice(0, line), ...lines.slice(line + 1)].join("\n"));
  }),
  fc.nat(300).map((line): Mutation => (whole) => {
    const lines = new TextDecoder().decode(whole).split("\n");
    return new TextEncoder().encode(lines.toSpliced(line, 2, lines[line + 1] ?? "", lines[line] ?? "").join("\n"));
  }),
  fc.constantFrom(['"starred":1', '"starred":0'], ["https://", "javascript:"], ['"unread":0', '"unread":2']).map(
    ([from = "", to = ""]): Mutation =>
      (whole) =>
        new TextEncoder().encode(new TextDecoder().decode(whole).replace(from, to)),
  ),
);

/** How lines end, and that the last one does, is no damage. */
const contentOf = (file: Uint8Array): string => Buffer.from(file).toString("latin1").replace(/\r?\n/g, "\n").trimEnd();

test("of a file that is not what was written nothing is taken, and nothing throws", { timeout: 60_000 }, async () => {
  expect((await readBackup(new Blob([bytes]))).kind).toBe("backup");
  const whole = contentOf(bytes);
  let damaged = 0;
  await fc.assert(
    fc.asyncProperty(mutation, async (mutate) => {
      const mutated = mutate(bytes);
      fc.pre(contentOf(mutated) !== whole);
      const { kind } = await readBackup(new Blob([mutated]));
      expect(["damaged", "notABackup", "tooNew"]).toContain(kind);
      damaged++;
    }),
    { numRuns: 200 },
  );
  expect(damaged).toBeGreaterThan(100);
});

test("any bytes end in a result", { timeout: 60_000 }, async () => {
  const beginning = fc.constantFrom("", "{", '{"format":"foldline-backup"', '{"format":"foldline-backup","version":1,');
  await fc.assert(
    fc.asyncProperty(beginning, fc.uint8Array(), async (start, rest) => {
      expect((await readBackup(new Blob([start, new Uint8Array(rest)]))).kind).not.toBe("backup");
    }),
  );
});
