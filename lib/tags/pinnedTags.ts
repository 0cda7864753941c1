import type { Choices } from "./mapTags.ts";

/** In the order in which they were pinned. */
export function pinnedTags(choices: Choices): string[] {
  const pinned = [...choices.values()].filter(({ pinnedAt, mergedInto }) => pinnedAt !== undefined && !mergedInto);
  return pinned.sort((a, b) => (a.pinnedAt ?? 0) - (b.pinnedAt ?? 0)).map(({ tag }) => tag);
}
