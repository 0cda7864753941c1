import type { Engine } from "./fields.ts";
import { readWithFastXmlParser } from "./peers/fastXmlParser.ts";
import { readWithFeedsmith } from "./peers/feedsmith.ts";
import { readWithRssParser } from "./peers/rssParser.ts";

/** What others make of the same documents, each with the plain mapping that someone in a hurry would write. */
export const PEERS: Record<string, Engine> = {
  feedsmith: (bytes, from) => readWithFeedsmith(textOf(bytes), from),
  "fast-xml-parser": (bytes, from) => readWithFastXmlParser(textOf(bytes), from),
  "rss-parser": (bytes, from) => readWithRssParser(textOf(bytes), from),
};

/** They take text, and a page's `response.text()` knows only this encoding. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
