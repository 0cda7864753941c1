import { type Draft, type DraftItem, draftText, first, NO_HINTS, present } from "./draft.ts";
import { ITEMS_KEPT } from "./limits.ts";
import { keepNewest } from "./newest.ts";

/**
 * JSON Feed 1.0 and 1.1, and what calls itself neither but has the shape. A field of the wrong type counts as missing.
 * Null where the value is no feed. `dropped` counts items beyond the newest that are kept.
 */
export function readJsonFeed(value: unknown): { draft: Draft; dropped: number } | null {
  const feed = fieldsOf(value);
  const hasItems = Array.isArray(feed["items"]);
  if (!hasItems && !/jsonfeed\.org|^1(\.\d)?$/.test(text(feed["version"]) ?? "")) return null;
  if (!hasItems && text(feed["title"]) === null) return null;
  const items = list(feed["items"]);
  const kept = keepNewest(items, ITEMS_KEPT, rawDateOf);
  return { draft: draftOf(feed, kept), dropped: items.length - kept.length };
}

function draftOf(feed: Fields, items: unknown[]): Draft {
  return {
    title: draftText(text(feed["title"]), "text"),
    homeUrl: text(feed["home_page_url"]),
    selfUrl: text(feed["feed_url"]),
    nextUrl: text(feed["next_url"]),
    description: draftText(text(feed["description"]), "text"),
    language: text(feed["language"]),
    iconUrl: first([text(feed["icon"]), text(feed["favicon"])]),
    base: null,
    hints: NO_HINTS,
    authors: namesOf(feed),
    items: items.filter(isObject).map(draftOfItem),
  };
}

function draftOfItem(item: Fields): DraftItem {
  // The publisher's Markdown and calendar date; the names mirror RSS's `source:markdown`.
  const source = fieldsOf(item["_source"]);
  return {
    guid: idOf(item["id"]),
    links: present([text(item["url"]), text(item["external_url"])]),
    title: draftText(text(item["title"]), "text"),
    bodies: present([
      draftText(text(source["markdown"]) ?? text(item["_markdown"]), "markdown"),
      draftText(text(item["content_html"]), "html"),
      draftText(text(item["content_text"]), "text"),
    ]),
    summaries: present([draftText(text(item["summary"]), "text")]),
    authors: namesOf(item),
    categories: present(list(item["tags"]).map(text)),
    published: present([text(source["date"]), text(item["date_published"])]),
    updated: present([text(item["date_modified"])]),
    images: present([text(item["image"]), text(item["banner_image"])]).map((url) => ({ url, alt: "" })),
    enclosures: list(item["attachments"]).flatMap(enclosuresOf),
    commentsUrl: null,
    language: text(item["language"]),
    base: null,
  };
}

function idOf(id: unknown): string | null {
  return Number.isFinite(id) ? String(id) : text(id);
}

/** 1.1 has `authors`, 1.0 had `author`. */
function namesOf({ authors, author }: Fields): string[] {
  return present([...list(authors), author].map((person) => text(fieldsOf(person)["name"])));
}

function enclosuresOf(attachment: unknown): DraftItem["enclosures"] {
  const { url, mime_type: type, size_in_bytes: size } = fieldsOf(attachment);
  const address = text(url);
  return address ? [{ url: address, type: text(type) ?? "", length: typeof size === "number" ? size : null }] : [];
}

function rawDateOf(item: unknown): string | null {
  const { date_published: published, date_modified: modified } = fieldsOf(item);
  return text(published ?? modified);
}

/** A JSON object; what a field holds is for its reader to check. */
type Fields = Partial<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
