import type { Counts } from "../db/counters.ts";
import { tagOfScope, tagScope } from "../db/tagScope.ts";
import { hiddenScope } from "../db/places.ts";
import { grouped } from "../feed/grouped.ts";
import { fold } from "../search/fold.ts";
import type { Choices } from "../tags/mapTags.ts";

/** A tag as the page of all tags shows it. */
export type TagRow = {
  tag: string;
  /** What it is called. */
  name: string;
  unread: number;
  /** Of all its articles, those that other muted tags hide too. */
  count: number;
  isPinned: boolean;
  isMuted: boolean;
  /** Tags that were merged into it. */
  aliases: string[];
};

export type TagOrder = "unread" | "name" | "count";

type Known = { counts: Counts; choices: Choices; nameOf: (tag: string) => string };

/** All that have articles, and those without any of which the reader made something. */
export function tagRows({ counts, choices, nameOf }: Known): TagRow[] {
  const countOf = (scope: string) => counts.get(scope) ?? 0;
  const hidden = hiddenScope("all", "");
  const tags = new Set<string>();
  for (const scope of counts.keys()) {
    const tag = tagOfScope(scope, "all") ?? (scope.startsWith(hidden) ? scope.slice(hidden.length) : null);
    if (tag !== null) tags.add(tag);
  }
  for (const { tag, mergedInto, pinnedAt, isMuted, label } of choices.values()) {
    if (mergedInto !== undefined) tags.add(mergedInto);
    else if (pinnedAt !== undefined || isMuted || label !== undefined) tags.add(tag);
  }
  const aliases = grouped([...choices.values()], ({ mergedInto }) => (mergedInto === undefined ? [] : [mergedInto]));
  return [...tags]
    .filter((tag) => choices.get(tag)?.mergedInto === undefined)
    .map((tag) => ({
      tag,
      name: nameOf(tag),
      unread: countOf(tagScope("unread", tag)),
      count: countOf(tagScope("all", tag)) + countOf(hiddenScope("all", tag)),
      isPinned: choices.get(tag)?.pinnedAt !== undefined,
      isMuted: choices.get(tag)?.isMuted ?? false,
      aliases: aliases.get(tag)?.map((choice) => choice.tag) ?? [],
    }));
}

/** Pinned ones first, in whatever order. */
export function inOrder(rows: readonly TagRow[], order: TagOrder, locale: string): TagRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byName = (a: TagRow, b: TagRow) => compare(a.name, b.name);
  const by = order === "name" ? byName : (a: TagRow, b: TagRow) => b[order] - a[order] || byName(a, b);
  return rows.toSorted((a, b) => Number(b.isPinned) - Number(a.isPinned) || by(a, b));
}

/** Those of which a name has what was typed. */
export function matching(rows: readonly TagRow[], typed: string): readonly TagRow[] {
  const asked = fold(typed).trim();
  if (asked === "") return rows;
  const isMeant = (name: string) => fold(name).includes(asked);
  return rows.filter(({ tag, name, aliases }) => [name, tag, ...aliases].some(isMeant));
}

/** While they are looked at rows keep their places, whatever is counted: new ones go to the end. */
export function settledRows(shown: readonly string[], rows: readonly TagRow[]): TagRow[] {
  const present = new Map(rows.map((row) => [row.tag, row]));
  const known = new Set(shown);
  return [...shown.flatMap((tag) => present.get(tag) ?? []), ...rows.filter(({ tag }) => !known.has(tag))];
}
