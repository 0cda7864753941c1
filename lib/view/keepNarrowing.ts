import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Feed, Filter } from "../model.ts";
import { rootOf, type Choices } from "../tags/mapTags.ts";

type Known = { feeds: ReadonlySignal<Feed[] | null>; choices: ReadonlySignal<Choices> };

/** What a list is narrowed by may be unfollowed or merged while it is shown, or before an old link names it. */
export function keepNarrowing(filter: Signal<Filter>, { feeds, choices }: Known): void {
  effect(() => {
    const { feedId, tag, ...shown } = filter.value;
    const isThere = feedId === null || (feeds.value?.some(({ id }) => id === feedId) ?? true);
    const root = tag === null ? null : rootOf(tag, choices.value);
    if (!isThere || root !== tag) filter.value = { ...shown, tag: root, feedId: isThere ? feedId : null };
  });
}
