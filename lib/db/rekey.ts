import { Dexie } from "dexie";
import { grouped } from "../feed/grouped.ts";
import { keysApart, linkKey } from "../feed/identity.ts";
import type { Article, Flag } from "../model.ts";
import { addToDelta, applyDelta, type CountDelta } from "./counters.ts";
import { removeArticles } from "./deletion.ts";
import { feedScope } from "./layout.ts";
import { placesOf } from "./places.ts";
import type { Db } from "./schema.ts";

/**
 * Gives a feed's articles the keys of a feed that tells them apart by their links: once, when its guids turn out to be
 * shared. Rows of the same link and title become one. Must run inside the transaction of the document that showed it.
 */
export async function rekeyByLink(db: Db, feedId: string): Promise<void> {
  const scope = feedScope("all", feedId);
  const rows = await db.articles.where("places").between([scope], [scope, Dexie.maxKey]).toArray();
  const groups = grouped(rekeyed(rows), ({ after }) => after.keys.slice(0, 1));
  const delta: CountDelta = new Map();
  const kept: Article[] = [];
  const removed: Article[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group.toSorted((a, b) => a.before.id - b.before.id);
    if (!first) continue;
    const after = others.reduce((into, { after: other }) => united(into, other), first.after);
    addToDelta(delta, first.before, after);
    for (const { before } of others) addToDelta(delta, before, null);
    kept.push(after);
    removed.push(...others.map(({ before }) => before));
  }
  await db.articles.bulkPut(kept);
  await removeArticles(db, removed);
  await applyDelta(db, delta);
}

type Rekeyed = { before: Article; after: Article };

/** As if all had been in one document. One without a link keeps its keys: its text is not at hand to make new ones. */
function rekeyed(rows: Article[]): Rekeyed[] {
  const named = rows.map(({ feedId, keys, url, title }) => {
    const links = url === null ? [] : [linkKey(feedId, url)];
    return { url, title, keys: [...new Set([...links, ...keys])] };
  });
  const apart = keysApart(named);
  return rows.map((before, i) => ({ before, after: { ...before, keys: apart[i] ?? before.keys } }));
}

/** What was done to either stays done: read by one is read, starred by one is starred. */
function united(a: Article, b: Article): Article {
  const either = (x: Flag, y: Flag): Flag => (x || y ? 1 : 0);
  const flags = {
    unread: a.unread && b.unread,
    starred: either(a.starred, b.starred),
    later: either(a.later, b.later),
  };
  const both = { ...a, ...flags, keys: [...new Set([...a.keys, ...b.keys])] };
  return { ...both, places: placesOf(both) };
}
