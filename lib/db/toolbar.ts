import { Dexie } from "dexie";
import type { Feed } from "../model.ts";
import { alertModeOf, alertsOf, type Alerts } from "../rules/alerts.ts";
import { countOf } from "./counters.ts";
import { isFailed } from "./failed.ts";
import { listFeeds } from "./feeds.ts";
import { feedScope, MOST_ARRIVALS } from "./layout.ts";
import { hiddenScope } from "./places.ts";
import type { Db } from "./schema.ts";
import { readState } from "./state.ts";
import { tagScope } from "./tagScope.ts";

/** What the icon in the browser's toolbar says. */
export type Toolbar = {
  unread: number;
  /** Sources that somebody should look after. */
  needy: number;
  /** `warning`: no source has answered for a day. A count may be zero. */
  sign: number | "dot" | "warning" | "none";
  /** The reader has paused every source. */
  isPaused: boolean;
};

/** What its sign counts: unread articles, or those that came since somebody last looked, or only whether there are any. */
export type BadgeChoice = "unread" | "new" | "dot" | "none";

const DAY_MS = 24 * 3_600_000;

export async function readToolbar(db: Db, now: number, choice: BadgeChoice): Promise<Toolbar> {
  const [unread, feeds] = await Promise.all([countOf(db, "unread"), listFeeds(db)]);
  // Being offline is nobody's fault.
  const needy = feeds.filter((feed) => isFailed(feed) && feed.trouble?.kind !== "offline");
  const heardAt = Math.max(...feeds.map((feed: Feed) => feed.lastFetchedAt ?? feed.addedAt));
  const isCutOff = feeds.length > 0 && needy.length === feeds.length && now - heardAt >= DAY_MS;
  const isPaused = feeds.length > 0 && feeds.every((feed) => feed.isPaused);
  const sign = async () => (isCutOff && choice !== "none" ? "warning" : signOf(db, choice, { unread, feeds }));
  return { unread, needy: needy.length, sign: await sign(), isPaused };
}

type Known = { unread: number; feeds: Feed[] };

async function signOf(db: Db, choice: BadgeChoice, { unread, feeds }: Known): Promise<Toolbar["sign"]> {
  if (choice === "none") return choice;
  const alerts = alertsOf(feeds, await db.tags.toArray());
  if (choice === "unread") return unread - (await countIgnored(db, alerts));
  const fresh = await countNew(db, alerts);
  if (choice === "new") return fresh;
  return fresh === 0 ? "none" : "dot";
}

/** Of the unread ones, by their keys alone. An article may stand in several of these lists, and in one that shows muted ones. */
async function countIgnored(db: Db, { feeds, tags }: Alerts): Promise<number> {
  const scopes = [
    ...[...feeds].map(([id, mode]) => ({ scope: feedScope("unread", id), mode })),
    ...[...tags].map(([tag, mode]) => ({ scope: tagScope("unread", tag), mode })),
  ].filter(({ mode }) => mode === "ignore");
  if (scopes.length === 0) return 0;
  const muted = new Set(await idsIn(db, hiddenScope("unread")));
  const ignored = await Promise.all(scopes.map(({ scope }) => idsIn(db, scope)));
  return new Set(ignored.flat().filter((id) => !muted.has(id))).size;
}

const idsIn = (db: Db, scope: string): Promise<number[]> =>
  db.articles.where("places").between([scope], [scope, Dexie.maxKey], true, false).primaryKeys();

/** Ends where nobody needs to know more exactly. */
async function countNew(db: Db, alerts: Alerts): Promise<number> {
  const fresh = db.articles.where("id").above((await readState(db, "lookedThrough")) ?? 0);
  return fresh
    .filter((article) => article.unread === 1 && !article.mutedBy && alertModeOf(article, alerts) !== "ignore")
    .limit(MOST_ARRIVALS)
    .count();
}
