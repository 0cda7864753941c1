import { inIsoDigits } from "./eastAsianDates.ts";
import { monthNamed } from "./monthNames.ts";
import { zoneMs } from "./timeZones.ts";
import { parseUsualDate } from "./usualDate.ts";

export type ParsedDate = {
  /** Milliseconds since 1970. */
  at: number;
  /** The text named a day and no time; `at` is then its midnight in UTC, a label for the day rather than a moment. */
  dateOnly: boolean;
};

/**
 * Reads the dates of feeds: RFC 822 in its many spellings and in other languages, W3CDTF and ISO 8601, asctime. Without
 * a zone it is UTC; an engine's own parser would silently take the reader's zone. Null where the text is no date, or
 * where it could be two (`03/07/2024`).
 */
export function parseDate(raw: string): ParsedDate | null {
  const at = parseUsualDate(raw);
  return at === null ? parseAnyDate(raw) : { at, dateOnly: false };
}

function parseAnyDate(raw: string): ParsedDate | null {
  const text = inIsoDigits(raw.slice(0, 100).normalize("NFC").replace(/\s+/g, " ").trim());
  return parseIso(text) ?? parseOrdinal(text) ?? parseCompact(text) ?? parseNamedMonth(text) ?? parseAsctime(text);
}

/** The parts of a date as written; the month counts from 1. */
type Parts = { year: number; month: number; day: number; clock: string; zone: string };

/** Years first with any separator, the weekday before them or not; days first where they are dotted. */
function parseIso(text: string): ParsedDate | null {
  const bare = text.replace(/^\p{L}+[.,]* (?=\d)/u, "");
  const match = /^(\d{4})(?:[-/.] ?(\d{1,2})(?:[-/.] ?(\d{1,2})\.?)?)?(?:[T ,]+(\d.*))?$/i.exec(bare);
  if (match === null) return parseDotted(bare);
  const [, year, month = "1", day = "1", time = ""] = match;
  return fromParts({ year: Number(year), month: Number(month), day: Number(day), ...splitTime(time) });
}

function parseDotted(text: string): ParsedDate | null {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:[ ,]+(?:\p{L}+ )?(\d.*))?$/u.exec(text);
  if (match === null) return null;
  const [, day, month, year, time = ""] = match;
  return fromParts({ year: Number(year), month: Number(month), day: Number(day), ...splitTime(time) });
}

/** ISO 8601's day of the year: 2024-185. */
function parseOrdinal(text: string): ParsedDate | null {
  const match = /^(\d{4})-(\d{3})(?:[T ](\d.*))?$/i.exec(text);
  if (match === null) return null;
  const date = new Date(Date.UTC(Number(match[1]), 0, Number(match[2])));
  if (date.getUTCFullYear() !== Number(match[1])) return null;
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return fromParts({ year, month, day, ...splitTime(match[3] ?? "") });
}

/** ISO 8601 without hyphens: 20240703, 20240703T101500Z. */
function parseCompact(text: string): ParsedDate | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(.*))?$/i.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = "00", zone = ""] = match;
  const clock = hour === undefined ? "" : `${hour}:${minute}:${second}`;
  return fromParts({ year: Number(year), month: Number(month), day: Number(day), clock, zone: zone.trim() });
}

/** `Wed, 03 Jul 2024 10:15:00 GMT`, `3 July 24 10:15 EST`, `July 3, 2024`, `2024-július-3`, the weekday in any language. */
function parseNamedMonth(text: string): ParsedDate | null {
  const [, day, name, year, time] = DAY_FIRST.exec(text) ?? [];
  if (year !== undefined) return namedMonth(year, name, day, time);
  const [, leading, second, third, rest] = MONTH_FIRST.exec(text) ?? [];
  if (third !== undefined) return namedMonth(third, leading, second, rest);
  const [, first, middle, last, end] = YEAR_FIRST.exec(text) ?? [];
  return first === undefined ? null : namedMonth(first, middle, last, end);
}

const DAY_FIRST =
  /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[-\s/]+(?:(?:de|of) )?(\p{L}{3,12})\.?[-\s,/]+(?:de )?(\d{4}|\d{2})(?![\d:])(.*)$/iu;
const MONTH_FIRST = /(?:^|[\s,])(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!:)(.*)$/iu;
const YEAR_FIRST = /^(\d{4})\.?[-\s/]+(\p{L}{3,12})\.?[-\s/]+(\d{1,2})(?!:)\.?T?(.*)$/iu;

function namedMonth(year = "", name = "", day = "", time = ""): ParsedDate | null {
  const month = monthNamed(name);
  if (month === 0) return null;
  const clock = time.replace(/^(?:[\s,]+|(?:-|at|um|à|a las|kl\.?) )*/i, "");
  return fromParts({ year: fullYear(year), month, day: Number(day), ...splitTime(clock) });
}

/** `Wed Jul  3 10:15:00 2024`, and `date`'s form with a zone before the year. */
function parseAsctime(text: string): ParsedDate | null {
  const match =
    /^(?:[a-z]{3,9},? )?([a-z]{3,9}) (\d{1,2}),? (\d{1,2}:\d\d(?::\d\d)?)(?: ([a-z]{1,5}|[+-]\d{4}))? (\d{4})$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, name = "", day, clock = "", zone = "", year] = match;
  const month = monthNamed(name);
  return month === 0 ? null : fromParts({ year: Number(year), month, day: Number(day), clock, zone });
}

/** RFC 2822 §4.3: two digits below 50 belong to this century. */
function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function splitTime(text: string): { clock: string; zone: string } {
  const match = /^(\d{1,2}[:.]\d{1,2}(?:[:.]\d{1,2}(?:[.,]\d+)?)?|\d{1,2}(?=\s*[zap+-]))\s*(.*)$/i.exec(text.trim());
  return match === null ? { clock: "", zone: text.trim() } : { clock: match[1] ?? "", zone: match[2] ?? "" };
}

function fromParts({ year, month, day, clock, zone }: Parts): ParsedDate | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (clock === "") return zone === "" || /^[a-z]+$/i.test(zone) ? { at, dateOnly: true } : null;
  const timeMs = clockMs(clock, /^([ap])\.?m\.?\b/i.exec(zone)?.[1]?.toLowerCase());
  const offsetMs = zoneMs(zone.replace(/^[ap]\.?m\.?\s*/i, ""));
  return timeMs === null || offsetMs === null ? null : { at: at + timeMs - offsetMs, dateOnly: false };
}

function clockMs(clock: string, half: string | undefined): number | null {
  const [hour = 0, minute = 0, second = 0] = clock.split(/[:.,]/, 3).map(Number);
  const fraction = /:\d\d[:.]\d\d[.,](\d+)$/.exec(clock)?.[1] ?? "";
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  return ((hours * 60 + minute) * 60 + Math.min(second, 59)) * 1000 + Math.floor(Number(`0.${fraction || 0}`) * 1000);
}
