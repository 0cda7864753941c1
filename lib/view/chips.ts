import type { Counts } from "../db/counters.ts";
import { tagOfScope, tagScope } from "../db/layout.ts";

/** A tag to filter by, with its unread articles; the tag null stands for "All". */
export type Chip = { tag: string | null; unread: number };

/** More would cost time to draw and nobody would scroll to them. */
const MOST = 60;

/** The site's own tags in the site's order, then all others by their unread articles. */
export function tagsInOrder(counts: Counts, first: readonly string[]): string[] {
  const tags = [...counts.keys()].map((scope) => tagOfScope(scope, "all")).filter((tag) => tag !== null);
  const named = first.filter((tag) => tags.includes(tag));
  const others = tags.filter((tag) => !named.includes(tag));
  others.sort((a, b) => unreadOf(counts, b) - unreadOf(counts, a) || a.localeCompare(b));
  return [...named, ...others].slice(0, MOST);
}

/** Keeps the chips where they are while somebody looks at them: new tags go to the end, vanished ones go. */
export function settledOrder(shown: readonly string[], current: readonly string[]): string[] {
  const kept = shown.filter((tag) => current.includes(tag));
  return [...kept, ...current.filter((tag) => !kept.includes(tag))];
}

export function chipsOf(tags: readonly string[], counts: Counts): Chip[] {
  const all: Chip = { tag: null, unread: counts.get("unread") ?? 0 };
  return [all, ...tags.map((tag) => ({ tag, unread: unreadOf(counts, tag) }))];
}

/** More than fit beside one another, however short: the others need not be there at the first paint. */
const IN_SIGHT = 12;

export const chipsInSight = (chips: Chip[]): Chip[] => chips.slice(0, IN_SIGHT);

const unreadOf = (counts: Counts, tag: string): number => counts.get(tagScope("unread", tag)) ?? 0;
