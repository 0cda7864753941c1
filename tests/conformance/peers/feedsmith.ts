import { type AtomFeed, parseFeed, type RssFeed } from "feedsmith";
import type { Fields, ItemFields, Source } from "../fields.ts";
import { fields, item, type Maybe } from "./plainFields.ts";

export function readWithFeedsmith(text: string, from: Source): Fields {
  return fieldsOfFeedsmith(parseFeed<string>(text), from);
}

function fieldsOfFeedsmith(parsed: ReturnType<typeof parseFeed<string>>, from: Source): Fields {
  if (parsed.format === "json") throw new Error("The corpus is XML");
  if (parsed.format === "atom") {
    const { title, links, entries = [] } = parsed.feed;
    return fields(
      title?.value,
      hrefOf(links),
      entries.map((entry) => itemOfAtom(entry, from)),
      from,
    );
  }
  const { title, link, items = [] } = parsed.feed;
  return fields(
    title,
    link,
    items.map((item) => itemOfRss(item, from)),
    from,
  );
}

function itemOfAtom(entry: AtomFeed.Entry<string>, from: Source): ItemFields {
  const enclosures = (entry.links ?? []).filter((link) => link.rel === "enclosure");
  return item(from, {
    id: entry.id ?? entry.links?.[0]?.href,
    link: hrefOf(entry.links),
    title: entry.title?.value,
    content: [entry.content?.value, entry.summary?.value],
    summary: [entry.summary?.value, entry.media?.groups?.[0]?.description?.value],
    authors: (entry.authors ?? []).map((person) => person.name ?? person.email),
    tags: (entry.categories ?? []).map((category) => category.term ?? category.label),
    published: entry.published,
    updated: entry.updated,
    enclosures: enclosures.map(({ href, type, length }) => ({ url: href, type, length })),
  });
}

/** RSS and RDF have what is asked for under the same names, RDF less of it. */
function itemOfRss(from: RssFeed.Item<string>, source: Source): ItemFields {
  const { itunes, media } = from;
  const about =
    "rdf" in from && typeof from.rdf === "object" && from.rdf !== null && "about" in from.rdf ? from.rdf : {};
  return item(source, {
    id: from.guid?.value ?? ("about" in about ? String(about.about) : null),
    link: from.link ?? (from.guid?.isPermaLink === false ? null : from.guid?.value),
    title: from.title ?? from.dc?.titles?.[0] ?? media?.title?.value,
    content: [from.content?.encoded, from.description],
    summary: [from.description, from.dc?.descriptions?.[0], itunes?.summary],
    authors: [
      ...(from.authors ?? []).map((person) => person.name ?? person.email),
      ...(from.dc?.creators ?? []),
      itunes?.author,
    ],
    tags: [
      ...(from.categories ?? []).map((category) => category.name),
      ...(from.dc?.subjects ?? []),
      ...(media?.categories ?? []).map((category) => category.name),
    ],
    published: from.pubDate ?? from.dc?.dates?.[0],
    updated: from.dcterms?.modified?.[0],
    enclosures: from.enclosures ?? [],
  });
}

function hrefOf(links: Maybe<{ rel?: string; href?: string }[]>): Maybe<string> {
  return links?.find((link) => link.rel === undefined || link.rel === "alternate")?.href;
}
