import type { Filter } from "../model.ts";

/** What a page shows: a list, over it maybe a search, over or beside both maybe an article. */
export type Address = {
  filter: Filter;
  /** Null while there is no search. */
  searched: string | null;
  openId: number | null;
  /** All tags lie over the list, which is not named then. */
  isTags?: boolean;
};

export const EVERYTHING: Filter = { view: "all", tag: null, feedId: null };

/** What an address names after its `#`: `#/unread/tag/world`, `#/source/home`, `#/tags`, `#/search/map`, each with `/article/42`. */
export function addressOf(hash: string): Address {
  const groups = FORM.exec(hash)?.groups ?? {};
  const { tags, view, kind, name, text, id } = groups;
  const named = name === undefined ? null : decoded(name);
  return {
    filter: {
      // Checked: the expression admits the names of views only.
      view: (view as Filter["view"] | undefined) ?? "all",
      tag: kind === "tag" ? named : null,
      feedId: kind === "source" ? named : null,
    },
    searched: text === undefined ? null : decoded(text),
    openId: id === undefined ? null : Number(id),
    ...(tags !== undefined && { isTags: true }),
  };
}

const FORM =
  /^#(?:\/(?<tags>tags)|(?:\/(?<view>unread|all|starred|later))?(?:\/(?<kind>tag|source)\/(?<name>[^/]+))?)(?:\/search\/(?<text>.*?))?(?:\/article\/(?<id>\d{1,15}))?\/?$/;

export function hashOf({ filter, searched, openId, isTags }: Address): string {
  const parts = isTags ? ["tags"] : partsOf(filter);
  if (searched !== null) parts.push("search", encoded(searched));
  if (openId !== null) parts.push("article", String(openId));
  return `#/${parts.join("/")}`;
}

function partsOf({ view, tag, feedId }: Filter): string[] {
  const parts = view === "all" ? [] : [view];
  if (tag !== null) return [...parts, "tag", encoded(tag)];
  return feedId === null ? parts : [...parts, "source", encoded(feedId)];
}

export const hashOfList = (filter: Filter): string => hashOf({ filter, searched: null, openId: null });

/** Half a pair of a character cannot be written in an address. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand: a lone percent sign stands for itself.
    return text;
  }
}
