import { locale } from "../lib/i18n.ts";

/** Of minutes since midnight. Made as UTC and shown as UTC: a time of day has no date that a clock change could fall on. */
export function timeOfDay(minutes: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short", timeZone: "UTC" }).format(minutes * 60_000);
}
