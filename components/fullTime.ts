import { locale } from "../lib/i18n.ts";

/** "Wednesday, 3 July 2024 at 18:40". */
export function fullMoment(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short" }).format(at);
}

/** "3 July, 18:40"; with the year where it is another one. */
export function dayTimeText({ at, isDay }: { at: number; isDay: boolean }, now: number): string {
  const zone = isDay ? ({ timeZone: "UTC" } as const) : ({ hour: "numeric", minute: "2-digit" } as const);
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", ...year, ...zone }).format(at);
}
