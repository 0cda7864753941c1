import { computed, type ReadonlySignal } from "@preact/signals";
import { givenNames, type Choices } from "../tags/mapTags.ts";

/** What tags are called that the reader named. */
export const namesFrom = (choices: ReadonlySignal<Choices>): ReadonlySignal<ReadonlyMap<string, string>> =>
  computed(() => givenNames(choices.value));
