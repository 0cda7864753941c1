import type { NoticeLog } from "../db/state.ts";
import type { Article } from "../model.ts";

/** What a notification says, before it is put into words. One of the same id replaces it. */
export type Notice = { id: string; articles: Article[] } & (
  | { kind: "article"; article: Article }
  | { kind: "tag"; tag: string }
  | { kind: "tags"; tags: TagCount[] }
  | { kind: "afterQuiet"; tags: TagCount[]; since: number }
);

export type TagCount = { tag: string; count: number };

export type Situation = {
  /** Arrived, unread and untold, newest first, without those of which nobody wants to be told. */
  fresh: Article[];
  /** Those that are to be told one by one. */
  isForItself: (article: Article) => boolean;
  /** Notifications that nobody has answered, by id, and what is unread of their articles. */
  standing: ReadonlyMap<string, Article[]>;
  log: NoticeLog;
  now: number;
  /** Minutes since local midnight. */
  minuteOfDay: number;
  isReaderVisible: boolean;
  settings: { notifications: boolean; quietHours: boolean; quietFrom: number; quietUntil: number };
};

/** `drop`: forget these arrivals, they are seen or unwanted. `hold`: keep them for a later round. */
export type Decision =
  /** `merged`: those whose articles are in another one now. */
  | { kind: "show"; notices: Notice[]; merged: string[]; log: NoticeLog }
  | { kind: "hold"; log: NoticeLog }
  | { kind: "drop"; log: NoticeLog };

const HOUR = 3_600_000;
const MOST_PER_HOUR = 4;
const MOST_AT_ONCE = 3;
/** Of news that is not of one tag. */
const ALL = "all";
const OF_TAG = "tag:";

/**
 * One notification per refresh; one for each article where people want that and they are few. Four an hour, none in quiet
 * hours or while people are reading.
 */
export function decideNotices({ log: last, ...given }: Situation): Decision {
  const { now, settings } = given;
  const log = { ...last, shownAt: last.shownAt.filter((at) => now - at < HOUR) };
  if (given.fresh.length === 0 || !settings.notifications || given.isReaderVisible) {
    return { kind: "drop", log: { ...log, heldSince: null } };
  }
  if (isQuiet(given.minuteOfDay, settings)) return { kind: "hold", log: { ...log, heldSince: log.heldSince ?? now } };
  const room = MOST_PER_HOUR - log.shownAt.length;
  if (room <= 0) return { kind: "hold", log };
  const notices = log.heldSince === null ? noticesOf(given, room) : [afterQuiet(given, log.heldSince)];
  const merged = notices.some(({ id }) => id === ALL) ? [...given.standing.keys()].filter(isOfTag) : [];
  const up = [...given.standing].filter(([id]) => !merged.includes(id));
  const shown = shownBy([...up, ...notices.map(({ id, articles }) => [id, articles] as const)]);
  const shownAt = [...log.shownAt, ...notices.map(() => now)];
  return { kind: "show", notices, merged, log: { shownAt, heldSince: null, shown } };
}

const shownBy = (up: (readonly [id: string, articles: Article[]])[]): Record<string, number[]> =>
  Object.fromEntries(up.map(([id, articles]) => [id, articles.map((article) => article.id)]));

/** Quiet hours may pass midnight. Equal ends mean none. */
function isQuiet(minute: number, { quietHours, quietFrom, quietUntil }: Situation["settings"]): boolean {
  if (!quietHours) return false;
  if (quietFrom <= quietUntil) return minute >= quietFrom && minute < quietUntil;
  return minute >= quietFrom || minute < quietUntil;
}

type Arrived = Pick<Situation, "fresh" | "isForItself" | "standing">;

function noticesOf({ fresh, isForItself, standing }: Arrived, room: number): Notice[] {
  const others = fresh.filter((article) => !isForItself(article));
  const notices = [
    ...fresh.filter(isForItself).map((article) => noticeOf(`article:${article.id}`, [article])),
    ...(others.length === 0 ? [] : [groupOf(others, standing)]),
  ];
  return notices.length > Math.min(room, MOST_AT_ONCE) ? [groupOf(fresh, standing)] : notices;
}

/** Adds up with what nobody has answered: of one tag with that of the tag, of several with that of all. */
function groupOf(fresh: Article[], standing: Situation["standing"]): Notice {
  const [tag, ...others] = new Set(fresh.map((article) => article.tags[0]));
  const isOneTag = tag !== undefined && others.length === 0 && !standing.has(ALL);
  if (!isOneTag) return noticeOf(ALL, withStanding(fresh, standing));
  const id = OF_TAG + tag;
  return noticeOf(id, [...fresh, ...(standing.get(id) ?? [])]);
}

function withStanding(fresh: Article[], standing: Situation["standing"]): Article[] {
  return [...fresh, ...[...standing].flatMap(([id, articles]) => (id === ALL || isOfTag(id) ? articles : []))];
}

function noticeOf(id: string, articles: Article[]): Notice {
  const [first, ...others] = articles;
  const tag = tagOfNotice(id);
  if (first && others.length === 0) return { id, articles, kind: "article", article: first };
  return tag === null ? { id, articles, kind: "tags", tags: countTags(articles) } : { id, articles, kind: "tag", tag };
}

function afterQuiet({ fresh, standing }: Arrived, since: number): Notice {
  const articles = withStanding(fresh, standing);
  return { id: ALL, articles, kind: "afterQuiet", tags: countTags(articles), since };
}

/** The tag that a notification of this id is about; null where it is about no single one. */
export const tagOfNotice = (id: string): string | null => (isOfTag(id) ? id.slice(OF_TAG.length) : null);

const isOfTag = (id: string): boolean => id.startsWith(OF_TAG);

/** By each article's first tag, the most frequent first. */
function countTags(articles: Article[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of articles) {
    if (tags[0] !== undefined) counts.set(tags[0], (counts.get(tags[0]) ?? 0) + 1);
  }
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count);
}
