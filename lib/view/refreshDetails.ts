import type { RefreshRun } from "../db/state.ts";
import type { Feed } from "../model.ts";
import { isBeingFetched, isDone, progressOf, type Progress } from "./refreshProgress.ts";
import { troubleOf, type Sentence } from "./sources.ts";

/** Whose state is shown: of all that the refresh asks, or of these. */
export type Details = { of: "run" } | { of: "sources"; ids: readonly string[] };

/** How a refresh went, or goes, for one source. */
export type SourceState = { id: string; title: string } & (
  | { kind: "new"; count: number }
  | { kind: "noChange" | "running" | "waiting" | "notAsked" }
  | { kind: "failed"; trouble: Sentence[] }
);

type Given = {
  details: Details;
  run: RefreshRun | null | undefined;
  progress: Progress | null;
  now: number;
  locale: string;
};

/** Derived from rows alone, as the progress is. In an order that no answer changes: nothing moves while it is read. */
export function sourceStates(feeds: Feed[], given: Given): SourceState[] {
  const { details, run, progress, now, locale } = given;
  // The click was answered, and the background has not begun: what the rows say is of the refresh before.
  const isBeginning = progress !== null && progressOf(run, feeds, now) === null;
  const isAsked = ({ id }: Feed) => isBeginning || (run?.feedIds.includes(id) ?? false);
  const isShown = (feed: Feed) => (details.of === "run" ? isAsked(feed) : details.ids.includes(feed.id));
  const isAnswered = (feed: Feed) => !isBeginning && (!run || isDone(feed, { run, now }));
  const collator = new Intl.Collator(locale);

  function stateOf(feed: Feed): SourceState {
    const named = { id: feed.id, title: feed.title };
    if (isBeingFetched(feed, now)) return { ...named, kind: "running" };
    if (isAsked(feed) && !isAnswered(feed)) return { ...named, kind: progress === null ? "notAsked" : "waiting" };
    if (feed.trouble) return { ...named, kind: "failed", trouble: troubleOf(feed.trouble, feed, { now, locale }) };
    return feed.brought ? { ...named, kind: "new", count: feed.brought } : { ...named, kind: "noChange" };
  }

  return feeds
    .filter(isShown)
    .toSorted((a, b) => collator.compare(a.title, b.title))
    .map(stateOf);
}
