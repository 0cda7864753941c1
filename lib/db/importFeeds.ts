import type { OpmlFeed } from "../feed/opml.ts";
import { canonicalUrl } from "../feed/url.ts";
import type { Feed } from "../model.ts";
import { canonicalTags } from "../tags/canonicalTags.ts";
import { newFeed } from "./feeds.ts";
import { feedScope } from "./layout.ts";
import type { Db } from "./schema.ts";
import { queueScopes } from "./retagging.ts";

/** A feed of a list, and whether people let us fetch it. */
export type WantedFeed = OpmlFeed & { isAllowed: boolean };

/** `known` are followed already; they keep everything of theirs and get the tags that the list has more. */
export type ImportPlan<Listed> = { fresh: Listed[]; known: { feed: Feed; tags: string[] }[] };

/** What importing a list would do, by addresses as they are compared, never as they are written. */
export function planImport<Listed extends OpmlFeed>(listed: Listed[], followed: Feed[]): ImportPlan<Listed> {
  const byAddress = new Map(followed.map((feed) => [canonicalUrl(feed.url), feed]));
  const plan: ImportPlan<Listed> = { fresh: [], known: [] };
  for (const feed of listed) {
    const present = byAddress.get(canonicalUrl(feed.url));
    if (present) plan.known.push({ feed: present, tags: canonicalTags([...present.tags, ...feed.tags]) });
    else plan.fresh.push(feed);
  }
  return plan;
}

/** Whether the list has tags that the followed feed lacks. */
export const getsTags = ({ feed, tags }: { feed: Feed; tags: string[] }): boolean => tags.length > feed.tags.length;

/** Follows the feeds of a list, all or none. Nothing that is here is taken away. Resolves to the new rows and the known. */
export function importFeeds(db: Db, listed: WantedFeed[], now: number): Promise<{ added: Feed[]; known: Feed[] }> {
  return db.transaction("rw", db.feeds, db.state, async () => {
    const { fresh, known } = planImport(listed, await db.feeds.toArray());
    const added = fresh.map((feed, i) => rowOf(feed, { now, place: i }));
    const tagged = known.filter(getsTags).map(({ feed, tags }) => ({ ...feed, tags }));
    await db.feeds.bulkPut([...added, ...tagged]);
    await queueScopes(
      db,
      tagged.map(({ id }) => feedScope("all", id)),
    );
    return { added, known: known.map(({ feed }) => feed) };
  });
}

/** Feeds that people have just allowed are asked as new ones are. */
export function askSoon(db: Db, ids: string[], now: number): Promise<void> {
  return db.transaction("rw", db.feeds, async () => {
    const rows = (await db.feeds.bulkGet(ids)).filter((feed) => feed !== undefined);
    await db.feeds.bulkPut(
      rows.map((feed, place) => ({ ...feed, trouble: null, failures: 0, nextFetchAt: visitAt({ now, place }) })),
    );
  });
}

type Turn = { now: number; place: number };

function rowOf({ url, title, homeUrl, tags, isAllowed }: WantedFeed, turn: Turn): Feed {
  const { host, hostname } = new URL(url);
  return {
    ...newFeed({ id: crypto.randomUUID(), url, title, homeUrl }, turn.now),
    isNamed: title !== hostname,
    tags: canonicalTags(tags),
    nextFetchAt: visitAt(turn),
    trouble: isAllowed ? null : { kind: "noPermission", at: turn.now, host },
  };
}

/** Hundreds of new feeds come in over some minutes. */
function visitAt({ now, place }: Turn): number {
  return now + Math.floor(place / FEEDS_A_MINUTE) * 60_000;
}

const FEEDS_A_MINUTE = 50;
