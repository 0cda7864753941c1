import { claimFeed, followFeed, type PictureHosts } from "../db/feeds.ts";
import type { Found } from "./findFeeds.ts";
import { recordOutcome, type RecordDeps } from "./recordOutcome.ts";

export type Followed = { id: string; isNew: boolean };

export type Wished = { found: Found; pictureHosts: PictureHosts | null };

/** Follows a feed and stores what was fetched in finding it, as its first load. Asks nobody. */
export async function followFound(deps: RecordDeps, { found, pictureHosts }: Wished): Promise<Followed> {
  const { url, title, outcome } = found;
  const given = { url, title, homeUrl: null, ...(pictureHosts && { pictureHosts }) };
  const followed = await followFeed(deps.db, given, deps.now());
  const claim = { id: crypto.randomUUID(), now: deps.now(), isWanted: () => followed.isNew };
  const claimed = followed.isNew ? await claimFeed(deps.db, followed.id, claim) : null;
  // Held already: the alarm was quicker, and fetches it.
  if (claimed) await recordOutcome(deps, claimed, outcome);
  return followed;
}
