import { afterAll, expect, test } from "vitest";
import type { Freshness } from "../../../lib/refresh/freshness.ts";
import {
  HOME_INTERVAL_MS,
  INTERVAL_MS,
  nextAfterAnswer,
  nextAfterFailure,
  type Answered,
} from "../../../lib/refresh/schedule.ts";
import { isWelcome, nextWelcome, NO_SKIPS } from "../../../lib/refresh/skipTimes.ts";
import { makeRandom } from "../../support/makeRandom.ts";

/**
 * One publisher, 10,000 readers. Each has an alarm every five minutes, at a phase of its own (the moment at which its
 * browser started), and a place of its own, and asks at the first alarm at which it is due: what `refresh` does, without
 * the rows. The world begins a day before the two days that are measured.
 *
 * Demanded is that the busiest minute holds at most twice the mean. The mean is that of the minutes in which the schedule
 * may ask at all (`isOpen`): hours for which a publisher sends everybody away would only make the mean smaller. Where it
 * names one instant, the minutes that count are those from it to the end of the round, an interval and an alarm later; for
 * those the mean is no excuse, so the busiest minute is held against the rate of a feed that asks for nothing as well.
 */
const READERS = 10_000;
const ALARM_MS = 5 * 60_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Sunday, at midnight. */
const START = Date.UTC(2025, 5, 1);
const FROM = START + DAY;
const UNTIL = START + 3 * DAY;

type World = {
  intervalMs?: number;
  ttlMs?: number;
  skips?: Answered["skips"];
  fresh?: (now: number) => Freshness | null;
  /** How long the server says that it wants to be left alone; null when it answers. */
  retryAfterMs?: (now: number) => number | null;
  /** When the first visits fall due; by default all through the first day. */
  firstAt?: (random: number) => number;
  /** Whether anybody may ask then. */
  isOpen?: (at: number) => boolean;
};

const timeOfDay = (at: number) => (at - START) % DAY;
const until = (instant: number, every: number) => (now: number) => {
  const ms = (instant - ((now - START) % every) + every) % every;
  return ms === 0 ? every : ms;
};
const shared = (ms: (now: number) => number) => (now: number) => ({ ms: ms(now), isShared: true });
const isBetween = (at: number, from: number, to: number) => timeOfDay(at) >= from && timeOfDay(at) < to;

const nights = { hours: [0, 1, 2, 3, 4, 5, 6], days: [] };
const sundaysAndMondays = { hours: [], days: [0, 1] };
const closedTill = (hour: number) => (now: number) =>
  isBetween(now, 10 * HOUR, hour * HOUR) ? hour * HOUR - timeOfDay(now) : null;

const worlds: [what: string, world: World][] = [
  ["nothing asked for", {}],
  ["nothing asked for, home feed", { intervalMs: HOME_INTERVAL_MS }],
  ["nothing asked for, all woken in one minute the day before", { firstAt: (random) => START + random * MINUTE }],
  ["ttl of three hours", { ttlMs: 3 * HOUR }],
  ["max-age of an hour", { fresh: () => ({ ms: HOUR, isShared: false }) }],
  ["a cache that is filled on the hour", { fresh: shared(until(0, HOUR)) }],
  [
    "a cache that is filled on the hour, home feed",
    {
      intervalMs: HOME_INTERVAL_MS,
      fresh: shared(until(0, HOUR)),
      isOpen: (at) => at % HOUR < HOME_INTERVAL_MS + ALARM_MS,
    },
  ],
  [
    "Expires at noon",
    {
      fresh: shared(until(12 * HOUR, DAY)),
      isOpen: (at) => isBetween(at, 12 * HOUR, 12 * HOUR + INTERVAL_MS + ALARM_MS),
    },
  ],
  [
    "Expires at noon, home feed",
    {
      intervalMs: HOME_INTERVAL_MS,
      fresh: shared(until(12 * HOUR, DAY)),
      isOpen: (at) => isBetween(at, 12 * HOUR, 12 * HOUR + HOME_INTERVAL_MS + ALARM_MS),
    },
  ],
  ["skipHours that end at seven", { skips: nights, isOpen: (at) => isWelcome(at, nights) }],
  [
    "skipHours that end at seven, home feed",
    { intervalMs: HOME_INTERVAL_MS, skips: nights, isOpen: (at) => isWelcome(at, nights) },
  ],
  [
    "skipHours that end at seven, a feed that posts every three days",
    { intervalMs: 6 * HOUR, skips: nights, isOpen: (at) => isWelcome(at, nights) },
  ],
  ["skipDays that end on Tuesday", { skips: sundaysAndMondays, isOpen: (at) => isWelcome(at, sundaysAndMondays) }],
  ["503 from ten on, Retry-After noon", { retryAfterMs: closedTill(12) }],
  ["503 from ten on, Retry-After noon, home feed", { intervalMs: HOME_INTERVAL_MS, retryAfterMs: closedTill(12) }],
  ["429 from ten to twelve, Retry-After an hour", { retryAfterMs: (now) => closedTill(12)(now) && HOUR }],
];

const figures: { world: string; requests: number; mean: number; busiest: number; ratio: number }[] = [];
afterAll(() => console.table(figures));

test.each(worlds)("%s: the busiest minute holds at most twice the mean", (what, world) => {
  const perMinute = visitsPerMinute(world);
  const isOpen = world.isOpen ?? (() => true);
  const open = perMinute.filter((_, minute) => isOpen(FROM + minute * MINUTE));
  const requests = perMinute.reduce((sum, count) => sum + count, 0);
  const mean = open.reduce((sum, count) => sum + count, 0) / open.length;
  const busiest = Math.max(...perMinute);
  figures.push({ world: what, requests, mean: Math.round(mean), busiest, ratio: Number((busiest / mean).toFixed(2)) });
  expect(open.length).toBeGreaterThan(0);
  expect(requests).toBeGreaterThan(READERS);
  expect(busiest).toBeLessThanOrEqual(2 * mean);
  expect(busiest).toBeLessThanOrEqual((2 * READERS * MINUTE) / (world.intervalMs ?? INTERVAL_MS));
});

test("without a place of its own for each reader, the same worlds do have a herd", () => {
  const perMinute = visitsPerMinute({ skips: nights }, { place: () => 0 });
  const mean = perMinute.reduce((sum, count) => sum + count, 0) / perMinute.length;
  expect(Math.max(...perMinute)).toBeGreaterThan(5 * mean);
});

function visitsPerMinute(world: World, { place = (random: number) => random } = {}): number[] {
  const random = makeRandom(7);
  const perMinute = Array.from({ length: (UNTIL - FROM) / MINUTE }, () => 0);
  for (let reader = 0; reader < READERS; reader++) {
    const alarmPhase = random() * ALARM_MS;
    const nextAlarm = (at: number) => Math.ceil((at - alarmPhase) / ALARM_MS) * ALARM_MS + alarmPhase;
    const own = { place: place(random()), random };
    let now = nextAlarm(world.firstAt?.(random()) ?? START + random() * DAY);
    let failures = 0;
    while (now < UNTIL) {
      const visit = visitOf(world, { now, failures, ...own });
      const minute = Math.floor((now - FROM) / MINUTE);
      if (visit.isAsked && now >= FROM) perMinute[minute] = (perMinute[minute] ?? 0) + 1;
      failures = visit.failures;
      now = nextAlarm(visit.nextAt);
    }
  }
  return perMinute;
}

type Reader = { now: number; failures: number; place: number; random: () => number };

function visitOf(world: World, { now, failures, place, random }: Reader) {
  const { intervalMs = INTERVAL_MS, ttlMs = null, skips = NO_SKIPS } = world;
  if (!isWelcome(now, skips)) {
    return { isAsked: false, failures, nextAt: nextWelcome(now, { skips, place, spreadMs: intervalMs }) };
  }
  const retryAfterMs = world.retryAfterMs?.(now) ?? null;
  if (retryAfterMs !== null) {
    const failed = { trouble: "serverError" as const, failures: failures + 1, retryAfterMs, intervalMs };
    const nextAt = nextAfterFailure(failed, { now, place, random: random() });
    return { isAsked: true, failures: failures + 1, nextAt };
  }
  const answered = { intervalMs, ttlMs, fresh: world.fresh?.(now) ?? null, skips };
  return { isAsked: true, failures: 0, nextAt: nextAfterAnswer(answered, { now, place, random: random() }) };
}
