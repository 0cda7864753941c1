import { decode } from "../../lib/feed/decode.ts";
import { readFeed } from "../../lib/feed/read.ts";
import type { FeedDocument, Item } from "../../lib/feed/document.ts";
import type { Fields, ItemFields, Markup, Source, Texts } from "./fields.ts";

/** What runs inside the browser: the product's engine, and the browser's own decoder to compare with. */
export function fieldsOf(base64: string, from: Source): Fields | string {
  const read = readFeed(bytesOf(base64), { ...from, now: NOW });
  return read.kind === "feed" ? fieldsOfFeed(read) : read.reason;
}

/** A text as the engine decodes it and as the browser does under a label. */
export function textsOf(base64: string, from: Source, label: string): Texts {
  const bytes = bytesOf(base64);
  return {
    ours: decode(bytes, from.contentType).text,
    asked: decodeAs(label, bytes),
    certainty: certaintyOf(bytes, from),
  };
}

function fieldsOfFeed(feed: FeedDocument): Fields {
  return { title: feed.title, link: feed.homeUrl, items: feed.items.map(fieldsOfItem) };
}

function fieldsOfItem(item: Item): ItemFields {
  const body: Markup[] =
    item.body === null
      ? []
      : [{ value: item.body.source, isHtml: item.body.format === "html", baseUrl: item.body.baseUrl }];
  const { url, title, authors, categories, publishedAt, updatedAt, enclosures } = item;
  return {
    ...{ id: item.guid, link: url, title, authors, tags: categories, published: publishedAt, updated: updatedAt },
    content: body,
    summary: [...body, { value: item.summary, isHtml: false, baseUrl: null }],
    enclosures,
  };
}

/** ASCII reads the same in any encoding; of bytes that are not the UTF-8 that they say or should be, nobody can know. */
function certaintyOf(bytes: Uint8Array, { contentType }: Source): Texts["certainty"] {
  if (bytes.every((byte) => byte > 0 && byte < 0x80)) return "any";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const isWide = /^(ÿþ|þÿ)|\0/.test(head);
  const claim =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? "") ?? /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head);
  const isOther = claim !== null && !/^utf-?8$/i.test(claim[1] ?? "");
  return isWide || isOther || isUtf8(bytes) ? "sure" : "guess";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A browser has no UTF-32. */
function decodeAs(label: string, bytes: Uint8Array): string {
  if (!label.startsWith("utf-32")) return new TextDecoder(label).decode(bytes);
  const view = new DataView(bytes.buffer);
  const codes = Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) =>
    view.getUint32(i * 4, label.endsWith("le")),
  );
  return String.fromCodePoint(...codes).replace(/^\uFEFF/, "");
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const NOW = Date.UTC(2026, 10, 23);
