export type ParsedDate = {
  /** Milliseconds since 1970. */
  at: number;
  /** The text named a day and no time; `at` is then its midnight in UTC, a label for the day rather than a moment. */
  dateOnly: boolean;
};

/**
 * Reads the dates of feeds: RFC 822 in its many spellings, W3CDTF and ISO 8601, asctime. Without a zone it is UTC; an
 * engine's own parser would silently take the reader's zone. Null where the text is no date.
 */
export function parseDate(raw: string): ParsedDate | null {
  const text = raw.slice(0, 100).replace(/\s+/g, " ").trim();
  return parseIso(text) ?? parseCompact(text) ?? parseNamedMonth(text) ?? parseAsctime(text);
}

/** The parts of a date as written; the month counts from 1. */
type Parts = { year: number; month: number; day: number; clock: string; zone: string };

function parseIso(text: string): ParsedDate | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ,]+(\d.*))?$/i.exec(text);
  if (match === null) return null;
  const [, year, month = "1", day = "1", time = ""] = match;
  return fromParts({ year: Number(year), month: Number(month), day: Number(day), ...splitTime(time) });
}

/** ISO 8601 without hyphens: 20240703, 20240703T101500Z. */
function parseCompact(text: string): ParsedDate | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(.*))?$/i.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = "00", zone = ""] = match;
  const clock = hour === undefined ? "" : `${hour}:${minute}:${second}`;
  return fromParts({ year: Number(year), month: Number(month), day: Number(day), clock, zone: zone.trim() });
}

/** `Wed, 03 Jul 2024 10:15:00 GMT`, `3 July 24 10:15 EST`, `July 3, 2024`, the weekday in any language. */
function parseNamedMonth(text: string): ParsedDate | null {
  const dayFirst =
    /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]+([a-z]{3,9})\.?[-\s,/]+(\d{4}|\d{2})(?![\d:])(.*)$/i.exec(text);
  if (dayFirst !== null) return namedMonth(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = /(?:^|[\s,])([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!:)(.*)$/i.exec(text);
  return monthFirst === null ? null : namedMonth(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
}

function namedMonth(year = "", name = "", day = "", time = ""): ParsedDate | null {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !isMonthName(name, month)) return null;
  return fromParts({
    year: fullYear(year),
    month,
    day: Number(day),
    ...splitTime(time.replace(/^[\s,]*(?:at )?/i, "")),
  });
}

/** `Wed Jul  3 10:15:00 2024`, and `date`'s form with a zone before the year. */
function parseAsctime(text: string): ParsedDate | null {
  const match =
    /^(?:[a-z]{3,9},? )?([a-z]{3,9}) (\d{1,2}),? (\d{1,2}:\d\d(?::\d\d)?)(?: ([a-z]{1,5}|[+-]\d{4}))? (\d{4})$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, name = "", day, clock = "", zone = "", year] = match;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : fromParts({ year: Number(year), month, day: Number(day), clock, zone });
}

function isMonthName(name: string, month: number): boolean {
  const full = FULL_MONTHS[month - 1] ?? "";
  return full.startsWith(name.toLowerCase()) || name.toLowerCase() === "sept";
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

/** Milliseconds east of Greenwich. Zones that nobody knows count as UTC, as RFC 2822 §4.3 asks; nonsense is null. */
function zoneMs(zone: string): number | null {
  const name = zone
    .trim()
    .toUpperCase()
    .replace(/\s*\(.*\)$/, "");
  const offset = /^(?:GMT|UTC?|Z)?\s*([+-])(\d{1,2}):?(\d\d)?$/.exec(name);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 15 * 60 ? null : minutes * (offset[1] === "-" ? -60_000 : 60_000);
  }
  if (name !== "" && !/^[A-Z]{1,5}$/.test(name)) return null;
  return (ZONE_HOURS.get(name) ?? 0) * 3_600_000;
}

const FULL_MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTHS = FULL_MONTHS.map((name) => name.slice(0, 3));

/** Hours east of Greenwich. An abbreviation that several zones share has RFC 822's meaning, else the commonest in feeds. */
const ZONE_HOURS = new Map(
  Object.entries({
    ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10 },
    ...{ ET: -5, CT: -6, MT: -7, PT: -8, AST: -4, ADT: -3, NST: -3.5, NDT: -2.5, BRT: -3, ART: -3, CLT: -4 },
    ...{ WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3, MSK: 3, SAST: 2 },
    ...{ IST: 5.5, PKT: 5, ICT: 7, WIB: 7, SGT: 8, HKT: 8, AWST: 8, KST: 9, JST: 9 },
    ...{ ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
  }),
);
