import type { Article, Place, View } from "../model.ts";
import { feedScope } from "./layout.ts";
import { tagScope } from "./tagScope.ts";

/** Where articles stand that a muted tag keeps out of a view, or out of its list of another tag: so they are found. */
export const hiddenScope = (view: View, tag?: string): string => (tag === undefined ? `${view} !` : `${view} !#${tag}`);

type Placed = Pick<Article, "unread" | "starred" | "later" | "tags" | "mutedBy" | "feedId">;

export function scopesOf(article: Placed): string[] {
  const { tags, feedId, mutedBy } = article;
  return viewsOf(article).flatMap((view) => [
    ...(mutedBy && isForNews(view)
      ? hiddenScopes(view, tags, mutedBy)
      : [view, ...tags.map((tag) => tagScope(view, tag))]),
    feedScope(view, feedId),
  ]);
}

function hiddenScopes(view: View, tags: string[], mutedBy: string[]): string[] {
  const places = tags.map((tag) => (mutedBy.includes(tag) ? tagScope(view, tag) : hiddenScope(view, tag)));
  return [hiddenScope(view), ...places];
}

/** What people starred or saved they want to see, whatever they muted. */
const isForNews = (view: View): boolean => view === "all" || view === "unread";

/** The index keys of an article: ties of `sortAt` fall to the id, so pages by key neither skip nor repeat. */
export function placesOf(article: Placed & Pick<Article, "id" | "sortAt">): Place[] {
  return scopesOf(article).map((scope) => [scope, article.sortAt, article.id]);
}

function viewsOf(article: Placed): View[] {
  const views: View[] = ["all"];
  if (article.unread) views.push("unread");
  if (article.starred) views.push("starred");
  if (article.later) views.push("later");
  return views;
}
