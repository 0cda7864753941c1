import type { NoticeLog } from "../db/state.ts";
import type { Article } from "../model.ts";

/** What a notification says, before it is put into words. */
export type Notice =
  | { kind: "article"; article: Article }
  | { kind: "tag"; tag: string; articles: Article[] }
  | { kind: "tags"; articles: Article[]; tags: TagCount[] }
  | { kind: "afterQuiet"; articles: Article[]; tags: TagCount[]; since: number };

export type TagCount = { tag: string; count: number };

export type Situation = {
  /** Arrived, unread and untold, newest first. */
  articles: Article[];
  log: NoticeLog;
  now: number;
  /** Minutes since local midnight. */
  minuteOfDay: number;
  isReaderVisible: boolean;
  settings: { notifications: boolean; quietFrom: number; quietUntil: number };
};

/** `drop`: forget these arrivals, they are seen or unwanted. `hold`: keep them for a later round. */
export type Decision =
  | { kind: "show"; notice: Notice; log: NoticeLog }
  | { kind: "hold"; log: NoticeLog }
  | { kind: "drop"; log: NoticeLog };

const HOUR = 3_600_000;
const MOST_PER_HOUR = 4;

/** One notification per refresh at the most, four an hour, none in quiet hours or while people are reading. */
export function decideNotice({ articles, log, now, minuteOfDay, isReaderVisible, settings }: Situation): Decision {
  const shownAt = log.shownAt.filter((at) => now - at < HOUR);
  const settled: NoticeLog = { ...log, shownAt, heldSince: null };
  if (articles.length === 0 || !settings.notifications || isReaderVisible) return { kind: "drop", log: settled };
  if (isQuiet(minuteOfDay, settings)) {
    return { kind: "hold", log: { ...log, shownAt, heldSince: log.heldSince ?? now } };
  }
  if (shownAt.length >= MOST_PER_HOUR) return { kind: "hold", log: { ...log, shownAt } };
  const articleIds = articles.map((article) => article.id);
  const shown = { shownAt: [...shownAt, now], heldSince: null, articleIds };
  return { kind: "show", notice: noticeOf(articles, log.heldSince), log: shown };
}

/** Quiet hours may pass midnight. Equal ends mean none. */
function isQuiet(minute: number, { quietFrom, quietUntil }: Situation["settings"]): boolean {
  if (quietFrom <= quietUntil) return minute >= quietFrom && minute < quietUntil;
  return minute >= quietFrom || minute < quietUntil;
}

function noticeOf(articles: Article[], heldSince: number | null): Notice {
  const [first] = articles;
  const tags = countTags(articles);
  if (heldSince !== null) return { kind: "afterQuiet", articles, tags, since: heldSince };
  if (first && articles.length === 1) return { kind: "article", article: first };
  const [only] = tags;
  if (only && only.count === articles.length) return { kind: "tag", tag: only.tag, articles };
  return { kind: "tags", articles, tags };
}

/** By each article's first tag, the most frequent first. */
function countTags(articles: Article[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of articles) {
    if (tags[0] !== undefined) counts.set(tags[0], (counts.get(tags[0]) ?? 0) + 1);
  }
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count);
}
