import type { Counts } from "../db/counters.ts";
import { HOME_FEED, NEVER, type PictureHosts } from "../db/feeds.ts";
import type { PictureWish } from "../db/feedWishes.ts";
import { feedScope } from "../db/layout.ts";
import { absoluteUrl, canonicalUrl, isAbsolute, secureFirst } from "../feed/url.ts";
import type { MessageKey } from "../i18n.ts";
import type { Feed, Trouble } from "../model.ts";
import { isBeingFetched } from "./refreshProgress.ts";
import { inSourceOrder } from "./sourceOrder.ts";

/** A whole sentence, still to be said in the reader's language. */
export type Sentence = { key: MessageKey; values: string[] };

/** One followed source as the settings list it. */
export type Source = {
  id: string;
  title: string;
  /** The first letter of the title, for the square before it. */
  monogram: string;
  /** Which of the four tints the square has: the same for a source for ever. */
  tint: number;
  isHome: boolean;
  url: string;
  isSecure: boolean;
  /** The address without what every address has. */
  shownUrl: string;
  unread: number;
  isChecking: boolean;
  checkedAt: number | null;
  /** Null when only people ask for it. */
  nextCheckAt: number | null;
  /** What it gives to all of its articles. */
  tags: string[];
  isPaused: boolean;
  /** The pause between visits that the reader chose; null: as suits how much it posts. */
  intervalMs: number | null;
  pictures: PictureWish;
  pictureHosts: PictureHosts;
  trouble: Sentence[];
  /** What helps: asking again, or granting access first. */
  remedy: "tryNow" | "allow" | null;
};

export type Moment = { now: number; locale: string };

/** In the reader's order. */
export function sourcesOf(feeds: Feed[], counts: Counts, { now, locale }: Moment): Source[] {
  return inSourceOrder(feeds, locale).map((feed) => ({
    id: feed.id,
    title: feed.title,
    monogram: firstLetter(feed.title, locale),
    tint: tintOf(feed.id),
    isHome: feed.id === HOME_FEED,
    url: feed.url,
    isSecure: feed.url.startsWith("https:"),
    shownUrl: shownUrl(feed.url),
    unread: counts.get(feedScope("unread", feed.id)) ?? 0,
    isChecking: isBeingFetched(feed, now),
    checkedAt: feed.lastFetchedAt,
    nextCheckAt: feed.nextFetchAt === NEVER ? null : feed.nextFetchAt,
    tags: feed.tags,
    isPaused: feed.isPaused ?? false,
    intervalMs: feed.intervalMs ?? null,
    pictures: feed.pictures ?? "all",
    pictureHosts: feed.pictureHosts ?? "any",
    trouble: feed.trouble ? troubleOf(feed.trouble, feed, { now, locale }) : [],
    remedy: remedyOf(feed.trouble),
  }));
}

/** What is wrong and what to do, in one or two sentences. */
export function troubleOf(trouble: Trouble, feed: Pick<Feed, "url" | "lastFetchedAt">, moment: Moment): Sentence[] {
  const host = trouble.host ?? new URL(feed.url).hostname;
  const said: Sentence = { key: `trouble_${trouble.kind}`, values: [host, String(trouble.status ?? "")] };
  return isSilence(trouble.kind) ? [silence(feed.lastFetchedAt, moment), said] : [said];
}

/** `urls`: what to ask for, in this order. */
export type Typed = { kind: "bad" } | { kind: "followed"; title: string } | { kind: "new"; urls: string[] };

/** What somebody typed as the address of a source or of its site. Where no scheme is said, https is tried first. */
export function readTyped(typed: string, feeds: Feed[]): Typed {
  const raw = typed.trim();
  const isBare = !isAbsolute(raw) || isHostAndPort(raw);
  const url = absoluteUrl(isBare ? `https://${raw}` : raw, null);
  if (url === null || !looksPublic(new URL(url))) return { kind: "bad" };
  const present = feeds.find((feed) => canonicalUrl(feed.url) === canonicalUrl(url));
  if (present) return { kind: "followed", title: present.title };
  return { kind: "new", urls: isBare ? [url, url.replace(/^https:/, "http:")] : secureFirst(url) };
}

function firstLetter(title: string, locale: string): string {
  const letters = new Intl.Segmenter(locale).segment(title.trim());
  const [first] = letters;
  return first?.segment.toLocaleUpperCase(locale) ?? "";
}

const TINTS = 4;

function tintOf(id: string): number {
  if (id === HOME_FEED) return 0;
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return 1 + (sum % (TINTS - 1));
}

/** An address without what every address has. */
export function shownUrl(url: string): string {
  const { host, pathname, search } = new URL(url);
  return host.replace(/^www\./, "") + (pathname + search).replace(/\/$/, "");
}

function remedyOf(trouble: Trouble | null): Source["remedy"] {
  if (trouble === null) return null;
  return trouble.kind === "noPermission" ? "allow" : "tryNow";
}

/** Troubles in which nothing usable came back: how long that has been so is the first thing to say. */
function isSilence(kind: Trouble["kind"]): boolean {
  return ["unreachable", "timeout", "serverError", "badStatus"].includes(kind);
}

function silence(since: number | null, moment: Moment): Sentence {
  if (since === null) return { key: "noAnswerYet", values: [] };
  return { key: "noAnswerSince", values: [dayOf(since, moment)] };
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** A time today, a weekday within the week, a date before that. */
function dayOf(at: number, { now, locale }: Moment): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return format(at, locale, { timeStyle: "short" });
  if (now - at < WEEK_MS) return format(at, locale, { weekday: "long" });
  return format(at, locale, { day: "numeric", month: "long", year: "numeric" });
}

function format(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** `example.com:8080/feed` parses as an address of the scheme "example.com". */
const isHostAndPort = (raw: string): boolean => /^[^/:]+:\d/.test(raw);

/** A dot tells the name of a site from a word. */
const looksPublic = ({ hostname }: URL): boolean => /[^.]\.[^.]/.test(hostname) || hostname === "localhost";
