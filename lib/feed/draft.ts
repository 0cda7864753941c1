import type { ScheduleHints } from "./document.ts";

/**
 * What a document says, in one shape for all formats and not yet made clean: texts undecoded, addresses relative,
 * dates as written. Lists stand best first. The readers of the formats write it, `normalize.ts` reads it.
 */
export type Draft = {
  title: DraftText | null;
  homeUrl: string | null;
  selfUrl: string | null;
  nextUrl: string | null;
  description: DraftText | null;
  language: string | null;
  iconUrl: string | null;
  /** The `xml:base` of the whole document. */
  base: string | null;
  hints: ScheduleHints;
  authors: string[];
  items: DraftItem[];
};

export type DraftItem = {
  guid: string | null;
  links: string[];
  title: DraftText | null;
  /** The whole text, in one rendering or several. */
  bodies: DraftText[];
  /** What may be the whole text where there is no other, and is a summary where there is. */
  summaries: DraftText[];
  authors: string[];
  categories: string[];
  published: string[];
  updated: string[];
  /** Pictures named beside the text, not in it. */
  images: { url: string; alt: string }[];
  enclosures: { url: string; type: string; length: number | null }[];
  commentsUrl: string | null;
  language: string | null;
  base: string | null;
};

/** `loose` is RSS's way: a text that may hold markup, or may not. */
export type DraftText = { value: string; type: "text" | "html" | "markdown" | "loose"; base: string | null };

export const NO_HINTS: ScheduleHints = { ttlMs: null, skipHours: [], skipDays: [] };

export function draftText(value: string | null | undefined, type: DraftText["type"]): DraftText | null {
  return value ? { value, type, base: null } : null;
}

/** The values that are there, in order. */
export function present<T>(values: (T | null | undefined)[] | undefined): T[] {
  return (values ?? []).filter((value) => value !== null && value !== undefined && value !== "") as T[]; // just checked
}

export function first<T>(values: (T | null | undefined)[] | undefined): T | null {
  return present(values)[0] ?? null;
}
