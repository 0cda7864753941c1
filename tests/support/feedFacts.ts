import type { FeedDocument, Item, NotAFeed, NotAFeedReason, RepairKind } from "../../lib/feed/document.ts";
import { ITEMS_KEPT, NAME_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH } from "../../lib/feed/limits.ts";
import { absoluteUrl } from "../../lib/feed/url.ts";

/** What must be true of anything that was read, whatever the bytes; empty where all of it is. */
export function faultsOf(read: FeedDocument | NotAFeed): string[] {
  const faults = [...faultsOfValues(read, "read")];
  if (read.kind === "notAFeed") return read.reason in REASONS ? faults : [...faults, `reason ${read.reason}`];
  if (read.items.length > ITEMS_KEPT) faults.push(`${read.items.length} items`);
  if (isLonger(read.title, TITLE_LENGTH)) faults.push("the title's length");
  if (isLonger(read.description, SUMMARY_LENGTH)) faults.push("the description's length");
  for (const { kind, count } of read.repairs) {
    if (!(kind in REPAIRS) || !Number.isInteger(count) || count < 1) faults.push(`repair ${kind} ${count}`);
  }
  return [...faults, ...read.items.flatMap(faultsOfItem)];
}

function faultsOfItem(item: Item): string[] {
  const faults: string[] = [];
  if (isLonger(item.title, TITLE_LENGTH) || isLonger(item.heroAlt, TITLE_LENGTH)) faults.push("a title's length");
  if (isLonger(item.summary, SUMMARY_LENGTH)) faults.push("a summary's length");
  if ([...item.authors, ...item.categories].some((name) => isLonger(name, NAME_LENGTH))) faults.push("a name's length");
  if (/[\u0000-\u001F\u202A-\u202E\u2066-\u2069]/.test(item.title + item.summary)) faults.push("hidden characters");
  if (item.body !== null && !/^(markdown|html|text)$/.test(item.body.format)) faults.push(`body ${item.body.format}`);
  return faults;
}

/** Every number is finite, and whatever is called an address is an absolute one of http(s). */
function* faultsOfValues(value: unknown, name: string): Generator<string> {
  if (typeof value === "number" && !Number.isFinite(value)) yield `${name} is ${value}`;
  if (/url$/i.test(name) && value !== null && absoluteUrl(String(value), null) !== value) yield `${name} is ${value}`;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* faultsOfValues(inner, key);
}

/** Graphemes are counted in lib; no grapheme there may be longer than 8 UTF-16 units on average. */
function isLonger(text: string, graphemes: number): boolean {
  return text.length > graphemes * 8 + 1;
}

/** The closed unions as values: the compiler objects where one is missing. */
const REASONS: Record<NotAFeedReason, true> = {
  empty: true,
  webPage: true,
  opml: true,
  otherXml: true,
  otherJson: true,
  notText: true,
  malformed: true,
};

const REPAIRS: Record<RepairKind, true> = {
  encoding: true,
  mojibake: true,
  leadingJunk: true,
  doctypeCut: true,
  reservedTagName: true,
  truncated: true,
  tooDeep: true,
  tooManyItems: true,
  relativeUrl: true,
  duplicateGuid: true,
  doubleEncodedTitle: true,
  badDate: true,
};
