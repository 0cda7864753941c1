import type { Feed, Tombstone } from "../model.ts";
import type { ArticleRecord } from "./backup.ts";
import { readChoices } from "./choices.ts";
import { clearStores } from "./erase.ts";
import { feedOf, recordOf, type FeedRecord } from "./feedRecord.ts";
import { HOME_FEED } from "./feeds.ts";
import { askSoon } from "./importFeeds.ts";
import { feedScope } from "./layout.ts";
import { letOthersRead } from "./marking.ts";
import type { Backup } from "./readBackup.ts";
import { restoreArticles } from "./restoreArticles.ts";
import { missingChoices, planFeeds, type FeedPlan } from "./restoreFeeds.ts";
import { finishRetagging, queueRetagging, queueScopes } from "./retagging.ts";
import type { Db } from "./schema.ts";
import { withRoom } from "./withRoom.ts";

export type Restoring = {
  /** Merge keeps what is here; replace erases it first. */
  mode: "merge" | "replace";
  now: number;
  mayFetch: (url: string) => Promise<boolean>;
  /** Called with the articles done so far. */
  onProgress: (done: number) => void;
};

/**
 * Brings back what a file holds: sources, tags and the dead in one transaction, then articles a chunk at a time, each
 * whole with its text, its index and its counts. Only then are the sources asked. Whatever stops it, the same file
 * again goes on: what is here already is known by its keys.
 */
export async function restoreBackup(db: Db, backup: Backup, { mode, now, mayFetch, onProgress }: Restoring) {
  const barred = await barredHosts(backup.feeds, mayFetch);
  const plan = await (mode === "replace" ? replaceFeeds : mergeFeeds)(db, backup, { now, barred });
  let done = 0;
  for await (const read of backup.articles()) {
    for (let start = 0; start < read.length; start += ARTICLES_AT_ONCE) {
      const records = read.slice(start, start + ARTICLES_AT_ONCE).map((record) => moved(record, plan));
      await withRoom(db, () => restoreArticles(db, records));
      onProgress((done += records.length));
      await letOthersRead();
    }
  }
  await finishRetagging(db);
  const allowed = plan.fresh.filter(({ trouble }) => trouble === null);
  await askSoon(
    db,
    allowed.map(({ id }) => id),
    now,
  );
}

/** Some 10 ms of work. */
const ARTICLES_AT_ONCE = 100;

/** Nobody asks for a source before its articles are back; but if the page goes, it is not forgotten. */
const HELD_MS = 10 * 60_000;

type Turn = { now: number; barred: ReadonlySet<string> };

/** Those that people have not let us fetch from. */
export async function barredHosts(feeds: FeedRecord[], mayFetch: Restoring["mayFetch"]): Promise<Set<string>> {
  const allowed = await Promise.all(feeds.map(({ url }) => mayFetch(url)));
  return new Set(feeds.filter((_, i) => !allowed[i]).map(({ url }) => new URL(url).host));
}

function replaceFeeds(db: Db, backup: Backup, turn: Turn): Promise<FeedPlan> {
  return db.transaction("rw", db.tables, async () => {
    const home = await db.feeds.get(HOME_FEED);
    await clearStores(db);
    const homeRow = home && homeFrom(backup, home, turn);
    const plan = planFeeds(backup.feeds, homeRow ? [homeRow] : [], turn.now);
    const fresh = [...plan.fresh, ...(homeRow ? [homeRow] : [])].map((feed) => held(feed, turn));
    await db.feeds.bulkPut(fresh);
    await db.tags.bulkPut(missingChoices(backup.tags, new Map()));
    await addTombstones(db, backup, { ...plan, fresh });
    return { ...plan, fresh };
  });
}

/** Where the home feed lies is for this build to say. */
function homeFrom({ feeds }: Backup, home: Feed, { now }: Turn): Feed {
  const record = feeds.find(({ id }) => id === HOME_FEED) ?? recordOf(home);
  return feedOf({ ...record, url: home.url, homeUrl: home.homeUrl }, now);
}

function mergeFeeds(db: Db, backup: Backup, turn: Turn): Promise<FeedPlan> {
  return db.transaction("rw", db.feeds, db.tags, db.tombstones, db.state, async () => {
    const plan = planFeeds(backup.feeds, await db.feeds.toArray(), turn.now);
    const fresh = plan.fresh.map((feed) => held(feed, turn));
    await db.feeds.bulkPut([...fresh, ...plan.changed]);
    const choices = missingChoices(backup.tags, await readChoices(db));
    await db.tags.bulkPut(choices);
    await queueRetagging(
      db,
      choices.filter(({ mergedInto, isMuted }) => mergedInto ?? isMuted).map(({ tag }) => tag),
    );
    await queueScopes(
      db,
      plan.changed.map(({ id }) => feedScope("all", id)),
    );
    await addTombstones(db, backup, { ...plan, fresh });
    return { ...plan, fresh };
  });
}

export function held(feed: Feed, { now, barred }: Turn): Feed {
  const { host } = new URL(feed.url);
  const trouble = barred.has(host) ? ({ kind: "noPermission", at: now, host } as const) : null;
  return { ...feed, nextFetchAt: now + HELD_MS, trouble };
}

/** Of feeds that are new here, under the ids that their hashes are made with. */
async function addTombstones(db: Db, { tombstones }: Backup, { fresh, idOf }: FeedPlan): Promise<void> {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const own = tombstones.filter(({ feedId }) => isFresh.has(feedId) && idOf.get(feedId) === feedId);
  // The `++id` of the schema fills in the id that the row type asks for.
  await db.tombstones.bulkAdd(own as Tombstone[]);
}

/** As an article of the feed that its own goes on as. */
export function moved(record: ArticleRecord, { idOf }: FeedPlan): ArticleRecord {
  const feedId = idOf.get(record.feedId) ?? record.feedId;
  if (feedId === record.feedId) return record;
  const keys = record.keys.map((key) => feedId + key.slice(record.feedId.length));
  return { ...record, feedId, keys };
}
