import { attributesOf } from "./attributes.ts";
import { decode } from "./decode.ts";
import type { NotAFeedReason } from "./document.ts";
import { decodeEntities } from "./html.ts";
import { CATEGORIES_KEPT, OPML_BYTES, OPML_FEEDS, OPML_LEVELS, TITLE_LENGTH } from "./limits.ts";
import { readOutline, type SkipReason } from "./outline.ts";
import { sniff } from "./sniff.ts";
import { cleanLine } from "./text.ts";
import { canonicalUrl } from "./url.ts";
import { localName, nextTag, type Tag } from "./xml.ts";

/** A list of feeds, as feed readers hand them to each other: http://opml.org/spec2.opml and what is sold under its name. */
export type Opml = {
  kind: "opml";
  title: string;
  feeds: OpmlFeed[];
  /** Every other outline with an address: none is dropped without a word. */
  skipped: SkippedOutline[];
  /** False where the text ends before the list does. */
  isWhole: boolean;
};

/** `tags` are the labels of the folders around it and of its `category`, each once. */
export type OpmlFeed = { url: string; title: string; homeUrl: string | null; tags: string[] };

/** `url` is what the file says, for people to read and never to open. */
export type SkippedOutline = { text: string; url: string; why: SkipReason | "duplicate" | "tooMany" | "broken" };

export type NotOpml = { kind: "notOpml"; reason: "tooLarge" | "feed" | Exclude<NotAFeedReason, "opml"> };

/**
 * Reads a list of feeds from a file's bytes, forgiving whatever leaves an address readable. Folders become tags, each
 * on the way in, because tags do not nest. An address that is listed twice is one feed with the tags of both places.
 */
export function readOpml(bytes: Uint8Array): Opml | NotOpml {
  if (bytes.length > OPML_BYTES) return { kind: "notOpml", reason: "tooLarge" };
  const { text } = decode(bytes, null);
  const sniffed = sniff(text);
  if (sniffed.kind !== "notAFeed") return { kind: "notOpml", reason: "feed" };
  if (sniffed.reason !== "opml") return { kind: "notOpml", reason: sniffed.reason };
  return walk(text);
}

type Walk = {
  text: string;
  title: string;
  feeds: Map<string, OpmlFeed>;
  skipped: SkippedOutline[];
  /** The open outlines from the outside in; null for one that names no folder. */
  folders: (string | null)[];
};

/** Goes through the tags one after another: a list may be nested as deep as its size allows. */
function walk(text: string): Opml {
  const work: Walk = { text, title: "", feeds: new Map(), skipped: [], folders: [] };
  let isWhole = false;
  let end = 0;
  for (let tag = nextTag(text, end); tag !== null; tag = nextTag(text, end)) {
    noteBroken(work, end, tag.start);
    const name = localName(tag.name);
    if (name === "outline" && tag.isClosing) work.folders.pop();
    else if (name === "outline") enter(work, tag);
    else if (name === "title" && !tag.isClosing) work.title ||= titleAt(text, tag);
    else if (name === "opml" && tag.isClosing) isWhole = true;
    end = tag.end;
  }
  noteBroken(work, end, text.length);
  const { title, feeds, skipped } = work;
  return { kind: "opml", title, feeds: [...feeds.values()], skipped, isWhole };
}

function titleAt(text: string, tag: Tag): string {
  const end = text.indexOf("<", tag.end);
  return cleanLine(decodeEntities(text.slice(tag.end, end === -1 ? undefined : end)), TITLE_LENGTH);
}

function enter(work: Walk, tag: Tag): void {
  const outline = readOutline(attributesOf(work.text.slice(tag.start, tag.end)));
  if (outline.kind === "feed") addFeed(work, outline.feed);
  if (outline.kind === "skipped") work.skipped.push(outline.pointer);
  if (!tag.isEmpty) work.folders.push(outline.kind === "folder" ? outline.name : null);
}

function addFeed(work: Walk, feed: OpmlFeed): void {
  const tags = [...foldersAround(work, feed), ...feed.tags];
  const key = canonicalUrl(feed.url);
  const present = work.feeds.get(key);
  const { title: text, url } = feed;
  if (present) {
    present.tags = unique([...present.tags, ...tags]);
    work.skipped.push({ text, url, why: "duplicate" });
  } else if (work.feeds.size < OPML_FEEDS) work.feeds.set(key, { ...feed, tags: unique(tags) });
  else work.skipped.push({ text, url, why: "tooMany" });
}

/** A folder with the name of its feed is a program's way to keep one feed, and says nothing about it. */
function foldersAround({ folders }: Walk, { title }: OpmlFeed): string[] {
  return folders.slice(0, OPML_LEVELS).flatMap((name) => (name === null || name === title ? [] : [name]));
}

/** What stands between two tags is text, unless it was meant as a tag and has no end. */
function noteBroken(work: Walk, from: number, to: number): void {
  if (work.text.indexOf("<", from) >= to) return;
  const between = work.text.slice(from, to).replace(HIDDEN, "");
  for (const [source] of between.matchAll(BROKEN)) {
    const outline = readOutline(attributesOf(source));
    if (outline.kind === "feed") work.skipped.push({ text: outline.feed.title, url: outline.feed.url, why: "broken" });
    if (outline.kind === "skipped") work.skipped.push({ ...outline.pointer, why: "broken" });
  }
}

function unique(labels: string[]): string[] {
  return [...new Set(labels)].slice(0, CATEGORIES_KEPT);
}

const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g;
const BROKEN = /<(?:[\w.-]+:)?outline\s[^<]*/gi;
