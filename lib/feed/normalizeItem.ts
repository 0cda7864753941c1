import type { Body, Enclosure } from "../model.ts";
import { bodyAndSummary } from "./body.ts";
import { parseDate, type ParsedDate } from "./dates.ts";
import type { Item } from "./document.ts";
import type { DraftItem } from "./draft.ts";
import { heroOf } from "./hero.ts";
import { decodeEntities } from "./html.ts";
import { directionOf, languageOf } from "./language.ts";
import { AUTHORS_KEPT, CATEGORIES_KEPT, ENCLOSURES_KEPT, NAME_LENGTH, TITLE_LENGTH } from "./limits.ts";
import { note, type Tally } from "./tally.ts";
import { cleanLine, lineOf, LONGEST_LINE } from "./text.ts";
import { absoluteUrl, isAbsolute } from "./url.ts";

/** What an item inherits from its document. */
export type Context = {
  now: number;
  /** The document's own `xml:base`, else where it came from. */
  documentUrl: string;
  hasBase: boolean;
  homeUrl: string | null;
  language: string | null;
  authors: string[];
  tally: Tally;
};

export function normalizeItem(draft: DraftItem, context: Context): Item {
  const base = baseOf(draft, context);
  const url = linkOf(draft, base, context);
  const baseUrl = draft.base !== null || context.hasBase ? base : (url ?? context.homeUrl ?? context.documentUrl);
  const { body, summary } = bodyAndSummary(draft, baseUrl);
  const language = languageOf(draft.language) ?? context.language;
  const hero = heroOf(draft, body, baseUrl);
  return {
    guid: draft.guid?.trim() || null,
    url,
    title: titleOf(draft, context),
    summary,
    body,
    authors: namesOf((draft.authors.length > 0 ? draft.authors : context.authors).map(withoutEmail), AUTHORS_KEPT),
    categories: namesOf(draft.categories, CATEGORIES_KEPT),
    ...datesOf(draft, context),
    heroUrl: hero?.url ?? null,
    heroAlt: hero === null ? "" : cleanLine(hero.alt, TITLE_LENGTH),
    enclosures: enclosuresOf(draft, baseUrl),
    commentsUrl: absoluteUrl(draft.commentsUrl, baseUrl),
    language,
    direction: directionIn(body) ?? directionOf(language),
  };
}

/** What the item's own link is relative to. */
function baseOf(draft: DraftItem, context: Context): string {
  const chain = absoluteUrl(draft.base, context.documentUrl);
  if (chain !== null) return chain;
  return context.hasBase ? context.documentUrl : (context.homeUrl ?? context.documentUrl);
}

function linkOf(draft: DraftItem, base: string, context: Context): string | null {
  for (const link of draft.links) {
    const url = absoluteUrl(link, base);
    if (url === null) continue;
    if (!isAbsolute(link)) note(context.tally, "relativeUrl");
    return url;
  }
  return null;
}

function titleOf(draft: DraftItem, context: Context): string {
  if (draft.title === null) return "";
  const start = draft.title.value.slice(0, LONGEST_LINE);
  if (draft.title.type !== "html" && decodeEntities(start) !== start) note(context.tally, "doubleEncodedTitle");
  return lineOf(draft.title, TITLE_LENGTH);
}

/** RSS's `me@example.com (Name)`, mail's `Name <me@example.com>`: the name, where there is one. */
function withoutEmail(author: string): string {
  if (!author.includes("@")) return author;
  const [, before = "", after = ""] =
    /^(?:([^<(@]*)[\s<(])?[^\s<>()@]+@[^\s<>()@]+[>)]?\s*(?:\(([^()]*)\))?$/.exec(author.slice(0, 500)) ?? [];
  return before.trim() || after.trim() || author;
}

function namesOf(raw: string[], limit: number): string[] {
  const names = new Set<string>();
  for (const name of new Set(raw)) {
    if (names.size === limit) break;
    const line = lineOf({ value: name, type: "loose", base: null }, NAME_LENGTH);
    if (line !== "") names.add(line);
  }
  return [...names];
}

type Dates = Pick<Item, "publishedAt" | "publishedDateOnly" | "updatedAt" | "rawDate">;

/** The first claim that can be true. Where a document only says when an entry changed, that is when it appeared. */
function datesOf(draft: DraftItem, { now, tally }: Context): Dates {
  const claims = [...draft.published, ...draft.updated];
  const published = firstCredible(claims, now);
  if (claims.length > 0 && published === null) note(tally, "badDate");
  return {
    publishedAt: published?.date.at ?? null,
    publishedDateOnly: published?.date.dateOnly ?? false,
    updatedAt: firstCredible(draft.updated, now)?.date.at ?? null,
    rawDate: published?.raw ?? claims[0]?.slice(0, 100) ?? null,
  };
}

function firstCredible(claims: string[], now: number): { raw: string; date: ParsedDate } | null {
  for (const raw of claims) {
    const date = parseDate(raw);
    if (date !== null && date.at >= EARLIEST && date.at <= now + YEAR_MS) return { raw, date };
  }
  return null;
}

function enclosuresOf(draft: DraftItem, baseUrl: string): Enclosure[] {
  const enclosures = draft.enclosures.flatMap(({ url, type, length }) => {
    const absolute = absoluteUrl(url, baseUrl);
    const bytes = length !== null && Number.isFinite(length) && length > 0 ? length : null;
    return absolute === null ? [] : [{ url: absolute, type: cleanLine(type, NAME_LENGTH), length: bytes }];
  });
  return enclosures.slice(0, ENCLOSURES_KEPT);
}

/** A body that is one element with a direction says so for the whole article. */
function directionIn(body: Body | null): "ltr" | "rtl" | null {
  const found = body?.format === "html" ? /^\s*<[a-z]+\b[^<>]*\sdir\s*=\s*["']?(ltr|rtl)\b/i.exec(body.source) : null;
  if (found === null) return null;
  return found[1]?.toLowerCase() === "rtl" ? "rtl" : "ltr";
}

const EARLIEST = Date.UTC(1990, 0, 1);
const YEAR_MS = 366 * 86_400_000;
