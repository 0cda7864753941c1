import { parseDate } from "../feed/dates.ts";
import type { Validators } from "../model.ts";

const DAY = 24 * 3_600_000;
/** Validators are dropped after this long, for servers that answer "not modified" for ever. */
const LIFE_MS = 8 * DAY;
/** A longer one is no version, it is a mark on the reader. */
const ETAG_LENGTH = 256;
const EARLIEST = Date.UTC(1990, 0, 1);

/** What to ask "anything new?" with, or null. Its time lies ahead when the clock has been put back since. */
export function validatorsToSend(validators: Validators, now: number): Validators | null {
  const isUsable = validators.etag !== null || validators.lastModified !== null;
  return isUsable && Math.abs(now - validators.storedAt) < LIFE_MS ? validators : null;
}

export type Given = { headers: Headers; url: string; now: number };

/** What a whole answer gives: the old ones are replaced or gone, never mixed. Opaque, `W/` and quotes included. */
export function validatorsOf({ headers, url, now }: Given, bodyHash: string): Validators {
  return { etag: etagOf(headers), lastModified: lastModifiedOf(headers, now), bodyHash, url, storedAt: now };
}

/**
 * After a "not modified": what it does not name stays. One that came from elsewhere than the validators did speaks of
 * another document: the next request is a whole one.
 */
export function validatorsKept({ headers, url, now }: Given, sent: Validators): Validators {
  if (sent.url && !isSamePlace(sent.url, url)) return { ...sent, etag: null, lastModified: null };
  const etag = etagOf(headers) ?? sent.etag;
  return { ...sent, etag, lastModified: lastModifiedOf(headers, now) ?? sent.lastModified };
}

function etagOf(headers: Headers): string | null {
  const etag = headers.get("etag");
  return etag !== null && etag !== "" && etag.length <= ETAG_LENGTH ? etag : null;
}

/** A date ahead (2038 is a favourite) or of no real time would have every later version taken for old. */
function lastModifiedOf(headers: Headers, now: number): string | null {
  const raw = headers.get("last-modified");
  const at = raw === null ? null : parseDate(raw)?.at;
  return at !== null && at !== undefined && at >= EARLIEST && at <= now + DAY ? raw : null;
}

/** The query may be a ticket that is new each time. */
function isSamePlace(a: string, b: string): boolean {
  const [one, other] = [new URL(a), new URL(b)];
  return one.origin === other.origin && one.pathname === other.pathname;
}
