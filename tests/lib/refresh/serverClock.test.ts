import { expect, test } from "vitest";
import { watchServerClock } from "../../../lib/refresh/serverClock.ts";

const NOW = Date.UTC(2026, 5, 1);
const DAY = 24 * 3_600_000;

async function heard(...dates: (number | null)[]): Promise<boolean> {
  let turn = 0;
  const clock = watchServerClock({
    now: () => NOW,
    fetch: async () => {
      const at = dates[turn++] ?? null;
      return new Response(null, { headers: at === null ? {} : { date: new Date(at).toUTCString() } });
    },
  });
  for (const _ of dates) await clock.fetch("https://a.example/", {});
  return clock.isOurClockRight();
}

test.each([
  ["nobody has said the time", [], false],
  ["a server says none", [null], false],
  ["it is that of a server", [NOW - 60_000], true],
  ["it is six days ahead", [NOW - 6 * DAY], true],
  ["it is eight days ahead", [NOW - 8 * DAY], false],
  ["it is a year behind", [NOW + 365 * DAY], false],
  ["an answer of last year comes out of a cache beside a fresh one", [NOW, NOW - 365 * DAY], true],
])("our clock, when %s", async (_what, dates, isRight) => {
  expect(await heard(...dates)).toBe(isRight);
});
