import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { isStorageFull } from "../../../lib/db/storageFull.ts";

const full = Object.assign(new Error("full"), { name: "QuotaExceededError" });
/** To the letter, as Chromium 156 says it on a small disk that is full. */
const BLOBS = "Failed to write blobs (IOError)";
const LOG =
  "Connection is closing because of: IO error: .../x.indexeddb.leveldb/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)";

test.each<[what: string, fault: unknown, isFull: boolean]>([
  ["the browser's own", new DOMException("full", "QuotaExceededError"), true],
  ["inside an aborted transaction", Object.assign(new Error("aborted"), { name: "AbortError", inner: full }), true],
  ["one request's of many", new Dexie.BulkError("2 of 3 failed", [new Error("other"), full]), true],
  ["Chromium's, of a value too large for the rest of the disk", new DOMException(BLOBS, "DataError"), true],
  ["Chromium's, of a log that can't grow", new DOMException(LOG, "UnknownError"), true],
  ["the same as Dexie hands it on", new Dexie.AbortError(new DOMException(LOG, "UnknownError").message), true],
  ["a value that can't be written for another reason", new DOMException("The key is not valid.", "DataError"), false],
  ["another fault", new Dexie.ConstraintError("twice"), false],
  ["no fault at all", undefined, false],
])("%s", (_what, fault, isFull) => {
  expect(isStorageFull(fault)).toBe(isFull);
});
