import type { Keeping } from "../../lib/db/retention.ts";
import type { Flags } from "../../lib/model.ts";
import type { SearchDocument } from "../../lib/search/matches.ts";

/**
 * What the store should hold, kept in the simplest way: a list of rows, nothing derived, nothing indexed. Two sources
 * publish stories; whoever reads them reads, stars and deletes; what is old goes.
 */
export type StoreModel = {
  now: number;
  sources: Source[];
  stories: Story[];
  /** By the story's name; null once its article is deleted. */
  rows: Map<string, Row | null>;
  made: number;
  nextId: number;
  wishes: Wishes;
  /** Takes back what was done last of all that can be. */
  undo: (() => void) | null;
};

/** What the reader made of tags. */
export type Wishes = { merged: Map<string, string>; muted: Set<string>; named: Map<string, string>; pinned: string[] };

export type Source = { id: string; title: string; listed: number | undefined };

/** An item as its publisher has it now. */
export type Story = Pick<SearchDocument, "title" | "summary" | "text" | "tags"> & {
  name: string;
  sourceId: string;
  author: string;
  publishedAt: number | null;
  isListed: boolean;
};

export type Row = Omit<SearchDocument, "feedTitle" | "tagNames"> & { arrivedAt: number };

export const DAY_MS = 24 * 3_600_000;

export function newModel(now: number): StoreModel {
  const sources = [
    { id: "home", title: "The Storm Herald", listed: undefined },
    { id: "other", title: "Café 東京 News", listed: undefined },
  ];
  const wishes: Wishes = { merged: new Map(), muted: new Set(), named: new Map(), pinned: [] };
  return { now, sources, stories: [], rows: new Map(), made: 0, nextId: 1, wishes, undo: null };
}

export const rowsOf = ({ rows }: StoreModel): Row[] => [...rows.values()].filter((row) => row !== null);

/** What a search reads of a row, with the title that its source has now. */
export function documentsOf(model: StoreModel): SearchDocument[] {
  const titles = new Map(model.sources.map(({ id, title }) => [id, title]));
  return rowsOf(model).map((row) => ({
    ...row,
    feedTitle: titles.get(row.feedId) ?? "",
    tagNames: tagsOfRow(model, row).flatMap((tag) => namesOf(model, tag)),
  }));
}

/** The reader's tags of an article. */
export const tagsOfRow = ({ wishes }: StoreModel, { tags }: Pick<Row, "tags">): string[] => [
  ...new Set(tags.map((tag) => wishes.merged.get(tag) ?? tag)),
];

function namesOf({ wishes: { merged, named } }: StoreModel, tag: string): string[] {
  const others = [...merged].filter(([, into]) => into === tag).map(([from]) => from);
  return [tag, ...others, ...(named.has(tag) ? [named.get(tag) ?? ""] : [])];
}

/** Whether an article stands in the list of all, or in that of a tag. */
export function isListed(model: StoreModel, row: Row, tag: string | null): boolean {
  const tags = tagsOfRow(model, row);
  const isMuted = tags.some((each) => model.wishes.muted.has(each));
  return tag === null ? !isMuted : tags.includes(tag) && (!isMuted || model.wishes.muted.has(tag));
}

/** What a source's document lists: the story published last comes first. */
export const listedBy = ({ stories }: StoreModel, sourceId: string): Story[] =>
  stories.filter((story) => story.isListed && story.sourceId === sourceId).reverse();

/** A visit: new stories become rows, the oldest of them first; known ones are as they are told now; dead ones stay dead. */
export function visited(model: StoreModel, source: Source): void {
  const listed = listedBy(model, source.id);
  const stored = rowsOf(model).some((row) => row.feedId === source.id);
  // An empty document where there was something is trouble, not news.
  if (listed.length > 0 || !stored) source.listed = listed.length;
  for (const story of listed.toReversed()) {
    const row = model.rows.get(story.name);
    if (row !== null) model.rows.set(story.name, { ...(row ?? arrival(model, story)), ...contentOf(story) });
  }
}

function arrival(model: StoreModel, { sourceId, publishedAt }: Story) {
  const sortAt = Math.min(publishedAt ?? model.now, model.now);
  const flags: Flags = { unread: 1, starred: 0, later: 0 };
  return { id: model.nextId++, feedId: sourceId, arrivedAt: model.now, sortAt, ...flags };
}

const contentOf = ({ title, summary, text, tags, author }: Story) => ({
  title,
  summary,
  text,
  tags,
  authors: [author],
});

export function removed(model: StoreModel, ids: number[]): void {
  for (const [name, row] of model.rows) if (row && ids.includes(row.id)) model.rows.set(name, null);
}

/** Of each source's oldest, those beyond as many as its document lists: read ones long here, and what is too many. */
export function retained(model: StoreModel, { keepReadDays, keepPerFeed }: Keeping): void {
  const { now } = model;
  for (const { id, listed } of model.sources) {
    const rows = rowsOf(model).filter((row) => row.feedId === id);
    const oldest = rows.toSorted((a, b) => a.sortAt - b.sortAt || a.id - b.id);
    const spare = listed === undefined ? 0 : Math.max(0, rows.length - listed);
    const goes = oldest.slice(0, spare).filter((row, i) => {
      const isOld = keepReadDays !== null && row.unread === 0 && row.arrivedAt < now - keepReadDays * DAY_MS;
      const isTooMany = keepPerFeed !== null && rows.length - i > keepPerFeed && row.arrivedAt < now - 30 * DAY_MS;
      return row.starred === 0 && row.later === 0 && (isOld || isTooMany);
    });
    removed(
      model,
      goes.map((row) => row.id),
    );
  }
}
