import { getArticles } from "../db/articles.ts";
import { readChoices } from "../db/choices.ts";
import { listFeeds } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import { clearState, readState, writeState, type NoticeLog } from "../db/state.ts";
import type { Article } from "../model.ts";
import { alertModeOf, alertsOf } from "../rules/alerts.ts";
import { decideNotices, type Decision, type Notice, type Situation } from "./notice.ts";

export type AnnounceDeps = {
  db: Db;
  now: () => number;
  settings: () => Promise<Situation["settings"]>;
  isReaderVisible: () => Promise<boolean>;
  /** The notifications that are up, unanswered. */
  showing: () => Promise<string[]>;
  show: (notice: Notice) => Promise<void>;
  clear: (id: string) => Promise<void>;
};

const NOTHING_TOLD: NoticeLog = { shownAt: [], heldSince: null };

/**
 * Tells of what arrived since the last time. The arrivals are rows, cleared after they were shown: a worker killed in
 * between tells again under the same ids, which replaces. Notifications that nobody has answered add up the same way.
 */
export async function announceArrivals(deps: AnnounceDeps): Promise<void> {
  const ids = (await readState(deps.db, "arrivals")) ?? [];
  if (ids.length === 0) return;
  const log = (await readState(deps.db, "noticeLog")) ?? NOTHING_TOLD;
  const alerts = alertsOf(await listFeeds(deps.db), (await readChoices(deps.db)).values());
  const modeOf = (article: Article) => alertModeOf(article, alerts);
  const isToldOf = (article: Article) => ["each", "group"].includes(modeOf(article));
  const decision = decideNotices({
    fresh: (await unreadOf(deps.db, ids)).filter(isToldOf).reverse(),
    isForItself: (article) => modeOf(article) === "each",
    standing: await standingOf(deps, log),
    log,
    now: deps.now(),
    minuteOfDay: minuteOfDay(deps.now()),
    isReaderVisible: await deps.isReaderVisible(),
    settings: await deps.settings(),
  });
  if (decision.kind === "show") {
    for (const notice of decision.notices) await deps.show(notice);
    for (const id of decision.merged) await deps.clear(id);
  }
  await noteDecision(deps.db, decision, ids);
}

/** Those of which all has been read meanwhile are taken away. */
async function standingOf({ db, showing, clear }: AnnounceDeps, { shown = {} }: NoticeLog) {
  const standing = new Map<string, Article[]>();
  for (const id of await showing()) {
    const unread = await unreadOf(db, shown[id] ?? []);
    if (unread.length > 0) standing.set(id, unread);
    else if (shown[id]) await clear(id);
  }
  return standing;
}

async function unreadOf(db: Db, ids: number[]): Promise<Article[]> {
  const articles = await getArticles(db, ids);
  return articles.filter((article) => article !== undefined).filter(({ unread, mutedBy }) => unread === 1 && !mutedBy);
}

/** Keeps what arrived while this notification was being shown. */
function noteDecision(db: Db, decision: Decision, told: number[]): Promise<void> {
  return db.transaction("rw", db.state, async () => {
    await writeState(db, "noticeLog", decision.log);
    if (decision.kind === "hold") return;
    const rest = ((await readState(db, "arrivals")) ?? []).filter((id) => !told.includes(id));
    if (rest.length === 0) await clearState(db, "arrivals");
    else await writeState(db, "arrivals", rest);
  });
}

function minuteOfDay(now: number): number {
  const date = new Date(now);
  return date.getHours() * 60 + date.getMinutes();
}
