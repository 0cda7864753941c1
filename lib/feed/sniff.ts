import type { NotAFeedReason } from "./document.ts";
import { HTML_NAMES } from "./htmlNames.ts";
import { localName, nextTag, type Tag } from "./xml.ts";

/** What a text is by its root, and for feeds in XML where that root starts. The parser's own guess reads too far in. */
export type Sniffed =
  | { kind: "xml"; format: "rss" | "rdf" | "atom"; root: Tag; hasJunk: boolean; hasDoctype: boolean }
  | { kind: "json" }
  | { kind: "notAFeed"; reason: NotAFeedReason };

export function sniff(text: string): Sniffed {
  const start = text.trimStart();
  if (start === "") return { kind: "notAFeed", reason: "empty" };
  if (isBinary(start)) return { kind: "notAFeed", reason: "notText" };
  if (/^[[{]/.test(start)) return { kind: "json" };
  return sniffMarkup(text);
}

/** Control characters that no text has, in number: a picture, an archive, a PDF. */
function isBinary(text: string): boolean {
  const controls = text.slice(0, 1024).match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g);
  return controls !== null && controls.length > 8;
}

/** The first tag decides. Tags of HTML before it are a server's warning printed into the feed, unless they are a page. */
function sniffMarkup(text: string): Sniffed {
  let reason: NotAFeedReason = "malformed";
  for (let tag = nextTag(text, 0); tag !== null && tag.start < JUNK_LENGTH; tag = nextTag(text, tag.end)) {
    const format = ROOTS.get(localName(tag.name));
    if (format === "opml") return { kind: "notAFeed", reason: "opml" };
    if (format !== undefined && !tag.isClosing) return { kind: "xml", format, root: tag, ...prologOf(text, tag) };
    if (PAGE_NAMES.has(tag.name)) return { kind: "notAFeed", reason: "webPage" };
    if (!HTML_NAMES.has(tag.name)) return { kind: "notAFeed", reason: "otherXml" };
    reason = "webPage";
  }
  return { kind: "notAFeed", reason: /<!doctype\s+html/i.test(text.slice(0, 1024)) ? "webPage" : reason };
}

function prologOf(text: string, root: Tag): { hasJunk: boolean; hasDoctype: boolean } {
  const prolog = text.slice(0, root.start).trim();
  return { hasJunk: !/^(<[?!]|$)/.test(prolog), hasDoctype: /<!doctype/i.test(prolog) };
}

const JUNK_LENGTH = 65_536;

const ROOTS = new Map<string, "rss" | "rdf" | "atom" | "opml">([
  ["rss", "rss"],
  ["rdf", "rdf"],
  ["feed", "atom"],
  ["opml", "opml"],
]);

const PAGE_NAMES = new Set(["html", "head", "body", "title", "meta"]);
