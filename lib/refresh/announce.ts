import { getArticles } from "../db/articles.ts";
import type { Db } from "../db/schema.ts";
import { clearState, readState, writeState, type NoticeLog } from "../db/state.ts";
import type { Article } from "../model.ts";
import { decideNotice, type Decision, type Notice, type Situation } from "./notice.ts";

export type AnnounceDeps = {
  db: Db;
  now: () => number;
  settings: () => Promise<Situation["settings"]>;
  isReaderVisible: () => Promise<boolean>;
  /** Whether the last notification is still up, unanswered. */
  isShowing: () => Promise<boolean>;
  show: (notice: Notice) => Promise<void>;
};

const NOTHING_TOLD: NoticeLog = { shownAt: [], heldSince: null, articleIds: [] };

/**
 * Tells of what arrived since the last time. The arrivals are rows, cleared after they were shown: a worker killed in
 * between tells again under the same id, which replaces. A notification that nobody has answered adds up the same way.
 */
export async function announceArrivals(deps: AnnounceDeps): Promise<void> {
  const ids = (await readState(deps.db, "arrivals")) ?? [];
  if (ids.length === 0) return;
  const log = (await readState(deps.db, "noticeLog")) ?? NOTHING_TOLD;
  const unanswered = (await deps.isShowing()) ? log.articleIds : [];
  const decision = decideNotice({
    articles: await unreadOf(deps.db, [...new Set([...unanswered, ...ids])]),
    log,
    now: deps.now(),
    minuteOfDay: minuteOfDay(deps.now()),
    isReaderVisible: await deps.isReaderVisible(),
    settings: await deps.settings(),
  });
  if (decision.kind === "show") await deps.show(decision.notice);
  await noteDecision(deps.db, decision, ids);
}

async function unreadOf(db: Db, ids: number[]): Promise<Article[]> {
  const articles = await getArticles(db, ids);
  return articles
    .filter((article) => article?.unread === 1 && !article.mutedBy)
    .filter((article) => article !== undefined)
    .reverse();
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
