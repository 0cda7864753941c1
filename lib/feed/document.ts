import type { Body, Enclosure } from "../model.ts";

/** What one document said, before it becomes articles. Items live only in `lib/feed` and its caller, merge. */
export type FeedDocument = {
  kind: "feed";
  title: string;
  homeUrl: string | null;
  selfUrl: string | null;
  nextUrl: string | null;
  description: string;
  language: string | null;
  iconUrl: string | null;
  encoding: string;
  format: "json" | "rss" | "rdf" | "atom";
  hints: ScheduleHints;
  items: Item[];
  repairs: { kind: RepairKind; count: number }[];
};

export type Unreadable = { kind: "notAFeed"; reason: NotAFeedReason };
/** `candidates`: the addresses of feeds that a web page names. */
export type NotAFeed = Unreadable & { candidates: string[] };

/** What the publisher asks of visitors. `ttlMs` covers RSS `ttl` and the syndication module. */
export type ScheduleHints = { ttlMs: number | null; skipHours: number[]; skipDays: number[] };

/** An entry as the document had it. Titles and summaries are plain text; addresses absolute http(s) or null. */
export type Item = {
  guid: string | null;
  url: string | null;
  title: string;
  summary: string;
  body: Body | null;
  authors: string[];
  /** The publisher's labels, raw. */
  categories: string[];
  publishedAt: number | null;
  updatedAt: number | null;
  /** The date had no time of day: `publishedAt` is then midnight UTC of that calendar day. */
  publishedDateOnly: boolean;
  rawDate: string | null;
  heroUrl: string | null;
  heroAlt: string;
  enclosures: Enclosure[];
  commentsUrl: string | null;
  language: string | null;
  direction: "ltr" | "rtl" | null;
};

export type NotAFeedReason = "empty" | "webPage" | "opml" | "otherXml" | "otherJson" | "notText" | "malformed";

export type RepairKind =
  | "encoding"
  | "mojibake"
  | "leadingJunk"
  | "doctypeCut"
  | "reservedTagName"
  | "truncated"
  | "tooDeep"
  | "tooManyItems"
  | "relativeUrl"
  | "duplicateGuid"
  | "doubleEncodedTitle"
  | "badDate";
