import { computed, type ReadonlySignal } from "@preact/signals";
import type { Choices } from "../tags/mapTags.ts";

/** What tags are called that the reader named. */
export const namesFrom = (choices: ReadonlySignal<Choices>): ReadonlySignal<ReadonlyMap<string, string>> =>
  computed(
    () => new Map([...choices.value.values()].flatMap(({ tag, label }) => (label === undefined ? [] : [[tag, label]]))),
  );
