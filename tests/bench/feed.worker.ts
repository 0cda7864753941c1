import { XMLParser } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import { readFeed } from "../../lib/feed/read.ts";
import { type DocumentKind, makeDocument } from "./feedDocuments.ts";

/** What runs in the browser's worker: the engine and its peers, each reading the same bytes. */
export type Reader = "foldline" | "feedsmith" | "fast-xml-parser" | "rss-parser" | "JSON.parse";

export type FeedBench = {
  /** Makes the document to be read from now on; says its size in bytes and, as text, in UTF-16 units. */
  load: (kind: DocumentKind, count: number) => { bytes: number; length: number };
  /** Reads it so many times between two marks for the browser's trace; says how many items the last reading found. */
  read: (reader: Reader, times: number) => Promise<number>;
  /** Reads it once more and holds the result, so that the heap shows how much a result keeps alive. */
  hold: (reader: Reader) => Promise<void>;
};

/** A reader's result and how many items are in it. */
type Found = { result: unknown; items: number };

let kind: DocumentKind = "rss";
let bytes = new Uint8Array();
let held: unknown = null;

const feedBench: FeedBench = {
  load: (wanted, count) => {
    held = null;
    kind = wanted;
    bytes = makeDocument(kind, count);
    // An engine remembers the last text that a pattern matched, and with it all that the text is a part of.
    /x/.test("x");
    return { bytes: bytes.length, length: text().length };
  },
  read: async (reader, times) => {
    held = null;
    // Nobody pays for the garbage of whoever read before.
    globalThis.gc?.();
    let items = 0;
    performance.mark("reading");
    for (let i = 0; i < times; i++) items = (await READERS[reader]()).items;
    performance.mark("read");
    return items;
  },
  hold: async (reader) => {
    held = (await READERS[reader]()).result;
  },
};
const xmlParser = new XMLParser({ ignoreAttributes: false });

const READERS: Record<Reader, () => Found | Promise<Found>> = {
  foldline: () => {
    const result = readFeed(bytes, { url: "https://news.example/feed", now: Date.UTC(2026, 10, 23) });
    return { result, items: result.kind === "feed" ? result.items.length : 0 };
  },
  feedsmith: () => {
    if (kind === "rss") return found(parseRssFeed(text()), (feed) => feed.items);
    if (kind === "json") return found(parseJsonFeed(text()), (feed) => feed.items);
    return found(parseAtomFeed(text()), (feed) => feed.entries);
  },
  "fast-xml-parser": () => found(xmlParser.parse(text()), (root) => root.rss?.channel.item ?? root.feed?.entry),
  "rss-parser": async () => found(await new RssParser().parseString(text()), (feed) => feed.items),
  "JSON.parse": () => found(JSON.parse(text()), (feed) => feed.items),
};

function found<Result>(result: Result, itemsOf: (result: Result) => unknown[] | undefined): Found {
  return { result, items: itemsOf(result)?.length ?? 0 };
}

/** What the peers, which know nothing of bytes, are given. */
function text(): string {
  return new TextDecoder().decode(bytes);
}

// Unread, `held` might not be kept.
Object.assign(self, { feedBench, isHolding: () => held !== null });
self.postMessage("ready");
