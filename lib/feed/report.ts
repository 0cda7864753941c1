import type { FeedDocument } from "./document.ts";

/** What a feed's last document was like, for people who look after feeds. */
export type DocumentReport = {
  at: number;
  title: string;
  format: FeedDocument["format"];
  encoding: string;
  bytes: number;
  items: number;
  /** Listed more than once, and taken for one. */
  merged: number;
  /** Items that say nothing of who they are, and of when they are from. */
  withoutGuid: number;
  withoutDate: number;
  /** Items from the future. */
  ahead: number;
  repairs: FeedDocument["repairs"];
};

type Read = { at: number; bytes: number; /** How many different items were found in it. */ kept: number };

export function reportOn({ title, format, encoding, items, repairs }: FeedDocument, read: Read): DocumentReport {
  const { at, bytes, kept } = read;
  const count = (has: (item: FeedDocument["items"][number]) => boolean) => items.filter(has).length;
  return {
    at,
    title,
    format,
    encoding,
    bytes,
    items: items.length,
    merged: items.length - kept,
    withoutGuid: count(({ guid }) => guid === null),
    withoutDate: count(({ publishedAt, updatedAt, rawDate }) => (publishedAt ?? updatedAt ?? rawDate) === null),
    ahead: count(({ publishedAt }) => (publishedAt ?? 0) > at + TOLERATED_MS),
    repairs,
  };
}

/** Clocks differ, and calendar dates have no time. */
const TOLERATED_MS = 24 * 3_600_000;
