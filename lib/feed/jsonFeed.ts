import * as z from "zod/mini";
import { type Draft, type DraftItem, draftText, first, NO_HINTS, present } from "./draft.ts";
import { ITEMS_KEPT } from "./limits.ts";
import { keepNewest } from "./newest.ts";

// The content security policy forbids making code from strings; without this zod tries to, once.
z.config({ jitless: true });

/**
 * JSON Feed 1.0 and 1.1, and what calls itself neither but has the shape. A field of the wrong type counts as missing.
 * Null where the value is no feed. `dropped` counts items beyond the newest that are kept.
 */
export function readJsonFeed(value: unknown): { draft: Draft; dropped: number } | null {
  const parsed = feedShape.safeParse(value);
  if (!parsed.success) return null;
  const feed = parsed.data;
  const isFeed = /jsonfeed\.org|^1(\.\d)?$/.test(feed.version ?? "") || feed.items !== undefined;
  if (!isFeed || (feed.items === undefined && feed.title === undefined)) return null;
  const items = feed.items ?? [];
  const kept = keepNewest(items, ITEMS_KEPT, rawDateOf);
  return { draft: draftOf(feed, kept), dropped: items.length - kept.length };
}

function draftOf(feed: z.infer<typeof feedShape>, items: unknown[]): Draft {
  return {
    title: draftText(feed.title, "text"),
    homeUrl: feed.home_page_url ?? null,
    selfUrl: feed.feed_url ?? null,
    nextUrl: feed.next_url ?? null,
    description: draftText(feed.description, "text"),
    language: feed.language ?? null,
    iconUrl: first([feed.icon, feed.favicon]),
    base: null,
    hints: NO_HINTS,
    authors: namesOf(feed),
    items: items.flatMap((item) => {
      const parsed = itemShape.safeParse(item);
      return parsed.success ? [draftOfItem(parsed.data)] : [];
    }),
  };
}

function draftOfItem(item: z.infer<typeof itemShape>): DraftItem {
  return {
    guid: item.id === undefined ? null : String(item.id),
    links: present([item.url, item.external_url]),
    title: draftText(item.title, "text"),
    bodies: present([
      draftText(item._source?.markdown ?? item._markdown, "markdown"),
      draftText(item.content_html, "html"),
      draftText(item.content_text, "text"),
    ]),
    summaries: present([draftText(item.summary, "text")]),
    authors: namesOf(item),
    categories: present((item.tags ?? []).map((tag) => (typeof tag === "string" ? tag : null))),
    published: present([item._source?.date, item.date_published]),
    updated: present([item.date_modified]),
    images: present([item.image, item.banner_image]).map((url) => ({ url, alt: "" })),
    enclosures: enclosuresOf(item.attachments ?? []),
    commentsUrl: null,
    language: item.language ?? null,
    base: null,
  };
}

/** 1.1 has `authors`, 1.0 had `author`. */
function namesOf({ authors, author }: Pick<z.infer<typeof itemShape>, "author" | "authors">): string[] {
  return present([...(authors ?? []), author].map((person) => personShape.safeParse(person).data?.name));
}

function enclosuresOf(attachments: unknown[]): DraftItem["enclosures"] {
  return attachments.flatMap((attachment) => {
    const { url, mime_type, size_in_bytes } = attachmentShape.safeParse(attachment).data ?? {};
    return url ? [{ url, type: mime_type ?? "", length: size_in_bytes ?? null }] : [];
  });
}

function rawDateOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  const published = "date_published" in item ? item.date_published : null;
  const date = published ?? ("date_modified" in item ? item.date_modified : null);
  return typeof date === "string" ? date : null;
}

/** A field that may be missing, and that is as good as missing where it has the wrong type. */
const text = () => z.catch(z.optional(z.string()), undefined);
const number = () => z.catch(z.optional(z.number()), undefined);
const list = () => z.catch(z.optional(z.array(z.unknown())), undefined);
const personShape = z.object({ name: text() });
const attachmentShape = z.object({ url: text(), mime_type: text(), size_in_bytes: number() });
const people = { author: z.optional(z.unknown()), authors: list(), language: text() };

const feedShape = z.object({
  ...people,
  version: text(),
  title: text(),
  home_page_url: text(),
  feed_url: text(),
  next_url: text(),
  description: text(),
  icon: text(),
  favicon: text(),
  items: list(),
});

const itemShape = z.object({
  ...people,
  id: z.catch(z.optional(z.union([z.string(), z.number()])), undefined),
  url: text(),
  external_url: text(),
  title: text(),
  summary: text(),
  content_html: text(),
  content_text: text(),
  image: text(),
  banner_image: text(),
  date_published: text(),
  date_modified: text(),
  tags: list(),
  attachments: list(),
  /** The publisher's Markdown and calendar date; the names mirror RSS's `source:markdown`. */
  _source: z.catch(z.optional(z.object({ markdown: text(), date: text() })), undefined),
  _markdown: text(),
});
