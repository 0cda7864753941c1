import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { isStorageFull } from "../../../lib/db/storageFull.ts";

const full = Object.assign(new Error("full"), { name: "QuotaExceededError" });

test.each<[what: string, fault: unknown, isFull: boolean]>([
  ["the browser's own", new DOMException("full", "QuotaExceededError"), true],
  ["inside an aborted transaction", Object.assign(new Error("aborted"), { name: "AbortError", inner: full }), true],
  ["one request's of many", new Dexie.BulkError("2 of 3 failed", [new Error("other"), full]), true],
  ["another fault", new Dexie.ConstraintError("twice"), false],
  ["no fault at all", undefined, false],
])("%s", (_what, fault, isFull) => {
  expect(isStorageFull(fault)).toBe(isFull);
});
