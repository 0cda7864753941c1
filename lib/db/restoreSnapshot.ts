import type { Article, Flag, TagChoice } from "../model.ts";
import type { Choices } from "../tags/mapTags.ts";
import { rewriteRows } from "./articles.ts";
import { chooseTags } from "./choosing.ts";
import { askSoon } from "./importFeeds.ts";
import { feedScope } from "./layout.ts";
import { letOthersRead } from "./marking.ts";
import { barredHosts, held, moved } from "./restore.ts";
import { restoreArticles } from "./restoreArticles.ts";
import { planFeeds, type FeedPlan } from "./restoreFeeds.ts";
import { finishRetagging, queueScopes } from "./retagging.ts";
import type { Db } from "./schema.ts";
import type { Snapshot } from "./snapshots.ts";
import { clearState } from "./state.ts";

export type GoingBack = { now: number; mayFetch: (url: string) => Promise<boolean> };

/**
 * Sources that are gone come back, and names, tags and flags are as they were on that day. Nothing that came since is
 * taken away. Sources first, then tags, then articles a chunk at a time: again, it does what is left.
 */
export async function restoreSnapshot(db: Db, snapshot: Snapshot, { now, mayFetch }: GoingBack): Promise<void> {
  const plan = await restoreFeeds(db, snapshot, { now, barred: await barredHosts(snapshot.feeds, mayFetch) });
  await chooseTags(db, (choices) => choicesOf(snapshot, choices));
  await finishRetagging(db);
  await restoreFlags(db, snapshot);
  const records = snapshot.kept.map((record) => moved(record, plan));
  for (let start = 0; start < records.length; start += AT_ONCE) {
    await restoreArticles(db, records.slice(start, start + AT_ONCE));
    await letOthersRead();
  }
  // Undo would take back a part of it.
  await clearState(db, "undo");
  await askSoon(
    db,
    plan.fresh.flatMap(({ id, trouble }) => (trouble === null ? [id] : [])),
    now,
  );
}

const AT_ONCE = 150;

function restoreFeeds(db: Db, { feeds }: Snapshot, turn: Parameters<typeof held>[1]): Promise<FeedPlan> {
  return db.transaction("rw", db.feeds, db.state, async () => {
    const here = await db.feeds.toArray();
    const plan = planFeeds(feeds, here, turn.now);
    const fresh = plan.fresh.map((feed) => held(feed, turn));
    const records = new Map(feeds.map((record) => [plan.idOf.get(record.id), record]));
    const changed = here.map((feed) => ({ ...feed, ...records.get(feed.id), id: feed.id, url: feed.url }));
    await db.feeds.bulkPut([...fresh, ...changed]);
    const retagged = changed.filter(({ tags }, i) => String(tags) !== String(here[i]?.tags));
    await queueScopes(
      db,
      retagged.map(({ id }) => feedScope("all", id)),
    );
    return { ...plan, fresh };
  });
}

/** The rows of that day, and of all others that nothing is made of them. */
function choicesOf({ tags }: Snapshot, choices: Choices): TagChoice[] {
  const then = new Set(tags.map(({ tag }) => tag));
  const since = [...choices.keys()].filter((tag) => !then.has(tag));
  return [...tags, ...since.map((tag) => ({ tag }))];
}

async function restoreFlags(db: Db, snapshot: Snapshot): Promise<void> {
  const flagsOf = flagsIn(snapshot);
  for (let after: number | null = 0; after !== null;) {
    after = await restoreSome(db, flagsOf, { after, before: snapshot.nextId });
    await letOthersRead();
  }
}

type FlagsOf = (id: number) => Pick<Article, "unread" | "starred" | "later">;

function flagsIn({ unread, starred, later }: Snapshot): FlagsOf {
  const sets = [unread, starred, later].map((ids) => new Set(ids));
  return (id) => {
    const [isUnread = 0, isStarred = 0, isLater = 0] = sets.map((ids): Flag => (ids.has(id) ? 1 : 0));
    return { unread: isUnread, starred: isStarred, later: isLater };
  };
}

/** Resolves to the last id that was looked at; null at the end. */
function restoreSome(
  db: Db,
  flagsOf: FlagsOf,
  { after, before }: { after: number; before: number },
): Promise<number | null> {
  return db.transaction("rw", db.articles, db.counters, async () => {
    const rows = await db.articles.where("id").between(after, before, false, false).limit(AT_ONCE).toArray();
    await rewriteRows(db, rows, (row) => {
      const then = flagsOf(row.id);
      const isSame = row.unread === then.unread && row.starred === then.starred && row.later === then.later;
      return isSame ? row : { ...row, ...then };
    });
    return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
  });
}
