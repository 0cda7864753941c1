import { NO_VALIDATORS } from "../db/feeds.ts";
import { hostPausedUntil, pauseHost } from "../db/hostPauses.ts";
import { noteApart } from "../db/requests.ts";
import type { Db } from "../db/schema.ts";
import { FETCH_TIMEOUT_MS } from "../feed/limits.ts";
import type { Trouble } from "../model.ts";
import { fetchDocument, requestOf, type Failure, type Network } from "./fetchDocument.ts";
import { noteOf } from "./noting.ts";
import type { Fetched } from "./recordOutcome.ts";

export type FindDeps = Network & {
  /** Knows which hosts want to be left alone. */
  db: Db;
  wait: (ms: number) => Promise<void>;
  isFollowed: (url: string) => boolean;
};

/** One search for feeds: how many requests it has left, and where it has been. */
export type Search = { deps: FindDeps; left: number; asked: Set<string>; lastHost: string | null };

export type Answer =
  | { kind: "answered"; url: string; outcome: Fetched | Failure }
  /** Of these addresses the first one's host is not allowed. */
  | { kind: "noPermission"; urls: string[] }
  /** It leads to a host that is not allowed, and that the browser does not name. */
  | { kind: "elsewhere"; url: string };

const REQUESTS = 6;
const SAME_HOST_PAUSE_MS = 250;

export const newSearch = (deps: FindDeps): Search => ({ deps, left: REQUESTS, asked: new Set(), lastHost: null });

/** Asks for the first of these addresses, and for the next one only where nobody answers at it. */
export async function request(search: Search, urls: string[]): Promise<Answer> {
  const [url = "", ...others] = urls;
  // Whoever types an address in their own network is told so, and not asked for it.
  if (!search.deps.isPrivate(url) && !(await search.deps.mayFetch(url))) return { kind: "noPermission", urls };
  const outcome = await fetchInTurn(search, url);
  const trouble = outcome.kind === "failed" ? outcome.trouble.kind : null;
  if (trouble === "unreachable" && (await leadsElsewhere(search, url))) return { kind: "elsewhere", url };
  const isSilent = trouble !== null && SILENT.has(trouble) && others.length > 0 && search.left > 0;
  return isSilent ? request(search, others) : { kind: "answered", url, outcome };
}

async function fetchInTurn(search: Search, url: string): Promise<Fetched | Failure> {
  const { deps } = search;
  const now = deps.now();
  if ((await hostPausedUntil(deps.db, new URL(url).host, now)) !== null) return failed("hostWaits", url, now);
  await takeTurn(search, url);
  const { request, ...outcome } = await fetchDocument({ url, why: "found" }, NO_VALIDATORS, deps);
  await noteApart(deps.db, request);
  if (outcome.kind === "fetched") return outcome;
  // "Gone" is a failure here, and nobody asked whether anything is new.
  if (outcome.kind !== "failed") return failed(outcome.kind === "gone" ? "gone" : "badStatus", url, now);
  const { hosts, ms } = outcome.retryAfter ?? { hosts: [], ms: 0 };
  for (const host of hosts) await pauseHost(deps.db, host, { now, until: now + ms });
  return outcome;
}

function failed(kind: Trouble["kind"], url: string, at: number): Failure {
  return { kind: "failed", trouble: { kind, at, host: new URL(url).host }, retryAfter: null };
}

async function takeTurn(search: Search, url: string): Promise<void> {
  const { host } = new URL(url);
  if (search.lastHost === host) await search.deps.wait(SAME_HOST_PAUSE_MS);
  search.lastHost = host;
  search.left--;
  search.asked.add(url);
}

/** A redirect to a host that is not allowed fails as if nobody had answered; asked not to follow it, the browser tells. */
async function leadsElsewhere(search: Search, url: string): Promise<boolean> {
  if (search.left === 0) return false;
  await takeTurn(search, url);
  const init = { ...requestOf(null, AbortSignal.timeout(FETCH_TIMEOUT_MS)), redirect: "manual" } as const;
  const note = noteOf({ url, why: "found" }, search.deps.now);
  const response = await search.deps.fetch(url, init).catch(() => null);
  if (response) note.answered(response);
  await noteApart(search.deps.db, note.taken());
  return response !== null && (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400));
}

/** Nobody answered over https, or it led to http. Being offline is not the server's doing. */
const SILENT: ReadonlySet<Trouble["kind"]> = new Set(["unreachable", "timeout", "blockedAddress"]);
