import { type DraftItem, type DraftText, draftText, first, present } from "./draft.ts";
import type { ItemOrFeedMedia, ItunesItem } from "./parse.ts";

/** What items of every XML format may carry from the common namespaces, as the parser gives it. */
export type Modules = {
  dc?: {
    titles?: string[];
    creators?: string[];
    subjects?: string[];
    descriptions?: string[];
    dates?: string[];
    languages?: string[];
    identifiers?: string[];
  };
  dcterms?: { created?: string[]; issued?: string[]; modified?: string[]; dates?: string[]; abstracts?: string[] };
  media?: ItemOrFeedMedia;
  itunes?: ItunesItem;
};

export function moduleTitle(item: Modules): DraftText | null {
  return draftText(first([item.dc?.titles?.[0], item.media?.title?.value, item.itunes?.title]), "loose");
}

/** Long to short: the last ones describe the picture or the episode rather than being the text. */
export function moduleSummaries(item: Modules): DraftText[] {
  const media = first([item.media?.groups?.[0]?.description?.value, item.media?.description?.value]);
  return present([
    draftText(item.dc?.descriptions?.[0], "loose"),
    draftText(item.dcterms?.abstracts?.[0], "loose"),
    draftText(item.itunes?.summary, "loose"),
    draftText(media, "loose"),
    draftText(item.itunes?.subtitle, "text"),
  ]);
}

export function moduleAuthors(item: Modules): string[] {
  const creators = present(item.dc?.creators);
  return creators.length > 0 ? creators : present([item.itunes?.author]);
}

export function moduleCategories(item: Modules): string[] {
  const group = item.media?.groups?.[0];
  const keywords = item.media?.keywords ?? group?.keywords;
  const categories = item.media?.categories ?? group?.categories ?? item.media?.contents?.[0]?.categories;
  const labels = (categories ?? []).map((category) => first([category.label, category.name]));
  return present([...(item.dc?.subjects ?? []), ...(item.itunes?.keywords ?? []), ...(keywords ?? []), ...labels]);
}

export function moduleImages(item: Modules): DraftItem["images"] {
  const groups = item.media?.groups ?? [];
  const contents = [...present(item.media?.contents), ...groups.flatMap((group) => present(group.contents))];
  const pictures = contents.filter((content) => content.medium === "image" || /^image\//.test(content.type ?? ""));
  const thumbnails = [item.media, ...contents, ...groups].flatMap((holder) => present(holder?.thumbnails));
  const urls = [...pictures, ...thumbnails].map((picture) => picture.url);
  return present([...urls, item.itunes?.image]).map((url) => ({ url, alt: "" }));
}

/** A day without a time is a calendar date and beats the timed claim beside it, which only had to be some time. */
export function calendarDays(item: Modules): string[] {
  return present(item.dc?.dates).filter((date) => /^\s*\d{4}-\d\d-\d\d\s*$/.test(date));
}

export function moduleDates(item: Modules): string[] {
  const terms = item.dcterms;
  return present([...(item.dc?.dates ?? []), terms?.issued?.[0], terms?.created?.[0], terms?.dates?.[0]]);
}
