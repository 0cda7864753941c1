import type { Feed, Filter } from "../model.ts";
import { outageOf } from "./outage.ts";

/** Why a list shows nothing. */
export type Emptiness =
  { kind: "firstLoad" | "offline" | "allFailed" | "allRead" | "starred" | "later" } | { kind: "tag"; tag: string };

type Shown = { filter: Filter; feeds: Feed[]; /** Articles stored in all. */ total: number };

export function emptinessOf({ filter, feeds, total }: Shown): Emptiness {
  if (total === 0) return nothingStored(feeds);
  if (filter.tag !== null) return { kind: "tag", tag: filter.tag };
  if (filter.view === "starred" || filter.view === "later") return { kind: filter.view };
  return { kind: "allRead" };
}

function nothingStored(feeds: Feed[]): Emptiness {
  const outage = outageOf(feeds);
  if (outage?.kind === "offline" || outage?.kind === "allFailed") return { kind: outage.kind };
  return { kind: feeds.some((feed) => feed.lastFetchedAt !== null) ? "allRead" : "firstLoad" };
}
