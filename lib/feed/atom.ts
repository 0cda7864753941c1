import { type Draft, type DraftItem, type DraftText, first, NO_HINTS, present } from "./draft.ts";
import { hintsOf } from "./hints.ts";
import {
  calendarDays,
  moduleAuthors,
  moduleSummaries,
  moduleCategories,
  moduleDates,
  moduleImages,
  moduleTitle,
} from "./modules.ts";
import { olderLink } from "./olderLink.ts";
import type { AtomDocument, AtomEntry, AtomLink, AtomText } from "./parse.ts";

/** Atom 1.0 (RFC 4287) and 0.3. */
export function draftOfAtom(feed: AtomDocument): Draft {
  const links = feed.links ?? [];
  return {
    title: textOfConstruct(feed.title),
    homeUrl: first(linksOf(links, "alternate")),
    selfUrl: first(linksOf(links, "self")),
    nextUrl: olderLink((relation) => first(linksOf(links, relation))),
    description: textOfConstruct(feed.subtitle),
    language: first([feed.xml?.lang, feed.dc?.languages?.[0]]),
    iconUrl: first([feed.icon, feed.logo]),
    base: feed.xml?.base ?? null,
    hints: feed.sy ? hintsOf({ sy: feed.sy }) : NO_HINTS,
    authors: namesOf(feed.authors),
    items: (feed.entries ?? []).map(draftOfEntry),
  };
}

function draftOfEntry(entry: AtomEntry): DraftItem {
  const links = entry.links ?? [];
  const authors = namesOf(entry.authors);
  return {
    guid: entry.id ?? null,
    // A text that lies elsewhere is what such an entry is about.
    links: [...linksOf(links, "alternate"), ...present([entry.content?.src])],
    title: textOfConstruct(entry.title) ?? moduleTitle(entry),
    bodies: present([textOfConstruct(entry.content)]),
    summaries: present([textOfConstruct(entry.summary), ...moduleSummaries(entry)]),
    authors: authors.length > 0 ? authors : [...moduleAuthors(entry), ...namesOf(entry.source?.authors)],
    categories: categoriesOf(entry),
    published: present([...calendarDays(entry), entry.published, ...moduleDates(entry)]),
    updated: present([entry.updated, entry.dcterms?.modified?.[0]]),
    images: imagesOf(entry),
    enclosures: enclosuresOf(links),
    commentsUrl: first(linksOf(links, "replies")),
    language: first([entry.content?.xml?.lang, entry.xml?.lang, entry.dc?.languages?.[0]]),
    base: entry.xml?.base ?? null,
  };
}

/** No `rel` means alternate. Of several alternates the page for people comes first. */
function linksOf(links: AtomLink[], rel: string): string[] {
  const matching = links.filter((link) => relationOf(link) === rel);
  const isPage = (link: AtomLink) => link.type === undefined || /html/.test(link.type);
  return present([...matching.filter(isPage), ...matching.filter((link) => !isPage(link))].map((link) => link.href));
}

/** A registered relation may be written as its address (RFC 4287 §4.2.7.2). */
function relationOf({ rel = "alternate" }: AtomLink): string {
  return rel
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, "");
}

/** Atom 0.3 names MIME types where 1.0 says `text`, `html` or `xhtml`. */
function textOfConstruct(construct: Partial<AtomText> | undefined): DraftText | null {
  if (!construct?.value) return null;
  return { value: construct.value, type: typeOf(construct.type), base: construct.xml?.base ?? null };
}

function typeOf(type: string | undefined): DraftText["type"] {
  if (type === undefined) return "loose";
  const lower = type.trim().toLowerCase();
  if (lower === "text/markdown" || lower === "text/x-markdown") return "markdown";
  return lower === "text" || lower === "text/plain" ? "text" : "html";
}

function namesOf(people: { name?: string; email?: string }[] | undefined): string[] {
  return present((people ?? []).map((person) => first([person.name, person.email])));
}

function categoriesOf(entry: AtomEntry): string[] {
  const labels = (entry.categories ?? []).map((category) => first([category.term, category.label]));
  return [...present(labels), ...moduleCategories(entry)];
}

function imagesOf(entry: AtomEntry): DraftItem["images"] {
  const enclosed = (entry.links ?? []).filter(
    (link) => relationOf(link) === "enclosure" && /^image\//.test(link.type ?? ""),
  );
  const linked = present(enclosed.map((link) => link.href)).map((url) => ({ url, alt: "" }));
  return [...moduleImages(entry), ...linked];
}

function enclosuresOf(links: AtomLink[]): DraftItem["enclosures"] {
  const enclosed = links.filter((link) => relationOf(link) === "enclosure");
  return enclosed.flatMap(({ href, type, length }) =>
    href ? [{ url: href, type: type ?? "", length: length ?? null }] : [],
  );
}
