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
  const words = wordsOf(line);
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return [0, -1, 1].some((days) => isMadeOf(words, new Date(publishedAt + days * DAY_MS), language));
}

/** True where a line is some date and nothing besides, whichever; its weekday may be the wrong one. */
export function isDateLine(line: string, language: string | null): boolean {
  const words = wordsOf(line);
  const { letters, numbers } = sorted(words);
  if (words.length > MOST_WORDS || numbers.length === 0 || numbers.length > 3) return false;
  if (!numbers.every((number) => isDay(number) || isYear(number))) return false;
  const names = wordsFor(A_YEAR_OF_NAMES, language);
  if (!letters.every((word) => names.months.has(word) || names.others.has(word))) return false;
  return letters.some((word) => names.months.has(word)) || (numbers.length === 3 && numbers.some(isYear));
}

const MOST_WORDS = 12;

/** The first days of the months of 2024 fall on every weekday. */
const A_YEAR_OF_NAMES = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)));

const isDay = (number: number): boolean => number >= 1 && number <= 31;
const isYear = (number: number): boolean => number >= 1000 && number <= 2999;

const wordsOf = (line: string): string[] =>
  line
    .replace(TIME, " ")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

function sorted(words: string[]): { letters: string[]; numbers: number[] } {
  const isNumber = (word: string) => /^\p{N}/u.test(word);
  return { letters: words.filter((word) => !isNumber(word)), numbers: words.filter(isNumber).map(Number) };
}

function isMadeOf(words: string[], date: Date, language: string | null): boolean {
  const { letters, numbers } = sorted(words);
  const { months, others } = wordsFor([date], language);
  if (!letters.every((word) => months.has(word) || others.has(word))) return false;

  const expected = [date.getUTCDate(), date.getUTCFullYear()];
  if (!letters.some((word) => months.has(word))) expected.push(date.getUTCMonth() + 1);
  return numbers.sort(ascending).join() === expected.sort(ascending).join();
}

const ascending = (a: number, b: number): number => a - b;

/** The words for these dates, in English (which shortens September in two ways) and in the article's language. */
function wordsFor(dates: Date[], language: string | null): { months: Set<string>; others: Set<string> } {
  const primary = /^[a-z]{2,3}(?=-|$)/i.exec(language ?? "")?.[0] ?? "en";
  const names = ["en", "en-GB", primary].flatMap((locale) => dates.map((date) => namesOf(date, locale)));
  const months = new Set(names.flatMap((name) => name.months));
  return { months, others: new Set([...FILLERS, ...names.flatMap((name) => name.others)]) };
}

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
