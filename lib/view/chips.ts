import type { Counts } from "../db/counters.ts";
import { tagOfScope, tagScope } from "../db/tagScope.ts";
import { pinnedTags } from "../tags/pinnedTags.ts";
import type { Choices } from "../tags/mapTags.ts";

/** A tag to filter by, with its unread articles; the tag null stands for "All". */
export type Chip = { tag: string | null; unread: number };

/** More would cost time to draw and nobody would scroll to them. */
const MOST = 60;

/** Pinned tags, whether they have articles or not; the site's own in its order; all others by their unread articles. */
export function tagsInOrder(counts: Counts, first: readonly string[], choices: Choices): string[] {
  const tags = [...counts.keys()].map((scope) => tagOfScope(scope, "all")).filter((tag) => tag !== null);
  tags.sort((a, b) => unreadOf(counts, b) - unreadOf(counts, a) || a.localeCompare(b));
  const ordered = new Set([...pinnedTags(choices), ...first.filter((tag) => tags.includes(tag)), ...tags]);
  return [...ordered].filter((tag) => !choices.get(tag)?.isMuted).slice(0, MOST);
}

export function chipsOf(tags: readonly string[], counts: Counts): Chip[] {
  const all: Chip = { tag: null, unread: counts.get("unread") ?? 0 };
  return [all, ...tags.map((tag) => ({ tag, unread: unreadOf(counts, tag) }))];
}

/** More than fit beside one another, however short: the others need not be there at the first paint. */
const IN_SIGHT = 12;

export const chipsInSight = (chips: Chip[]): Chip[] => chips.slice(0, IN_SIGHT);

const unreadOf = (counts: Counts, tag: string): number => counts.get(tagScope("unread", tag)) ?? 0;
