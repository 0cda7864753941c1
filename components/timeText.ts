import { locale, t } from "../lib/i18n.ts";
import { relativeTime, startOfDay } from "../lib/view/dates.ts";

/** "just now", "4 min. ago", "yesterday". */
export function agoText(at: number, now: number): string {
  return relativeTime(at, now, locale()) ?? t("justNow");
}

export function clockText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(at);
}

/** "18:40" of today, "3 July 2024" of other days. */
export function momentText(at: number, now: number): string {
  if (startOfDay(at) === startOfDay(now)) return clockText(at);
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);
}

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
