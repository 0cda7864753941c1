import { signal, type ReadonlySignal } from "@preact/signals";
import { getsTags, planImport, type WantedFeed } from "../db/importFeeds.ts";
import { OPML_BYTES } from "../feed/limits.ts";
import { readOpml, type Opml, type OpmlFeed, type SkippedOutline } from "../feed/opml.ts";
import type { Feed } from "../model.ts";

/** What of a file does not become a new source, and why. */
export type LeftOut = Omit<SkippedOutline, "why"> & { why: SkippedOutline["why"] | "known" };

type Account = { leftOut: LeftOut[]; isWhole: boolean };

/** How importing a file of sources stands. Nothing is stored or fetched before people have seen what it would do. */
export type ImportState =
  | { kind: "idle" | "notOpml" | "tooLarge" }
  | ({ kind: "asking" | "importing"; fresh: OpmlFeed[]; known: number; tagged: number; listed: OpmlFeed[] } & Account)
  | ({ kind: "done"; added: number; known: number; waiting: Feed[] } & Account);

export type Importing = {
  state: ReadonlySignal<ImportState>;
  choose: (file: Blob) => Promise<void>;
  /** Must be called first thing in the click: the browser asks the person, once for all sources. */
  confirm: () => Promise<void>;
  /** The same for sources that were imported without the permission to fetch them. */
  allow: () => Promise<void>;
  close: () => void;
};

export type ImportDeps = {
  followed: () => Promise<Feed[]>;
  askToFetchAll: (urls: string[]) => Promise<boolean>;
  mayFetch: (url: string) => Promise<boolean>;
  importFeeds: (listed: WantedFeed[]) => Promise<{ added: Feed[]; known: Feed[] }>;
  askSoon: (ids: string[]) => Promise<void>;
  refreshDue: () => Promise<void>;
};

export function createImporting(deps: ImportDeps): Importing {
  const state = signal<ImportState>({ kind: "idle" });

  async function confirm(): Promise<void> {
    const asked = state.peek();
    if (asked.kind !== "asking") return;
    const granted = deps.askToFetchAll(asked.fresh.map((feed) => feed.url));
    state.value = { ...asked, kind: "importing" };
    const { added, known } = await deps.importFeeds(await withPermissions(asked.listed, await granted, deps));
    const waiting = added.filter((feed) => feed.trouble?.kind === "noPermission");
    const { leftOut, isWhole } = asked;
    state.value = { kind: "done", added: added.length, known: known.length, waiting, leftOut, isWhole };
    void deps.refreshDue();
  }

  async function allow(): Promise<void> {
    const done = state.peek();
    if (done.kind !== "done" || done.waiting.length === 0) return;
    if (!(await deps.askToFetchAll(done.waiting.map((feed) => feed.url)))) return;
    state.value = { ...done, waiting: [] };
    await deps.askSoon(done.waiting.map((feed) => feed.id));
    void deps.refreshDue();
  }

  return {
    state,
    choose: async (file) => {
      state.value = await stateOf(file, deps);
    },
    confirm,
    allow,
    close: () => {
      state.value = { kind: "idle" };
    },
  };
}

async function stateOf(file: Blob, deps: ImportDeps): Promise<ImportState> {
  if (file.size > OPML_BYTES) return { kind: "tooLarge" };
  const list = readOpml(new Uint8Array(await file.arrayBuffer()));
  if (list.kind === "notOpml") return { kind: list.reason === "tooLarge" ? "tooLarge" : "notOpml" };
  const { fresh, known } = planImport(list.feeds, await deps.followed());
  const account = accountOf(list, fresh);
  if (fresh.length === 0) return { kind: "done", added: 0, known: known.length, waiting: [], ...account };
  const tagged = known.filter(getsTags).length;
  return { kind: "asking", fresh, known: known.length, tagged, listed: list.feeds, ...account };
}

function accountOf({ feeds, skipped, isWhole }: Opml, fresh: OpmlFeed[]): Account {
  const isFresh = new Set(fresh);
  const known = feeds.filter((feed) => !isFresh.has(feed));
  const here = known.map(({ title, url }): LeftOut => ({ text: title, url, why: "known" }));
  return { leftOut: [...here, ...skipped], isWhole };
}

/** A refusal is for all; some hosts may have been allowed before. */
function withPermissions(listed: OpmlFeed[], isGranted: boolean, { mayFetch }: ImportDeps): Promise<WantedFeed[]> {
  return Promise.all(listed.map(async (feed) => ({ ...feed, isAllowed: isGranted || (await mayFetch(feed.url)) })));
}
