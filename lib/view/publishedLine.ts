const DAY_MS = 24 * 60 * 60 * 1000;
const TIME = /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?/gi;
const LABELS = "date dated published posted updated on at of datum fecha data дата 日期 日時";
const FILLERS = new Set([
  ...LABELS.split(" "),
  ..."st nd rd th t z utc gmt est edt cst cdt mst mdt pst pdt".split(" "),
]);

/**
 * True where a line is the publishing date and nothing besides: every word of it must be a part of that date, in English
 * or in the article's language. A day more or less is the same date seen from another time zone.
 */
export function repeatsDate(line: string, publishedAt: number, language: string | null): boolean {
  const words =
    line
      .replace(TIME, " ")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  if (words.length === 0 || words.length > 12) return false;
  return [0, -1, 1].some((days) => isMadeOf(words, new Date(publishedAt + days * DAY_MS), language));
}

function isMadeOf(words: string[], date: Date, language: string | null): boolean {
  const primary = /^[a-z]{2,3}(?=-|$)/i.exec(language ?? "")?.[0] ?? "en";
  const names = ["en", primary].map((locale) => namesOf(date, locale));
  const months = new Set(names.flatMap((name) => name.months));
  const others = new Set([...FILLERS, ...names.flatMap((name) => name.others)]);
  const letters = words.filter((word) => !/^\p{N}/u.test(word));
  if (!letters.every((word) => months.has(word) || others.has(word))) return false;

  const numbers = words.filter((word) => /^\p{N}/u.test(word)).map(Number);
  const expected = [date.getUTCDate(), date.getUTCFullYear()];
  if (!letters.some((word) => months.has(word))) expected.push(date.getUTCMonth() + 1);
  return numbers.sort(ascending).join() === expected.sort(ascending).join();
}

const ascending = (a: number, b: number): number => a - b;

/** The words a language writes this date with: the month's, and the weekday's with all that stands between. */
function namesOf(date: Date, locale: string): { months: string[]; others: string[] } {
  const months: string[] = [];
  const others: string[] = [];
  for (const width of ["long", "short"] as const) {
    const written = { day: "numeric", month: width, year: "numeric", weekday: width, timeZone: "UTC" } as const;
    for (const { type, value } of new Intl.DateTimeFormat(locale, written).formatToParts(date)) {
      const letters = value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
      (type === "month" ? months : others).push(...letters);
    }
  }
  return { months, others };
}
