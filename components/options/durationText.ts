import { locale } from "../../lib/i18n.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "15 minutes", "3 hours". */
export function durationText(ms: number): string {
  const [value, unit] = ms < HOUR ? [ms / MINUTE, "minute"] : [ms / HOUR, "hour"];
  const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale(), format).format(value);
}

/** "0.3 sec". */
export function secondsText(ms: number): string {
  const format = { style: "unit", unit: "second", unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), format).format(ms / 1000);
}
