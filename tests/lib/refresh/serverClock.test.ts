import { expect, test } from "vitest";
import { watchServerClock } from "../../../lib/refresh/serverClock.ts";

const NOW = Date.UTC(2026, 5, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** What each host said the time was, one after another. */
type Said = [host: string, at: number | null][];

async function heard(said: Said): Promise<boolean> {
  let at: number | null = null;
  const clock = watchServerClock({
    home: { url: "https://home.example/feed" },
    now: () => NOW,
    fetch: async () => new Response(null, { headers: at === null ? {} : { date: new Date(at).toUTCString() } }),
  });
  for (const [host, time] of said) {
    at = time;
    await clock.fetch(`https://${host}/feed`, {});
  }
  return clock.isOurClockRight();
}

/** The same from two hosts that know nothing of each other. */
const both = (at: number | null): Said => [
  ["a.example", at],
  ["b.example", at],
];

test.each<[string, Said, boolean]>([
  ["nobody has said the time", [], false],
  ["servers say none", both(null), false],
  ["it is that of two servers", both(NOW - MINUTE), true],
  ["it is six days ahead", both(NOW - 6 * DAY), true],
  ["it is eight days ahead", both(NOW - 8 * DAY), false],
  ["it is a year behind", both(NOW + YEAR), false],
  ["answers of last year come out of caches beside fresh ones", [...both(NOW), ...both(NOW - YEAR)], true],
  ["a server says something that is no date", [["a.example", Number.NaN], ...both(NOW)], true],
])("our clock, when %s", async (_what, said, isRight) => {
  expect(await heard(said)).toBe(isRight);
});

test.each<[string, Said, boolean]>([
  ["and nobody else speaks", [["liar.example", NOW]], false],
  ["and two others know better", [["liar.example", NOW], ...both(NOW - YEAR)], false],
  [
    "and one other knows better",
    [
      ["liar.example", NOW],
      ["a.example", NOW - YEAR],
    ],
    false,
  ],
  [
    "and says so twice",
    [
      ["liar.example", NOW],
      ["liar.example", NOW],
    ],
    false,
  ],
  [
    "and says so under two names of one site",
    [
      ["liar.example", NOW],
      ["feeds.liar.example", NOW],
    ],
    false,
  ],
  [
    "and the home site knows better",
    [
      ["liar.example", NOW],
      ["home.example", NOW - YEAR],
    ],
    false,
  ],
])("our clock is a year ahead, a server says the same, %s: it is not believed", async (_what, said, isRight) => {
  expect(await heard(said)).toBe(isRight);
});

test("a server that is a year ahead does not make two others liars", async () => {
  expect(await heard([["liar.example", NOW + YEAR], ...both(NOW)])).toBe(true);
});

test("the home site's word is enough: many readers have no other source", async () => {
  expect(await heard([["home.example", NOW]])).toBe(true);
  expect(await heard([["home.example", NOW - YEAR]])).toBe(false);
});
