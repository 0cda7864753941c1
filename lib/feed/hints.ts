import type { ScheduleHints } from "./document.ts";

export type RawHints = {
  /** Minutes. */
  ttl?: number | undefined;
  hours?: number[] | undefined;
  days?: string[] | undefined;
  sy?: { updatePeriod?: string; updateFrequency?: number } | undefined;
};

/** When a publisher wants to be asked. A list that skips every hour or every day would mean "never": it is ignored. */
export function hintsOf({ ttl, hours, days, sy }: RawHints): ScheduleHints {
  // RSS 0.91 counted from 1 to 24.
  const meant = (hours ?? []).filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24);
  const skipHours = [...new Set(meant.map((hour) => hour % 24))];
  const skipDays = [...new Set((days ?? []).map((day) => DAYS.indexOf(day.trim().slice(0, 3).toLowerCase())))];
  const known = skipDays.filter((day) => day !== -1);
  return {
    ttlMs: ttl !== undefined && ttl > 0 ? finite(ttl * MINUTE_MS) : syndicationMs(sy),
    skipHours: skipHours.length < 24 ? skipHours : [],
    skipDays: known.length < 7 ? known : [],
  };
}

/** RSS 1.0 syndication module: so many times a period. */
function syndicationMs(sy: RawHints["sy"]): number | null {
  const period = PERIODS_MS.get(sy?.updatePeriod?.trim().toLowerCase() ?? "");
  if (period === undefined) return null;
  const frequency = sy?.updateFrequency ?? 1;
  return frequency > 0 ? finite(Math.round(period / frequency)) : null;
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const PERIODS_MS = new Map([
  ["hourly", HOUR_MS],
  ["daily", DAY_MS],
  ["weekly", 7 * DAY_MS],
  ["monthly", 30 * DAY_MS],
  ["yearly", 365 * DAY_MS],
]);
