import { countStored, type Counts } from "../db/counters.ts";
import { tagScope } from "../db/tagScope.ts";
import type { RefreshRun } from "../db/state.ts";
import type { Feed, Filter } from "../model.ts";
import { outageOf } from "./outage.ts";
import type { Reader } from "./reader.ts";

/** Why a list shows nothing. */
export type Emptiness =
  | { kind: "firstLoad" | "stopped" | "offline" | "allFailed" | "allUnreadable" | "allRead" | "starred" | "later" }
  | { kind: "tag"; tag: string };

/** Of the list that a page shows. */
export function emptinessNow({ list, filter, feeds, counts }: Reader): Emptiness {
  return emptinessOf({
    filter: list.shown.value?.filter ?? filter.value,
    feeds: feeds.all.value ?? [],
    counts: counts.value,
    run: feeds.run.value,
  });
}

/** Nothing was ever fetched: the first articles are on their way. */
export const hasNothingYet = (reader: Reader): boolean =>
  reader.list.isEmpty.value && emptinessNow(reader).kind === "firstLoad";

type Shown = { filter: Filter; feeds: Feed[]; counts: Counts; run?: RefreshRun | null | undefined };

export function emptinessOf({ filter: { view, tag }, feeds, counts, run }: Shown): Emptiness {
  if (countStored(counts) === 0) return nothingStored(feeds, run?.stoppedAt !== undefined);
  // A tag that has articles is not why: they are only in other views.
  if (tag !== null && !(view !== "all" && counts.get(tagScope("all", tag)))) return { kind: "tag", tag };
  if (view === "starred" || view === "later") return { kind: view };
  return { kind: "allRead" };
}

function nothingStored(feeds: Feed[], isStopped: boolean): Emptiness {
  const outage = outageOf(feeds);
  switch (outage?.kind) {
    case "offline":
    case "allFailed":
    case "allUnreadable":
      return { kind: outage.kind };
  }
  if (feeds.some((feed) => feed.lastFetchedAt !== null)) return { kind: "allRead" };
  return { kind: isStopped ? "stopped" : "firstLoad" };
}
