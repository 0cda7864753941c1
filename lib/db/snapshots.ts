import { Dexie } from "dexie";
import type { TagChoice } from "../model.ts";
import type { ArticleRecord } from "./backup.ts";
import { recordOf, type FeedRecord } from "./feedRecord.ts";
import { markOf } from "./mark.ts";
import { hiddenScope } from "./places.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";

/** What people made of things on one day. Articles that are here still are named by their ids, which are never given twice. */
export type Snapshot = {
  at: number;
  feeds: FeedRecord[];
  tags: TagChoice[];
  settings: object;
  /** Articles from this id on came later. */
  nextId: number;
  unread: Uint32Array<ArrayBuffer>;
  starred: Uint32Array<ArrayBuffer>;
  later: Uint32Array<ArrayBuffer>;
  /** Starred and later ones, for the day on which they are gone. */
  kept: ArticleRecord[];
};

const KEPT = 7;
const DAY_MS = 24 * 3_600_000;

/** Once a day; the oldest goes for it. */
export async function takeSnapshot(db: Db, settings: object, now: number): Promise<void> {
  const { feeds, tags, articles, state, snapshots } = db;
  const taken = await snapshots.toCollection().primaryKeys();
  const past = taken.filter((at) => at <= now);
  if (now - (past.at(-1) ?? -DAY_MS) < DAY_MS) return;
  // Those of a clock that ran ahead go first.
  const oldest = [...taken.slice(past.length), ...past];
  await db.transaction("rw", [feeds, tags, articles, state, snapshots], async () => {
    const [unread = [], muted = [], starred = [], later = []] = await Promise.all(
      ["unread", hiddenScope("unread"), "starred", "later"].map((scope) => idsIn(db, scope)),
    );
    const rows = await articles.bulkGet([...new Set([...starred, ...later])]);
    await snapshots.bulkDelete(oldest.slice(0, Math.max(0, taken.length + 1 - KEPT)));
    await snapshots.put({
      at: now,
      feeds: (await feeds.toArray()).map(recordOf),
      tags: await tags.toArray(),
      settings,
      nextId: (await readState(db, "nextArticleId")) ?? 1,
      unread: Uint32Array.from([...unread, ...muted]),
      starred: Uint32Array.from(starred),
      later: Uint32Array.from(later),
      kept: rows.flatMap((row) => (row ? markOf(row) : [])),
    });
  });
}

const idsIn = (db: Db, scope: string): Promise<number[]> =>
  db.articles.where("places").between([scope], [scope, Dexie.maxKey]).primaryKeys();
