import type { Filter, View } from "../model.ts";
import { tagScope } from "./tagScope.ts";

/** How rows are laid out. Pure: the popup's first paint reads the store by these names without loading Dexie. */
export const DATABASE = "foldline";

/**
 * A scope names one list of articles: a view, or a view narrowed by a tag or a feed. Every list the pages show is one
 * range of one index, and every count is one counter row under the same name.
 */
export function scopeOf({ view, tag, feedId }: Filter): string {
  if (tag !== null) return tagScope(view, tag);
  if (feedId !== null) return feedScope(view, feedId);
  return view;
}

export const feedScope = (view: View, feedId: string): string => `${view} @${feedId}`;

/** Where the counting of arrivals ends: nobody needs to know more exactly how many wait. */
export const MOST_ARRIVALS = 100;
