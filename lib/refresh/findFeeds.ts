import type { Candidate } from "../feed/candidate.ts";
import { decode } from "../feed/decode.ts";
import { choicesOf } from "../feed/choices.ts";
import { guessesAt, readPage, type Page } from "../feed/discover.ts";
import type { FeedDocument } from "../feed/document.ts";
import { knownFeeds } from "../feed/knownSites.ts";
import { readDocument } from "../feed/readDocument.ts";
import { isSameSite, secureFirst } from "../feed/url.ts";
import type { Trouble } from "../model.ts";
import type { Failure } from "./fetchDocument.ts";
import type { Fetched } from "./recordOutcome.ts";
import { newSearch, request, type Answer, type FindDeps, type Search } from "./search.ts";

/** What to look for feeds at: addresses to try in this order, and the feed that they are said to be, if they are. */
export type Target = { urls: string[]; candidate: Candidate | null };

/** A feed to follow, with the document that told of it or with what came in its place from a server that is busy. */
export type Found = { url: string; title: string; outcome: Fetched | Failure };

/** What a search ended in. All but `found` leave something to do, which the interface offers. */
export type Finding =
  | { kind: "found"; found: Found }
  | { kind: "choice"; candidates: Candidate[] }
  | { kind: "followed"; url: string }
  /** The host of the first of these addresses must be allowed first. */
  | { kind: "noPermission"; target: Target }
  /** The address leads to another site, which must be named to be allowed. */
  | { kind: "elsewhere"; host: string }
  | { kind: "none"; host: string }
  | { kind: "failed"; trouble: Trouble };

export const targetOf = (candidate: Candidate): Target => ({ urls: secureFirst(candidate.url), candidate });

/** Where the first request goes, and so the host that must be allowed for it. */
export function firstAsked({ urls: [url = ""], candidate }: Target): string {
  const [known] = candidate ? [] : knownFeeds(url);
  return known?.url ?? url;
}

/**
 * Looks for feeds, one request after another: at most 2 where the first answer is or names a feed, at most 6 in all. What
 * is found brings its document along, so that following it costs no further request.
 */
export async function findFeeds(target: Target, deps: FindDeps): Promise<Finding> {
  const search = newSearch(deps);
  if (target.candidate) return take(search, target, target.candidate);
  const [address = ""] = target.urls;
  const known = knownFeeds(address);
  const [first] = known;
  if (known.length > 1) return { kind: "choice", candidates: known };
  const finding = first && (await take(search, targetOf(first), first));
  return finding && finding.kind !== "none" ? finding : lookAt(search, target);
}

/** Asks for a feed that somebody says is there. */
async function take(search: Search, target: Target, candidate: Candidate): Promise<Finding> {
  if (search.deps.isFollowed(candidate.url)) return { kind: "followed", url: candidate.url };
  const answer = await request(search, target.urls);
  if (answer.kind !== "answered") return barred(target, answer);
  const { url, outcome } = answer;
  if (outcome.kind === "failed") {
    if (isNothing(outcome.trouble)) return none(url);
    const title = candidate.title || new URL(url).hostname;
    return isBusy(outcome.trouble) ? { kind: "found", found: { url, title, outcome } } : outcome;
  }
  const read = readAnswer(search, outcome);
  if (read.kind === "feed") return foundBy(read, url, outcome);
  return read.page?.asksToSignIn || isSignIn(url, outcome.url) ? signIn(search, url) : none(url);
}

/** Asks for an address that may be a feed's or a page's. */
async function lookAt(search: Search, target: Target): Promise<Finding> {
  const answer = await request(search, target.urls);
  if (answer.kind !== "answered") return barred(target, answer);
  const { url, outcome } = answer;
  if (outcome.kind === "failed") return isNothing(outcome.trouble) ? guess(search, guessesAt(url), url) : outcome;
  const read = readAnswer(search, outcome);
  if (read.kind === "feed") return foundBy(read, url, outcome);
  if (isSignIn(url, outcome.url)) return signIn(search, url);
  return read.page === null ? none(url) : lookThrough(search, read.page, outcome.url);
}

async function lookThrough(search: Search, page: Page, pageUrl: string): Promise<Finding> {
  const choices = choicesOf(page.candidates);
  const articles = choices.filter((candidate) => candidate.kind !== "comments");
  const [first] = articles;
  if (choices.length > 0 && articles.length !== 1) return { kind: "choice", candidates: choices };
  const finding = first && (await take(search, targetOf(first), first));
  if (finding && finding.kind !== "none") return finding;
  const guessed = await guess(search, page.guesses, pageUrl);
  return guessed.kind === "none" && page.asksToSignIn ? signIn(search, pageUrl) : guessed;
}

/** Tries where feeds commonly lie. Only "there is nothing here" is a reason to go on. */
async function guess(search: Search, guesses: string[], pageUrl: string): Promise<Finding> {
  for (const wanted of guesses) {
    if (search.left === 0 || search.asked.has(wanted)) continue;
    const answer = await request(search, [wanted]);
    if (answer.kind !== "answered") break;
    const { url, outcome } = answer;
    if (outcome.kind === "failed" && !isNothing(outcome.trouble)) break;
    const read = outcome.kind === "failed" ? null : readAnswer(search, outcome);
    if (read?.kind === "feed" && outcome.kind === "fetched") return foundBy(read, url, outcome);
  }
  return none(pageUrl);
}

function barred(target: Target, answer: Exclude<Answer, { kind: "answered" }>): Finding {
  if (answer.kind === "elsewhere") return { kind: "elsewhere", host: new URL(answer.url).hostname };
  return { kind: "noPermission", target: { ...target, urls: answer.urls } };
}

type Read = FeedDocument | { kind: "other"; page: Page | null };

function readAnswer({ deps }: Search, { bytes, url, contentType }: Fetched): Read {
  const document = readDocument(bytes, { url, contentType, now: deps.now() });
  if (document.kind === "feed") return document;
  const page = document.reason === "webPage" ? readPage(decode(bytes, contentType).text, url) : null;
  return { kind: "other", page };
}

/** Where a site has led to another one, its own address is the one that it can keep. */
function foundBy(document: FeedDocument, asked: string, outcome: Fetched): Finding {
  const url = isSameSite(asked, outcome.url) ? outcome.url : asked;
  return { kind: "found", found: { url, title: document.title || new URL(url).hostname, outcome } };
}

const none = (url: string): Finding => ({ kind: "none", host: new URL(url).hostname });

function signIn({ deps }: Search, url: string): Finding {
  return { kind: "failed", trouble: { kind: "unauthorized", at: deps.now(), host: new URL(url).host } };
}

const isNothing = ({ kind }: Trouble): boolean => kind === "notFound" || kind === "gone";
/** There is a feed, as its site says; it has no time now. */
const isBusy = ({ kind }: Trouble): boolean => BUSY.has(kind);

const BUSY: ReadonlySet<Trouble["kind"]> = new Set(["tooManyRequests", "hostWaits", "serverError", "timeout"]);

const isSignIn = (asked: string, answered: string): boolean =>
  asked !== answered &&
  /\/(log-?in|sign-?in|sign_in|sso|oauth2?|auth|wp-login\.php)(\/|$)/i.test(new URL(answered).pathname);
