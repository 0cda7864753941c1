import { expect, test } from "vitest";
import { validatorsKept, validatorsOf, validatorsToSend } from "../../../lib/refresh/validators.ts";

const NOW = Date.UTC(2025, 5, 1, 12);
const DAY = 24 * 3_600_000;
const URL = "https://a.example/feed";
const YESTERDAY = "Sat, 31 May 2025 12:00:00 GMT";
const given = (headers: Record<string, string>, url = URL) => ({ headers: new Headers(headers), url, now: NOW });
const stored = { etag: 'W/"1"', lastModified: YESTERDAY, bodyHash: "h", url: URL, storedAt: NOW };

test("both are kept to the letter, with what they came from", () => {
  expect(validatorsOf(given({ etag: 'W/"1"', "last-modified": YESTERDAY }), "h")).toEqual(stored);
  expect(validatorsOf(given({ etag: "no quotes" }), "h").etag).toBe("no quotes");
});

test("a whole answer without them clears them", () => {
  expect(validatorsOf(given({}), "h")).toMatchObject({ etag: null, lastModified: null, bodyHash: "h" });
});

test("a tag of more than 256 characters is a mark on the reader and is not kept", () => {
  expect(validatorsOf(given({ etag: "e".repeat(256) }), "h").etag).toHaveLength(256);
  expect(validatorsOf(given({ etag: "e".repeat(257) }), "h").etag).toBeNull();
});

test.each([
  ["2038", "Tue, 19 Jan 2038 03:14:07 GMT"],
  ["next week", "Sun, 08 Jun 2025 12:00:00 GMT"],
  ["the beginning of time", "Thu, 01 Jan 1970 00:00:01 GMT"],
  ["no date", "yesterday"],
])("a Last-Modified of %s is not believed", (_what, date) => {
  expect(validatorsOf(given({ "last-modified": date }), "h").lastModified).toBeNull();
  expect(validatorsKept(given({ "last-modified": date }), stored).lastModified).toBe(YESTERDAY);
});

test("a 304 keeps what it does not name, takes what it does, and makes nothing younger", () => {
  const old = { ...stored, storedAt: NOW - DAY };
  expect(validatorsKept(given({}), old)).toEqual(old);
  expect(validatorsKept(given({ etag: '"2"' }), old)).toEqual({ ...old, etag: '"2"' });
});

test("a 304 from another address than the validators speaks of another document", () => {
  expect(validatorsKept(given({}, "https://b.example/feed"), stored)).toMatchObject({ etag: null, lastModified: null });
  expect(validatorsKept(given({}, `${URL}?ticket=2`), stored)).toEqual(stored);
});

test("they are sent for eight days, whichever way the clock went", () => {
  expect(validatorsToSend(stored, NOW + 7.9 * DAY)).toEqual(stored);
  expect(validatorsToSend(stored, NOW + 8 * DAY)).toBeNull();
  expect(validatorsToSend(stored, NOW - 9 * DAY)).toBeNull();
  expect(validatorsToSend({ ...stored, etag: null, lastModified: null }, NOW)).toBeNull();
});
