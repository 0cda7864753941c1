import { parseDate } from "../feed/dates.ts";
import { DOCUMENT_BYTES, FETCH_TIMEOUT_MS } from "../feed/limits.ts";
import type { Trouble, Validators } from "../model.ts";
import { isChallenge } from "./challenge.ts";
import { readCapped } from "./readCapped.ts";

/** What one fetch ended in. */
export type Outcome =
  | ({ kind: "fetched"; bytes: Uint8Array<ArrayBuffer>; contentType: string | null; url: string } & Freshness)
  | ({ kind: "notModified" } & Freshness)
  | { kind: "gone" }
  | Failure;

export type Failure = { kind: "failed"; trouble: Trouble; retryAfterMs: number | null };
type Freshness = { validators: Validators; maxAgeMs: number | null };

/** `fetch` as the platform has it, the clock, and what names a failure afterwards. None of them decides whether to try. */
export type Network = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  isOnline: () => boolean;
  mayFetch: (url: string) => Promise<boolean>;
};

/** Validators are dropped after this long, for servers that answer "not modified" for ever. */
const VALIDATORS_LIVE_MS = 8 * 24 * 3_600_000;

/**
 * One conditional GET (RFC 9110 §13) without cookies or referrer. Ends within 20 s in any case: a worker that waits
 * 30 s for headers is killed without a word.
 */
export async function fetchDocument(url: string, validators: Validators, network: Network): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_TIMEOUT_MS);
  const sent = network.now() - validators.storedAt < VALIDATORS_LIVE_MS ? validators : null;
  try {
    const answer = await reached(network.fetch(url, requestOf(sent, abort.signal)));
    const outcome = answer && (await outcomeOf(answer.value, { url, validators, network }));
    if (outcome) return outcome;
    return failed(network, { url, kind: abort.signal.aborted ? "timeout" : await nameUnreachable(url, network) });
  } finally {
    clearTimeout(timer);
    // What is still to come of an answer that nobody wants.
    abort.abort();
  }
}

/** `fetch` says no more than TypeError for every way in which a server cannot be reached, DOMException for an abort. */
async function reached<T>(work: Promise<T>): Promise<{ value: T } | null> {
  try {
    return { value: await work };
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof DOMException) return null;
    throw fault;
  }
}

/** Of every request: nothing in it tells who asks, beside the validators that the server gave. */
export function requestOf(validators: Validators | null, signal: AbortSignal): RequestInit {
  const headers = new Headers({
    Accept: "application/feed+json, application/atom+xml, application/rss+xml, application/json;q=0.9, */*;q=0.8",
  });
  if (validators?.etag) headers.set("If-None-Match", validators.etag);
  if (validators?.lastModified) headers.set("If-Modified-Since", validators.lastModified);
  // `no-store`: the browser's own cache would swallow the 304.
  return { headers, signal, credentials: "omit", redirect: "follow", referrerPolicy: "no-referrer", cache: "no-store" };
}

type Asked = { url: string; validators: Validators; network: Network };

/** Null when the connection broke off. */
async function outcomeOf(response: Response, asked: Asked): Promise<Outcome | null> {
  const { network, url, validators } = asked;
  if (response.redirected && !isFollowable(url, response.url)) return failed(network, { url, kind: "blockedAddress" });
  if (response.status === 304) {
    const etag = response.headers.get("etag") ?? validators.etag;
    const lastModified = response.headers.get("last-modified") ?? validators.lastModified;
    return { kind: "notModified", validators: { ...validators, etag, lastModified }, maxAgeMs: maxAgeOf(response) };
  }
  if (response.status === 410) return { kind: "gone" };
  if (!response.ok) return failedStatus(response, asked);

  const body = await reached(readCapped(response, DOCUMENT_BYTES));
  if (!body) return null;
  const bytes = body.value;
  if (bytes === null) return failed(network, { url, kind: "tooLarge" });
  const fresh: Validators = {
    etag: response.headers.get("etag"),
    lastModified: response.headers.get("last-modified"),
    bodyHash: await sha256(bytes),
    storedAt: network.now(),
  };
  const freshness = { validators: fresh, maxAgeMs: maxAgeOf(response) };
  if (fresh.bodyHash === validators.bodyHash) return { kind: "notModified", ...freshness };
  const contentType = response.headers.get("content-type");
  return { kind: "fetched", bytes, contentType, url: response.url || url, ...freshness };
}

/** A redirect may change host, not leave the web or fall from https to http. */
function isFollowable(from: string, to: string): boolean {
  const { protocol } = new URL(to);
  return protocol === "https:" || (protocol === "http:" && new URL(from).protocol === "http:");
}

async function failedStatus(response: Response, { network, url }: Asked): Promise<Failure> {
  const kind = (await isChallenge(response)) ? "challenge" : kindOfStatus(response.status);
  const failure = failed(network, { url, kind });
  const trouble = { ...failure.trouble, status: response.status };
  return { ...failure, trouble, retryAfterMs: retryAfterOf(response, network.now()) };
}

function kindOfStatus(status: number): Trouble["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "notFound";
  if (status === 429) return "tooManyRequests";
  return status >= 500 ? "serverError" : "badStatus";
}

function maxAgeOf(response: Response): number | null {
  const seconds = /(?:^|[\s,])max-age=(\d{1,10})/i.exec(response.headers.get("cache-control") ?? "")?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfterOf(response: Response, now: number): number | null {
  const raw = response.headers.get("retry-after")?.trim();
  if (!raw) return null;
  if (/^\d{1,10}$/.test(raw)) return Number(raw) * 1000;
  const date = parseDate(raw);
  return date && Math.max(0, date.at - now);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function nameUnreachable(url: string, network: Network): Promise<Trouble["kind"]> {
  if (!(await network.mayFetch(url))) return "noPermission";
  return network.isOnline() ? "unreachable" : "offline";
}

function failed(network: Network, { url, kind }: { url: string; kind: Trouble["kind"] }): Failure {
  return { kind: "failed", trouble: { kind, at: network.now(), host: new URL(url).host }, retryAfterMs: null };
}
