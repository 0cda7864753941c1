import { getFeed, NEVER } from "../db/feeds.ts";
import { requestsOfFeed } from "../db/requestLists.ts";
import type { Db } from "../db/schema.ts";
import { readState } from "../db/state.ts";
import type { DocumentReport } from "../feed/report.ts";
import type { Feed, NetworkRequest } from "../model.ts";
import { intervalOf, paceKept } from "../refresh/pace.ts";
import { LONGEST_FRESH_MS } from "../refresh/schedule.ts";
import { watch } from "./live.ts";

/** All that is known of how a source behaves. */
export type Examined = {
  feed: Feed;
  /** Its last answers, the newest first. */
  answers: NetworkRequest[];
  /** Null where no document of it was read yet. */
  report: DocumentReport | null;
};

const ANSWERS = 10;

export type Examine = (feedId: string, show: (examined: Examined | null) => void) => () => void;

/** Calls `show` now and after each change. Returns how to stop. */
export function examine(db: Db, feedId: string, show: (examined: Examined | null) => void): () => void {
  return watch(async () => {
    const [feed, answers, report = null] = await Promise.all([
      getFeed(db, feedId),
      requestsOfFeed(db, feedId, ANSWERS),
      readState(db, `document/${feedId}`),
    ]);
    return feed ? { feed, answers, report } : null;
  }, show);
}

/** What decides when the source is asked next; the time that it asks for, where it is one. */
export type NextReason =
  | { kind: "paused" | "closed" | "gone" | "new" | "offline" | "hostWaits" | "skips" }
  | { kind: "failed"; times: number }
  | { kind: "chosen" | "usual" | "posts" | "ttl" | "fresh"; ms: number };

export function nextReasonOf({ feed, answers }: Pick<Examined, "feed" | "answers">, now: number): NextReason {
  if (feed.isPaused) return { kind: "paused" };
  if (feed.nextFetchAt === NEVER) return { kind: "closed" };
  return troubledReason(feed) ?? wellReason(feed, answers, now);
}

function troubledReason({ trouble, failures, lastFetchedAt }: Feed): NextReason | null {
  if (trouble?.kind === "gone") return { kind: "gone" };
  if (trouble?.kind === "offline") return { kind: "offline" };
  if (trouble?.kind === "hostWaits" || trouble?.kind === "tooManyRequests") return { kind: "hostWaits" };
  if (failures > 0) return { kind: "failed", times: failures };
  return lastFetchedAt === null ? { kind: "new" } : null;
}

/** The longest of what is asked for decides, as `refresh/schedule.ts` has it. */
function wellReason(feed: Feed, answers: NetworkRequest[], now: number): NextReason {
  const pace = paceKept(feed);
  const intervalMs = intervalOf(feed, pace, feed.lastFetchedAt ?? now);
  const freshMs = Math.min(answers.find(({ status }) => status < 400 && status > 0)?.freshMs ?? 0, LONGEST_FRESH_MS);
  const ttlMs = pace.ttlMs ?? 0;
  const longest = Math.max(intervalMs, freshMs, ttlMs);
  // Put off further than anything else explains.
  const isSkipping = pace.skips.hours.length + pace.skips.days.length > 0;
  if (isSkipping && feed.nextFetchAt - (feed.lastFetchedAt ?? now) > 1.2 * longest) return { kind: "skips" };
  if (ttlMs === longest && ttlMs > intervalMs) return { kind: "ttl", ms: ttlMs };
  if (freshMs === longest && freshMs > intervalMs) return { kind: "fresh", ms: freshMs };
  if (feed.intervalMs !== undefined) return { kind: "chosen", ms: intervalMs };
  return { kind: feed.posts ? "posts" : "usual", ms: intervalMs };
}

/** What a publisher could do better. `count` is of articles, `of` of all that the document lists. */
export type Finding =
  | {
      kind: "noGuids" | "sharedGuids" | "noDates" | "badDates" | "aheadDates" | "duplicates";
      count: number;
      of: number;
    }
  | { kind: "encoding" | "mojibake" | "malformed" | "truncated" | "doubleEncoded" | "relativeUrls" | "noValidators" }
  | { kind: "moved"; url: string };

/** The worst first. */
export function findingsOf({ feed, report }: Pick<Examined, "feed" | "report">): Finding[] {
  if (!report) return [];
  const of = report.items;
  const repaired = (kind: DocumentReport["repairs"][number]["kind"]) =>
    report.repairs.find((repair) => repair.kind === kind)?.count ?? 0;
  const counted = (kind: Extract<Finding, { count: number }>["kind"], count: number): Finding[] =>
    count > 0 ? [{ kind, count, of }] : [];
  const simple = (kind: Exclude<Finding, { count: number } | { url: string }>["kind"], isSo: boolean): Finding[] =>
    isSo ? [{ kind }] : [];
  const junk = ["leadingJunk", "reservedTagName"] as const;
  return [
    ...simple("truncated", repaired("truncated") > 0),
    ...simple(
      "malformed",
      junk.some((kind) => repaired(kind) > 0),
    ),
    ...counted("sharedGuids", repaired("duplicateGuid")),
    ...counted("noGuids", report.withoutGuid),
    ...counted("duplicates", report.merged),
    ...counted("badDates", repaired("badDate")),
    ...counted("noDates", report.withoutDate),
    ...counted("aheadDates", report.ahead),
    ...simple("encoding", repaired("encoding") > 0),
    ...simple("mojibake", repaired("mojibake") > 0),
    ...simple("doubleEncoded", repaired("doubleEncodedTitle") > 0),
    ...simple("relativeUrls", repaired("relativeUrl") > 0),
    ...(feed.movedTo ? [{ kind: "moved" as const, url: feed.movedTo.url }] : []),
    ...simple("noValidators", feed.validators.etag === null && feed.validators.lastModified === null),
  ];
}
