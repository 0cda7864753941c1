import type { Feed, Trouble } from "../model.ts";

/** What the reader should know about the last refreshes, the gravest first; null when all is well. */
export type Outage =
  | { kind: "storageFull" }
  | { kind: "allFailed" }
  | { kind: "oneFailed"; feed: Feed }
  | { kind: "severalFailed"; count: number }
  | { kind: "offline" };

/** These answered: their trouble is told where they are listed. */
const ANSWERED: ReadonlySet<Trouble["kind"]> = new Set(["emptied", "truncated", "storageFull"]);

export function outageOf(feeds: Feed[]): Outage | null {
  if (feeds.some((feed) => feed.trouble?.kind === "storageFull")) return { kind: "storageFull" };
  const failed = feeds.filter((feed) => feed.trouble !== null && !ANSWERED.has(feed.trouble.kind));
  const [first] = failed;
  if (!first) return null;
  if (failed.every((feed) => feed.trouble?.kind === "offline")) return { kind: "offline" };
  if (failed.length === feeds.length) return { kind: "allFailed" };
  return failed.length === 1 ? { kind: "oneFailed", feed: first } : { kind: "severalFailed", count: failed.length };
}
