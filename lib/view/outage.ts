import { isFailed } from "../db/failed.ts";
import type { Feed, Trouble } from "../model.ts";

/** What the reader should know about the last refreshes, the gravest first; null when all is well. */
export type Outage =
  | { kind: "storageFull" | "picturesUnsaved" }
  | { kind: "allFailed" | "allUnreadable" }
  | { kind: "oneFailed" | "oneUnreadable"; feed: Feed }
  | { kind: "severalFailed" | "severalUnreadable"; count: number }
  | { kind: "offline" };

type Kind = Trouble["kind"];

/** Nobody who could answer did. All others answered, with nothing that can be read. */
const SILENT: ReadonlySet<Kind> = new Set(["offline", "unreachable", "timeout", "serverError"]);

/** `full`: pictures find no room on the disk. */
export type Disk = "roomy" | "full";

export function outageOf(feeds: Feed[], disk: Disk = "roomy"): Outage | null {
  if (feeds.some((feed) => feed.trouble?.kind === "storageFull")) return { kind: "storageFull" };
  if (disk === "full") return { kind: "picturesUnsaved" };
  const failed = feeds.filter(isFailed);
  const [first] = failed;
  if (!first) return null;
  const kinds = failed.flatMap((feed) => feed.trouble?.kind ?? []);
  if (kinds.every((kind) => kind === "offline")) return { kind: "offline" };
  const isSilent = kinds.every((kind) => SILENT.has(kind));
  if (failed.length === feeds.length) return { kind: isSilent ? "allFailed" : "allUnreadable" };
  if (failed.length === 1) return { kind: isSilent ? "oneFailed" : "oneUnreadable", feed: first };
  return { kind: isSilent ? "severalFailed" : "severalUnreadable", count: failed.length };
}
