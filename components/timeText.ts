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
