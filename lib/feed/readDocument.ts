import { draftOfAtom } from "./atom.ts";
import { decode } from "./decode.ts";
import type { FeedDocument, NotAFeedReason, Unreadable } from "./document.ts";
import type { Draft } from "./draft.ts";
import { readJsonFeed } from "./jsonFeed.ts";
import { isDeeperThan } from "./jsonDepth.ts";
import { DOCUMENT_TAGS, ITEM_TAGS, ITEMS_KEPT, JSON_LEVELS } from "./limits.ts";
import { resolveNames } from "./namedCharacters.ts";
import { keepNewest, rawDateOfXml } from "./newest.ts";
import { normalize, type Reading } from "./normalize.ts";
import { parseAtom, parseRdf, parseRss } from "./parse.ts";
import type { Prepared, PreparedItem } from "./assembly.ts";
import { prepareXml } from "./prepare.ts";
import { draftOfRdf } from "./rdf.ts";
import { draftOfRss } from "./rss.ts";
import { sniff, type Sniffed } from "./sniff.ts";
import { note, type Tally } from "./tally.ts";

export type From = {
  /** Where the bytes came from, after redirects: what relative addresses in them refer to. */
  url: string;
  contentType?: string | null;
  now: number;
};

/** Reads any bytes as a feed. Never throws: what is not a feed says why. */
export function readDocument(bytes: Uint8Array, from: From): FeedDocument | Unreadable {
  const { text, encoding, repaired } = decode(bytes, from.contentType);
  const tally: Tally = new Map();
  if (repaired) note(tally, "encoding");
  const reading = { url: from.url, now: from.now, encoding, tally };
  const sniffed = sniff(text);
  if (sniffed.kind === "json") return readJson(text, reading);
  if (sniffed.kind === "xml") return readXml(text, sniffed, reading);
  return notAFeed(sniffed.reason);
}

function readJson(text: string, reading: Omit<Reading, "format">): FeedDocument | Unreadable {
  const value = parseJson(text);
  if (value === undefined) return notAFeed("malformed");
  const read = readJsonFeed(value);
  if (read === null) return notAFeed("otherJson");
  note(reading.tally, "tooManyItems", read.dropped);
  return normalize(read.draft, { ...reading, format: "json" });
}

function parseJson(text: string): unknown {
  if (isDeeperThan(JSON_LEVELS, text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // JSON has no word for undefined, so it can stand for "could not be read".
    return undefined;
  }
}

type SniffedXml = Extract<Sniffed, { kind: "xml" }>;

function readXml(text: string, sniffed: SniffedXml, reading: Omit<Reading, "format">): FeedDocument {
  const { tally } = reading;
  if (sniffed.hasJunk) note(tally, "leadingJunk");
  if (sniffed.hasDoctype) note(tally, "doctypeCut");
  const resolved = resolveNames(text, sniffed.root.start);
  const prepared = prepareXml(resolved, sniffed.format, sniffed.root);
  for (const repair of prepared.repairs) note(tally, repair);
  const items = keepLight(keepNewest(prepared.items, ITEMS_KEPT, rawDateOfXml));
  note(tally, "tooManyItems", prepared.items.length - items.length);
  return normalize(draftOf(sniffed.format, { ...prepared, items }), { ...reading, format: sniffed.format });
}

/** What a parser makes of a tag costs a hundred times its bytes: items made of nothing else are not read. */
function keepLight(items: PreparedItem[]): PreparedItem[] {
  let tags = 0;
  return items.filter((item) => item.tags <= ITEM_TAGS && (tags += item.tags) <= DOCUMENT_TAGS);
}

function draftOf(format: SniffedXml["format"], prepared: Prepared): Draft {
  if (format === "rss") return draftOfRss(parseRss(prepared), prepared.markdown);
  return format === "rdf" ? draftOfRdf(parseRdf(prepared)) : draftOfAtom(parseAtom(prepared));
}

function notAFeed(reason: NotAFeedReason): Unreadable {
  return { kind: "notAFeed", reason };
}
