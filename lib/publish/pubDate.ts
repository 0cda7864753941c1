import type { PubDate } from "./article.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Reads `2024-07-03` (a calendar day, which has no zone and gets noon UTC) or a date and time with its zone.
 * The text in the answer says what is wrong. A time without a zone is refused: it would depend on the machine.
 */
export function readPubDate(text: string): PubDate | string {
  const day = DAY.exec(text);
  if (day) return readDay(day);
  const moment = MOMENT.exec(text);
  if (!moment) return `"${text}" is not a date; write 2024-07-03 or 2024-07-03T18:30:00+02:00`;
  return readMoment(moment);
}

function readDay(match: RegExpExecArray): PubDate | string {
  const [day, year, month, date] = match;
  const at = utc(`${year}-${month}-${date}T12:00:00`);
  return at === null ? `${day} is not in the calendar` : { at, day };
}

function readMoment(match: RegExpExecArray): PubDate | string {
  const [text, year, month, date, hour, minute, second = "00", zone] = match;
  if (!zone) return `"${text}" has a time but no zone; add Z or an offset such as +02:00`;
  const at = utc(`${year}-${month}-${date}T${hour}:${minute}:${second}`);
  const offset = readOffset(zone);
  if (at === null || offset === null) return `"${text}" is not in the calendar`;
  return { at: at - offset, day: null };
}

/** Date.parse takes 30 February for 1 March: only what comes out as it went in is a real day. */
function utc(wallClock: string): number | null {
  const at = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(at)) return null;
  return new Date(at).toISOString().startsWith(wallClock) ? at : null;
}

function readOffset(zone: string): number | null {
  if (zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
