import type { NewRequest } from "../db/requests.ts";
import { DOCUMENT_BYTES, FETCH_TIMEOUT_MS } from "../feed/limits.ts";
import type { Trouble, Validators } from "../model.ts";
import { isChallenge } from "./challenge.ts";
import { freshnessOf, retryAfterOf, type Freshness } from "./freshness.ts";
import { noteOf, type Asking, type Note } from "./noting.ts";
import { readCapped } from "./readCapped.ts";
import { sha256 } from "./sha256.ts";
import { validatorsKept, validatorsOf, validatorsToSend } from "./validators.ts";

/** What one fetch ended in, and the request that it was, where one was made. */
export type Outcome = (
  | ({ kind: "fetched"; bytes: Uint8Array<ArrayBuffer>; contentType: string | null } & Answer)
  | ({ kind: "notModified" } & Answer)
  | { kind: "gone" }
  | Failure
) & { request?: NewRequest | null };

export type Answer = {
  validators: Validators;
  fresh: Freshness | null;
  /** The address after all redirects. */
  url: string;
};

export type Failure = {
  kind: "failed";
  trouble: Trouble;
  /** Hosts that want to be left alone, and for how long. */
  retryAfter: { ms: number; hosts: string[] } | null;
};

/** `fetch` as the platform has it, the clock, and what names a failure afterwards. None of them decides whether to try. */
export type Network = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  isOnline: () => boolean;
  mayFetch: (url: string) => Promise<boolean>;
  /** What lies in somebody's own network is asked for nothing, and answers from there are not read. */
  isPrivate: (url: string) => boolean;
};

/**
 * One conditional GET (RFC 9110 §13) without cookies or referrer. Ends within 20 s in any case: a worker that waits
 * 30 s for headers is killed without a word.
 */
export async function fetchDocument(asking: Asking, validators: Validators, network: Network): Promise<Outcome> {
  const { url } = asking;
  if (network.isPrivate(url)) return { ...failed(network, { url, kind: "privateAddress" }), request: null };
  // The browser would let the request out, and keep the answer to itself.
  if (!(await network.mayFetch(url))) return { ...failed(network, { url, kind: "noPermission" }), request: null };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_TIMEOUT_MS);
  const sent = validatorsToSend(validators, network.now());
  const note = noteOf(asking, network.now);
  try {
    const answer = await reached(network.fetch(url, requestOf(sent, abort.signal)));
    if (answer) note.answered(answer.value);
    const asked: Asked = { url, sent, bodyHash: validators.bodyHash, network, note };
    const outcome = answer && (await outcomeOf(answer.value, asked));
    if (outcome) return { ...outcome, request: note.taken() };
    const kind = abort.signal.aborted ? "timeout" : nameUnreachable(network);
    return { ...failed(network, { url, kind }), request: note.taken() };
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

/** Of every request: nothing in it tells who asks. What is kept is kept in the store, and nowhere else. */
export const QUIETLY = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;

/** Beside the validators that the server gave. The browser's own cache would swallow the 304. */
export function requestOf(validators: Validators | null, signal: AbortSignal): RequestInit {
  const headers = new Headers({
    Accept: "application/feed+json, application/atom+xml, application/rss+xml, application/json;q=0.9, */*;q=0.8",
  });
  if (validators?.etag) headers.set("If-None-Match", validators.etag);
  if (validators?.lastModified) headers.set("If-Modified-Since", validators.lastModified);
  return { ...QUIETLY, headers, signal, redirect: "follow" };
}

type Asked = { url: string; sent: Validators | null; bodyHash: string | null; network: Network; note: Note };

/** Null when the connection broke off. */
async function outcomeOf(response: Response, asked: Asked): Promise<Outcome | null> {
  const { network, url, sent } = asked;
  const strayed = response.redirected ? strayedTo(network, url, response.url) : null;
  if (strayed) return failed(network, { url, kind: strayed });
  const given = { headers: response.headers, url: landedAt(response, url), now: network.now() };
  const answer = { url: given.url, fresh: freshnessOf(response.headers, given.now) };
  // One that nobody asked for says nothing.
  if (response.status === 304 && sent) {
    return { kind: "notModified", validators: validatorsKept(given, sent), ...answer };
  }
  if (response.status === 410) return { kind: "gone" };
  if (!response.ok) return failedStatus(response, asked);

  const body = await reached(readCapped(response, DOCUMENT_BYTES));
  if (!body) return null;
  const bytes = body.value;
  asked.note.read(bytes?.length ?? DOCUMENT_BYTES);
  if (bytes === null) return failed(network, { url, kind: "tooLarge" });
  const validators = validatorsOf(given, await sha256(bytes));
  if (validators.bodyHash === asked.bodyHash) return { kind: "notModified", validators, ...answer };
  return { kind: "fetched", bytes, contentType: response.headers.get("content-type"), validators, ...answer };
}

/** The address asked for unless a redirect led away: what the extension packs is answered from an address of its own. */
const landedAt = (response: Response, url: string): string => (response.redirected ? response.url : url);

/** A redirect may change host, not lead into a private network, leave the web or fall from https to http. */
export function strayedTo({ isPrivate }: Pick<Network, "isPrivate">, from: string, to: string): Trouble["kind"] | null {
  if (isPrivate(to)) return "privateAddress";
  const { protocol } = new URL(to);
  const isSafe = protocol === "https:" || (protocol === "http:" && new URL(from).protocol === "http:");
  return isSafe ? null : "blockedAddress";
}

async function failedStatus(response: Response, { network, url }: Asked): Promise<Failure> {
  const kind = (await isChallenge(response)) ? "challenge" : kindOfStatus(response.status);
  const failure = failed(network, { url, kind });
  const trouble = { ...failure.trouble, status: response.status };
  const ms = retryAfterOf(response, network.now());
  const hosts = [url, landedAt(response, url)].map((each) => new URL(each).host);
  return { ...failure, trouble, retryAfter: ms === null ? null : { ms, hosts } };
}

function kindOfStatus(status: number): Trouble["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "notFound";
  if (status === 429) return "tooManyRequests";
  return status >= 500 ? "serverError" : "badStatus";
}

const nameUnreachable = (network: Network): Trouble["kind"] => (network.isOnline() ? "unreachable" : "offline");

function failed(network: Network, { url, kind }: { url: string; kind: Trouble["kind"] }): Failure {
  return { kind: "failed", trouble: { kind, at: network.now(), host: new URL(url).host }, retryAfter: null };
}
