import { parseDate } from "../feed/dates.ts";

/** How long an answer stays good, by its own word. */
export type Freshness = {
  ms: number;
  /** It ends at one instant for everybody: a cache gave them all the same answer, or a date was named. */
  isShared: boolean;
};

/**
 * RFC 9111 §4.2: `max-age` less the time the answer has lain in caches, else `Expires`. Null where nothing is said or
 * where nothing may be kept: who forbids keeping gets a conditional request at the usual interval. So does who says
 * `Expires: 0`: §5.3 reads it as "stale at once", which is what validators are for (Miniflux drops them there; a server
 * whose validators lie is found out after eight days as any other).
 */
export function freshnessOf(headers: Headers, now: number): Freshness | null {
  const control = headers.get("cache-control") ?? "";
  if (/(?:^|[\s,])no-(?:cache|store)(?![^\s,;])/i.test(control)) return null;
  const ageMs = secondsOf(headers.get("age")) ?? 0;
  const maxAgeMs = secondsOf(/(?:^|[\s,])max-age="?(\d+)/i.exec(control)?.[1]);
  if (maxAgeMs !== null) return { ms: Math.max(0, maxAgeMs - ageMs), isShared: ageMs > 0 };
  const expiresAt = dateOf(headers.get("expires"));
  if (expiresAt === null) return null;
  const sentAt = dateOf(headers.get("date")) ?? now;
  return { ms: Math.max(0, expiresAt - sentAt - ageMs), isShared: true };
}

const MINUTE = 60_000;
const DEFAULT_RETRY_MS = 60 * MINUTE;
const LONGEST_RETRY_MS = 24 * 60 * MINUTE;

/**
 * How long a server that answered with `status` wants to be left alone; null where it does not say (RFC 9110 §10.2.3,
 * RFC 6585 §4). A date counts from the server's own clock. Without a Retry-After a 429 or 503 may say so by its freshness.
 */
export function retryAfterOf({ status, headers }: Response, now: number): number | null {
  if (status !== 429 && status < 500) return null;
  const raw = headers.get("retry-after")?.trim() ?? "";
  const date = dateOf(raw);
  const named = secondsOf(raw) ?? (date === null ? null : date - (dateOf(headers.get("date")) ?? now));
  const isRefusal = status === 429 || status === 503;
  const said = named ?? (isRefusal ? freshnessOf(headers, now)?.ms || null : null);
  const wanted = said ?? (status === 429 ? DEFAULT_RETRY_MS : null);
  return wanted === null ? null : Math.min(Math.max(wanted, MINUTE), LONGEST_RETRY_MS);
}

/** Delta-seconds (RFC 9111 §1.2.2) in milliseconds. */
function secondsOf(raw: string | null | undefined): number | null {
  return raw && /^\d{1,12}$/.test(raw.trim()) ? Number(raw) * 1000 : null;
}

function dateOf(raw: string | null): number | null {
  return raw && /[a-z]/i.test(raw) ? (parseDate(raw)?.at ?? null) : null;
}
