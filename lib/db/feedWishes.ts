import type { Feed } from "../model.ts";
import { canonicalTags } from "../tags/canonicalTags.ts";
import type { PictureHosts } from "./feeds.ts";
import { feedScope } from "./layout.ts";
import { queueScopes } from "./retagging.ts";
import type { Db } from "./schema.ts";

/** What the reader can make of a source. A refresh never writes these. */
export type FeedWishes = {
  title: string;
  /** Whether the title is the reader's own. */
  isNamed: boolean;
  isPaused: boolean;
  pictures: PictureWish;
  pictureHosts: PictureHosts;
};

/** Which pictures of a source are wanted. */
export type PictureWish = "all" | NonNullable<Feed["pictures"]>;

/** Changes what is given of these, whatever a refresh does with the row meanwhile. */
export function wishFor(db: Db, feedId: string, wishes: Partial<FeedWishes>): Promise<void> {
  return db.transaction("rw", db.feeds, async () => {
    const feed = await db.feeds.get(feedId);
    if (feed) await db.feeds.put(granted(feed, wishes));
  });
}

function granted({ isPaused, isNamed, pictures, ...feed }: Feed, wishes: Partial<FeedWishes>): Feed {
  const before = { title: feed.title, isNamed: isNamed ?? false, isPaused: isPaused ?? false };
  const wished = { ...before, ...wishes };
  const shown = wishes.pictures ?? pictures ?? "all";
  return {
    ...feed,
    title: wished.title,
    ...(wished.isNamed && { isNamed: true }),
    ...(wished.isPaused && { isPaused: true }),
    ...(shown !== "all" && { pictures: shown }),
    ...(wishes.pictureHosts && { pictureHosts: wishes.pictureHosts }),
  };
}

/** Gives all articles of a source these tags, beside their own; `finishRetagging` does it to those that are here. */
export function giveTags(db: Db, feedId: string, labels: string[]): Promise<void> {
  return db.transaction("rw", db.feeds, db.state, async () => {
    await db.feeds.update(feedId, { tags: canonicalTags(labels) });
    await queueScopes(db, [feedScope("all", feedId)]);
  });
}

/** Gives the sources their order; those that are not named keep what they have. */
export function orderFeeds(db: Db, feedIds: string[]): Promise<void> {
  return db.transaction("rw", db.feeds, async () => {
    const rows = await db.feeds.bulkGet(feedIds);
    await db.feeds.bulkPut(rows.flatMap((feed, order) => (feed ? [{ ...feed, order }] : [])));
  });
}
