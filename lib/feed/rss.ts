import { type Draft, type DraftItem, draftText, first, present } from "./draft.ts";
import { hintsOf } from "./hints.ts";
import { olderLink } from "./olderLink.ts";
import { decodeMarkdown } from "./sourceMarkdown.ts";
import {
  calendarDays,
  moduleAuthors,
  moduleSummaries,
  moduleCategories,
  moduleDates,
  moduleImages,
  moduleTitle,
} from "./modules.ts";
import type { RssDocument, RssItem } from "./parse.ts";

/** RSS 0.9x to 2.0. `markdown` holds the sources that `prepare.ts` set aside. */
export function draftOfRss(feed: RssDocument, markdown: string[]): Draft {
  const links = feed.atom?.links ?? [];
  const linkOf = (rel: string) => first(links.filter((link) => link.rel === rel).map((link) => link.href));
  return {
    title: draftText(first([feed.title, feed.dc?.titles?.[0], feed.itunes?.title]), "loose"),
    homeUrl: first([feed.link, linkOf("alternate")]),
    selfUrl: linkOf("self"),
    nextUrl: olderLink(linkOf),
    description: draftText(first([feed.description, feed.itunes?.subtitle, feed.itunes?.summary]), "loose"),
    language: first([feed.language, feed.dc?.languages?.[0], feed.xml?.lang]),
    iconUrl: first([feed.image?.url, feed.itunes?.image]),
    base: feed.xml?.base ?? null,
    hints: hintsOf({ ttl: feed.ttl, hours: feed.skipHours, days: feed.skipDays, sy: feed.sy }),
    // The editor and the webmaster of a feed did not write its articles.
    authors: [],
    items: (feed.items ?? []).map((item) => draftOfItem(item, markdown)),
  };
}

function draftOfItem(item: RssItem, markdown: string[]): DraftItem {
  return {
    guid: first([item.guid?.value, item.atom?.id]),
    links: linksOf(item),
    title: draftText(item.title, "loose") ?? draftText(item.atom?.title?.value, "loose") ?? moduleTitle(item),
    bodies: bodiesOf(item, markdown),
    summaries: present([
      draftText(item.description, "loose"),
      draftText(item.atom?.summary?.value, "loose"),
      ...moduleSummaries(item),
    ]),
    authors: authorsOf(item),
    categories: [...present((item.categories ?? []).map((category) => category.name)), ...moduleCategories(item)],
    published: present([...calendarDays(item), item.pubDate, ...moduleDates(item), item.atom?.published]),
    updated: present([item.atom?.updated, item.dcterms?.modified?.[0]]),
    images: imagesOf(item),
    enclosures: enclosuresOf(item),
    commentsUrl: item.comments ?? null,
    language: first([item.xml?.lang, item.dc?.languages?.[0]]),
    base: item.xml?.base ?? null,
  };
}

function linksOf(item: RssItem): string[] {
  const alternates = (item.atom?.links ?? []).filter((link) => link.rel === undefined || link.rel === "alternate");
  return present([item.link, ...alternates.map((link) => link.href), permalink(item)]);
}

/** A guid is a link by default, but only where it looks like one: many are numbers and tags without saying so. */
function permalink(item: RssItem): string | null {
  const guid = item.guid?.value ?? "";
  if (item.guid?.isPermaLink === false || /\s/.test(guid)) return null;
  return /^https?:\/\//i.test(guid) ? guid : null;
}

function bodiesOf(item: RssItem, markdown: string[]): DraftItem["bodies"] {
  const source = markdown[Number(item.sourceNs?.markdown ?? Number.NaN)];
  return present([
    draftText(source === undefined ? null : decodeMarkdown(source), "markdown"),
    draftText(item.content?.encoded, "html"),
    draftText(item.atom?.content?.value, "html"),
  ]);
}

function authorsOf(item: RssItem): string[] {
  const named = present((item.authors ?? []).map((person) => first([person.name, person.email])));
  if (named.length > 0) return named;
  const atom = present((item.atom?.authors ?? []).map((person) => first([person.name, person.email])));
  return atom.length > 0 ? atom : moduleAuthors(item);
}

function imagesOf(item: RssItem): DraftItem["images"] {
  const enclosed = (item.enclosures ?? []).filter((enclosure) => /^image\//.test(enclosure.type ?? ""));
  const { itunes, ...rest } = item;
  return [
    ...moduleImages(rest),
    ...present(enclosed.map((enclosure) => enclosure.url)).map((url) => ({ url, alt: "" })),
    ...moduleImages(itunes ? { itunes } : {}),
  ];
}

function enclosuresOf(item: RssItem): DraftItem["enclosures"] {
  return (item.enclosures ?? []).flatMap(({ url, type, length }) =>
    url ? [{ url, type: type ?? "", length: length ?? null }] : [],
  );
}
