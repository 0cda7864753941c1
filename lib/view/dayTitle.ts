import { daysBetween } from "./dates.ts";

/** "Today" and "Wednesday, 3 July"; older days are named by their weekday: "Monday" and "1 July". */
export function dayTitle(day: number, now: number, locale: string): { name: string; date: string } {
  const age = daysBetween(day, now);
  const year = new Date(day).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, parts).format(day);
  const date = { day: "numeric", month: "long", ...year } as const;
  if (age < 0 || age > 1) return { name: format({ weekday: "long" }), date: format(date) };
  const name = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-age, "day");
  return { name: capitalised(name, locale), date: format({ weekday: "long", ...date }) };
}

const capitalised = (word: string, locale: string) => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
