import type { ReadonlySignal } from "@preact/signals";
import { readChoices } from "../db/choices.ts";
import { chooseTags } from "../db/choosing.ts";
import { readCounts } from "../db/counters.ts";
import { countSince } from "../db/recent.ts";
import type { Db } from "../db/schema.ts";
import { tagScope } from "../db/tagScope.ts";
import { pin, unpin } from "../tags/choosing.ts";
import { tagsInOrder } from "./chips.ts";
import { live } from "./live.ts";

/** A tag that somebody may want at the top, with how many of its articles are of the last seven days. */
export type Topic = { tag: string; isPinned: boolean; thisWeek: number };

export type Welcome = {
  topics: ReadonlySignal<Topic[]>;
  /** Written down at once: who leaves the page early loses nothing. */
  choose: (topic: Topic) => Promise<void>;
};

export type WelcomeDeps = { db: Db; now: () => number; tagOrder: readonly string[] };

export function createWelcome({ db, now, tagOrder }: WelcomeDeps): Welcome {
  return {
    topics: live(
      () => readTopics(db, { tagOrder, weekAgo: now() - WEEK_MS }),
      tagOrder.map((tag) => ({ tag, isPinned: false, thisWeek: 0 })),
    ),
    choose: async ({ tag, isPinned }) => void (await chooseTags(db, isPinned ? unpin(tag) : pin(tag, now()))),
  };
}

const WEEK_MS = 7 * 24 * 3_600_000;
/** More is not a choice but a list. */
const MOST = 12;

type Given = { tagOrder: readonly string[]; weekAgo: number };

/** What is pinned does not move to the top of this list: that would be under somebody's hand. */
async function readTopics(db: Db, { tagOrder, weekAgo }: Given): Promise<Topic[]> {
  const [counts, choices] = await Promise.all([readCounts(db), readChoices(db)]);
  const tags = [...new Set([...tagOrder, ...tagsInOrder(counts, [], new Map())])].slice(0, MOST);
  return Promise.all(
    tags.map(async (tag) => ({
      tag,
      isPinned: choices.get(tag)?.pinnedAt !== undefined,
      thisWeek: await countSince(db, tagScope("all", tag), weekAgo),
    })),
  );
}

/** How new articles reach somebody, and the settings that make it so. */
export const TOLD = {
  notify: { notifications: true, badge: "unread" },
  count: { notifications: false, badge: "unread" },
  neither: { notifications: false, badge: "none" },
} as const;

export type Told = keyof typeof TOLD;
