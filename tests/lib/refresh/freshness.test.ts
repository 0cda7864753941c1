import { describe, expect, test } from "vitest";
import { freshnessOf, retryAfterOf } from "../../../lib/refresh/freshness.ts";

const NOW = Date.UTC(2025, 5, 1, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DATE = "Sun, 01 Jun 2025 12:00:00 GMT";

describe("how long an answer stays good", () => {
  test.each<[Record<string, string>, ReturnType<typeof freshnessOf>]>([
    [{}, null],
    [{ "cache-control": "public, max-age=3600" }, { ms: HOUR, isShared: false }],
    [{ "cache-control": 'max-age="60",must-revalidate' }, { ms: MINUTE, isShared: false }],
    [{ "cache-control": "max-age=0" }, { ms: 0, isShared: false }],
    [{ "cache-control": "s-maxage=3600" }, null],
    [
      { "cache-control": "max-age=3600", age: "3000" },
      { ms: 10 * MINUTE, isShared: true },
    ],
    [
      { "cache-control": "max-age=60", age: "3000" },
      { ms: 0, isShared: true },
    ],
    [{ "cache-control": "no-cache, max-age=3600" }, null],
    [{ "cache-control": "no-store", expires: "Sun, 01 Jun 2025 13:00:00 GMT" }, null],
    [{ "cache-control": 'no-cache="set-cookie", max-age=60' }, { ms: MINUTE, isShared: false }],
    [{ expires: "Sun, 01 Jun 2025 13:00:00 GMT" }, { ms: HOUR, isShared: true }],
    [
      { expires: "Sun, 01 Jun 2025 13:00:00 GMT", "cache-control": "max-age=60" },
      { ms: MINUTE, isShared: false },
    ],
    [
      { expires: "Mon, 02 Jun 2025 13:00:00 GMT", date: "Mon, 02 Jun 2025 12:00:00 GMT" },
      { ms: HOUR, isShared: true },
    ],
    [{ expires: "Thu, 19 Nov 1981 08:52:00 GMT" }, { ms: 0, isShared: true }],
    [{ expires: "0" }, null],
    [{ expires: "-1" }, null],
  ])("%o", (headers, freshness) => {
    expect(freshnessOf(new Headers(headers), NOW)).toEqual(freshness);
  });
});

describe("how long a server wants to be left alone", () => {
  const retryAfter = (status: number, headers: Record<string, string>) =>
    retryAfterOf(new Response(null, { status, headers }), NOW);

  test.each<[number, Record<string, string>, number | null]>([
    [429, { "retry-after": "7200" }, 2 * HOUR],
    [429, {}, HOUR],
    [429, { "retry-after": "soon" }, HOUR],
    [429, { "retry-after": "5" }, MINUTE],
    [429, { "retry-after": "999999999" }, 24 * HOUR],
    [429, { "cache-control": "max-age=36000" }, 10 * HOUR],
    [503, { "retry-after": "Sun, 01 Jun 2025 15:00:00 GMT" }, 3 * HOUR],
    [503, { "retry-after": "Sun, 01 Jun 2025 15:00:00 GMT", date: "Sun, 01 Jun 2025 14:00:00 GMT" }, HOUR],
    [503, { "retry-after": DATE }, MINUTE],
    [503, {}, null],
    [500, { "retry-after": "120" }, 2 * MINUTE],
    [500, { "cache-control": "max-age=36000" }, null],
    [404, { "retry-after": "120" }, null],
  ])("%i %o", (status, headers, ms) => {
    expect(retryAfter(status, headers)).toBe(ms);
  });
});
