import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { readChoices } from "../db/choices.ts";
import { chooseTags } from "../db/choosing.ts";
import { readCounts, type Counts } from "../db/counters.ts";
import { changeFeeds, listFeeds } from "../db/feeds.ts";
import { feedScope } from "../db/layout.ts";
import { countSince } from "../db/recent.ts";
import type { Db } from "../db/schema.ts";
import { tagOfScope, tagScope } from "../db/tagScope.ts";
import type { AlertMode, Feed } from "../model.ts";
import { tellOf } from "../tags/choosing.ts";
import type { Choices } from "../tags/mapTags.ts";
import { tagLabel } from "../tags/tagLabel.ts";
import { watch } from "./live.ts";

/** A source or a tag, and how people are told of its news. */
export type AlertRow = {
  /** The source's id, or the tag. */
  key: string;
  name: string;
  mode: AlertMode;
  /** How many articles it had in the last seven days. */
  recent: number;
};

export type AlertLists = {
  sources: AlertRow[];
  /** By name: those that were pinned or of which something was chosen, and the largest; or all. */
  tags: AlertRow[];
  tagCount: number;
};

export type AlertChoices = {
  /** Null until they are read. */
  lists: ReadonlySignal<AlertLists | null>;
  showAllTags: () => void;
  tellOfSource: (feedId: string, mode: AlertMode) => Promise<void>;
  tellOfTag: (tag: string, mode: AlertMode) => Promise<void>;
};

export type AlertDeps = { db: Db; now: () => number; locale: string };

const FEW_TAGS = 8;
const WEEK_MS = 7 * 24 * 3_600_000;

export function createAlertChoices({ db, now, locale }: AlertDeps): AlertChoices {
  const lists = signal<AlertLists | null>(null);
  const most = signal(FEW_TAGS);
  effect(() => {
    const shown = most.value;
    return watch(
      () => readLists(db, { most: shown, since: now() - WEEK_MS, locale }),
      (read) => (lists.value = read),
    );
  });
  return {
    lists,
    showAllTags: () => void (most.value = Infinity),
    tellOfSource: (feedId, mode) => changeFeeds(db, [feedId], (feeds) => feeds.map((feed) => toldAs(feed, mode))),
    tellOfTag: async (tag, mode) => void (await chooseTags(db, tellOf(tag, mode))),
  };
}

/** A group is what nobody has to choose. */
function toldAs({ alerts: _, ...feed }: Feed, mode: AlertMode): Feed {
  return mode === "group" ? feed : { ...feed, alerts: mode };
}

type Asked = { most: number; since: number; locale: string };
type Row = Omit<AlertRow, "recent">;

async function readLists(db: Db, { most, since, locale }: Asked): Promise<AlertLists> {
  const [feeds, choices, counts] = await Promise.all([listFeeds(db), readChoices(db), readCounts(db)]);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const withCounts = (rows: Row[], scopeOf: (key: string) => string) =>
    Promise.all(
      rows
        .toSorted((a, b) => compare(a.name, b.name))
        .map(async (row) => ({ ...row, recent: await countSince(db, scopeOf(row.key), since) })),
    );
  const tags = tagsToTellOf(choices, counts);
  return {
    sources: await withCounts(feeds.map(sourceRow), (id) => feedScope("all", id)),
    tags: await withCounts(
      [...tags.chosen, ...tags.others.slice(0, most)].map((tag) => tagRow(tag, choices, locale)),
      (tag) => tagScope("all", tag),
    ),
    tagCount: tags.chosen.length + tags.others.length,
  };
}

const sourceRow = ({ id, title, alerts = "group" }: Feed): Row => ({ key: id, name: title, mode: alerts });

function tagRow(tag: string, choices: Choices, locale: string): Row {
  const { label = tagLabel(tag, locale), alerts = "group" } = choices.get(tag) ?? {};
  return { key: tag, name: label, mode: alerts };
}

/** The others by how many articles they have. Of a muted tag nobody is told, and a merged one is no tag of its own. */
function tagsToTellOf(choices: Choices, counts: Counts): { chosen: string[]; others: string[] } {
  const open = [...choices.values()].filter(({ isMuted, mergedInto }) => !isMuted && mergedInto === undefined);
  const chosen = open.filter(({ alerts, pinnedAt }) => alerts ?? pinnedAt).map(({ tag }) => tag);
  const others = [...counts].flatMap(([scope, count]) => {
    const tag = tagOfScope(scope, "all");
    return tag === null || chosen.includes(tag) || choices.get(tag)?.isMuted ? [] : [{ tag, count }];
  });
  return { chosen, others: others.toSorted((a, b) => b.count - a.count).map(({ tag }) => tag) };
}
