import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { getFeed } from "../db/feeds.ts";
import type { Db } from "../db/schema.ts";
import type { Feed, Trouble } from "../model.ts";
import type { List } from "./list.ts";
import type { FocusWish } from "./moving.ts";

/** What stands at the end of one source's list about the articles that its document does not list any more. */
export type OlderState =
  | { kind: "none" | "there" | "loading" | "nothingNew" | "end" }
  /** `trouble` is null where somebody else has the source in hand. */
  | { kind: "failed"; trouble: Trouble | null };

export type Older = {
  state: ReadonlySignal<OlderState>;
  /** Loads one page more, and goes to its first article. */
  load: () => Promise<void>;
};

export type OlderDeps = {
  db: Db;
  list: List;
  feeds: ReadonlySignal<Feed[] | null>;
  loadOlder: (feedId: string) => Promise<void>;
  focusWish: Signal<FocusWish | null>;
};

export function createOlder({ db, list, feeds, loadOlder, focusWish }: OlderDeps): Older {
  /** The last request of this page, by the source that it was for. */
  const last = signal<{ feedId: string; state: OlderState } | null>(null);

  const state = computed((): OlderState => {
    const feed = feedAtEnd(list, feeds.value ?? []);
    if (!feed) return { kind: "none" };
    const mine = last.value?.feedId === feed.id ? last.value.state : null;
    return mine ?? { kind: feed.older?.url ? "there" : "none" };
  });

  async function load(): Promise<void> {
    const feed = feedAtEnd(list, feeds.peek() ?? []);
    if (!feed?.older?.url || state.peek().kind === "loading") return;
    const tell = (told: OlderState | null) => {
      last.value = told && { feedId: feed.id, state: told };
    };
    tell({ kind: "loading" });
    const first = await list.readOn(() =>
      loadOlder(feed.id).then(async () => (await wayOf(feed))?.url !== feed.older?.url),
    );
    const after = await wayOf(feed);
    if (!after || after.url === feed.older.url) return tell({ kind: "failed", trouble: after?.trouble ?? null });
    tell(first ? null : { kind: after.url === null ? "end" : "nothingNew" });
    if (first) focusWish.value = { on: "row", id: first.id };
    else if (after.url === null) focusWish.value = { on: "list" };
  }

  const wayOf = async ({ id }: Feed) => (await getFeed(db, id))?.older ?? null;

  return { state, load };
}

/** The one source whose list is shown, and read to its end. */
function feedAtEnd(list: List, feeds: Feed[]): Feed | null {
  const filter = list.shown.value?.filter;
  const isWhole = filter?.tag === null && (filter.view === "all" || filter.view === "unread");
  if (!filter || !isWhole || list.hasMore.value) return null;
  return feeds.find(({ id }) => id === filter.feedId) ?? null;
}
