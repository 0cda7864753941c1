import { type Draft, type DraftItem, draftText, first, present } from "./draft.ts";
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
import type { RdfDocument, RdfItem } from "./parse.ts";

/** RSS 0.90 and 1.0, which are RDF. */
export function draftOfRdf(feed: RdfDocument): Draft {
  const links = feed.atom?.links ?? [];
  const linkOf = (rel: string) => first(links.filter((link) => link.rel === rel).map((link) => link.href));
  return {
    title: draftText(first([feed.title, feed.dc?.titles?.[0]]), "loose"),
    homeUrl: feed.link ?? null,
    selfUrl: linkOf("self"),
    nextUrl: olderLink(linkOf),
    description: draftText(first([feed.description, feed.dc?.descriptions?.[0]]), "loose"),
    language: first([feed.dc?.languages?.[0], feed.xml?.lang]),
    iconUrl: feed.image?.url ?? null,
    base: feed.xml?.base ?? null,
    hints: hintsOf({ sy: feed.sy }),
    authors: [],
    items: (feed.items ?? []).map(draftOfItem),
  };
}

function draftOfItem(item: RdfItem): DraftItem {
  return {
    guid: first([item.atom?.id, item.rdf?.about]),
    links: present([item.link, item.rdf?.about]),
    title: draftText(item.title, "loose") ?? moduleTitle(item),
    bodies: present([draftText(item.content?.encoded, "html"), draftText(item.atom?.content?.value, "html")]),
    summaries: present([draftText(item.description, "loose"), ...moduleSummaries(item)]),
    authors: moduleAuthors(item),
    categories: moduleCategories(item),
    published: present([...calendarDays(item), ...moduleDates(item), item.atom?.published]),
    updated: present([item.atom?.updated, item.dcterms?.modified?.[0]]),
    images: moduleImages(item),
    enclosures: [],
    commentsUrl: null,
    language: first([item.xml?.lang, item.dc?.languages?.[0]]),
    base: item.xml?.base ?? null,
  };
}
