import { computed, type ReadonlySignal } from "@preact/signals";
import type { Counts } from "../db/counters.ts";
import type { Filter } from "../model.ts";
import type { Choices } from "../tags/mapTags.ts";
import { chipsOf, tagsInOrder, type Chip } from "./chips.ts";

type Known = {
  counts: ReadonlySignal<Counts>;
  choices: ReadonlySignal<Choices>;
  filter: ReadonlySignal<Pick<Filter, "tag">>;
};

/** The chips of what is known now, in the order in which they were first shown. */
export function settledChips({ counts, choices, filter }: Known, tagOrder: readonly string[]): ReadonlySignal<Chip[]> {
  let shown: string[] = [];
  return computed(() => {
    shown = settledOrder(shown, tagsInOrder(counts.value, tagOrder, choices.value));
    const { tag } = filter.value;
    // A link may lead to a tag that has no articles, or too few for a place of its own.
    const isMissing = tag !== null && !shown.includes(tag);
    return chipsOf(isMissing ? [tag, ...shown] : shown, counts.value);
  });
}

/** Keeps the chips where they are while somebody looks at them: new tags go to the end, vanished ones go. */
export function settledOrder(shown: readonly string[], current: readonly string[]): string[] {
  const kept = shown.filter((tag) => current.includes(tag));
  return [...kept, ...current.filter((tag) => !kept.includes(tag))];
}
