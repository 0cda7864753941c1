/**
 * The two spellings that nearly all feeds use, in milliseconds since 1970: RFC 822's as `toUTCString` writes it, and ISO
 * 8601's as `toISOString` does. Null for any other text, date or not: `dates.ts` reads all of them, and takes ten times
 * as long for it.
 */
export function parseUsualDate(text: string): number | null {
  const [, day, month = "", year, ...time] = RFC_822.exec(text) ?? [];
  if (year !== undefined) return atParts([year, MONTHS.indexOf(month) + 1, day, ...time].map(numberOf));
  const parts = ISO.exec(text);
  return parts === null ? null : atParts(parts.slice(1).map(numberOf));
}

/** Null where a part is none that a calendar or a clock has. */
function atParts([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...rest]: number[]): number | null {
  const [fraction = 0, sign = 0, zoneHours = 0, zoneMinutes = 0] = rest;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 || zoneHours > 14) return null;
  const offset = sign * (zoneHours * 60 + zoneMinutes) * 60_000;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset;
}

/** A sign counts as one, so that it can be multiplied by. */
function numberOf(part: string | number = 0): number {
  return part === "+" || part === "-" ? Number(`${part}1`) : Number(part);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** The empty group stands where ISO 8601 has its fraction. */
const RFC_822 =
  /^(?:[A-Z][a-z][a-z], )?(\d\d?) ([A-Z][a-z][a-z]) ([12]\d{3}) (\d\d):(\d\d):(\d\d)() (?:GMT|([+-])(\d\d)(\d\d))$/;
const ISO = /^([12]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):(\d\d))$/;
