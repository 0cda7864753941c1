import { decode } from "./decode.ts";
import { readPage } from "./discover.ts";
import type { FeedDocument, NotAFeed } from "./document.ts";
import { readDocument, type From } from "./readDocument.ts";

/** Reads any bytes as a feed. Never throws: what is not a feed says why, and a web page names the feeds it knows. */
export function readFeed(bytes: Uint8Array, from: From): FeedDocument | NotAFeed {
  const read = readDocument(bytes, from);
  if (read.kind === "feed") return read;
  const isPage = read.reason === "webPage";
  const candidates = isPage ? readPage(decode(bytes, from.contentType).text, from.url).candidates : [];
  return { ...read, candidates: candidates.map(({ url }) => url) };
}
