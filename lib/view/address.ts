import type { Filter } from "../model.ts";

/** What a page shows: a list, over it maybe a search, over or beside both maybe an article. */
export type Address = {
  filter: Filter;
  /** Null while there is no search. */
  searched: string | null;
  openId: number | null;
};

export const EVERYTHING: Filter = { view: "all", tag: null, feedId: null };

/** What an address names after its `#`: `#/unread/tag/world`, `#/source/home`, `#/search/map`, each with `/article/42`. */
export function addressOf(hash: string): Address {
  const groups = FORM.exec(hash)?.groups ?? {};
  const { view, kind, name, text, id } = groups;
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
  };
}

const FORM =
  /^#(?:\/(?<view>unread|all|starred|later))?(?:\/(?<kind>tag|source)\/(?<name>[^/]+))?(?:\/search\/(?<text>.*?))?(?:\/article\/(?<id>\d{1,15}))?\/?$/;

export function hashOf({ filter: { view, tag, feedId }, searched, openId }: Address): string {
  const parts: string[] = [];
  if (view !== "all") parts.push(view);
  if (tag !== null) parts.push("tag", encoded(tag));
  else if (feedId !== null) parts.push("source", encoded(feedId));
  if (searched !== null) parts.push("search", encoded(searched));
  if (openId !== null) parts.push("article", String(openId));
  return `#/${parts.join("/")}`;
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
