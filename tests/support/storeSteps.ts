import { isDeepStrictEqual } from "node:util";
import { markAllRead } from "../../lib/db/marking.ts";
import { newestArticleId, setFlags } from "../../lib/db/articles.ts";
import { deleteArticles } from "../../lib/db/deletion.ts";
import { claimFeed, newFeed, NO_VALIDATORS } from "../../lib/db/feeds.ts";
import { rebuildIndex, tendIndex } from "../../lib/db/indexing.ts";
import { mergeOn } from "../../lib/db/mergeSegments.ts";
import { retain } from "../../lib/db/retention.ts";
import { finishRetagging } from "../../lib/db/retagging.ts";
import type { Db } from "../../lib/db/schema.ts";
import { undoLast } from "../../lib/db/undo.ts";
import { storeDocument } from "../../lib/refresh/recordOutcome.ts";
import { merge, mute, pin, rename, separate, unmute, unpin, type Act } from "../../lib/tags/choosing.ts";
import { calmWorld } from "./calmWorld.ts";
import { choose } from "./choosing.ts";
import { closedAfter } from "./closedAfter.ts";
import { makeRss } from "./makers.ts";
import {
  isListed,
  listedBy,
  removed,
  retained,
  rowsOf,
  visited,
  type Row,
  type Source,
  type Story,
  type StoreModel,
  type Wishes,
} from "./storeModel.ts";

import { pick, TAGS, tagsOf, wordsOf } from "./storeWords.ts";

/** The product's store and its model, and what is done to both. */
export type World = { db: Db; model: StoreModel };

/** A number says which story, row or words; so that a sequence is the same each time. */
export type Step = { does: keyof typeof STEPS; n: number; hours: number };

export async function take(world: World, { does, n, hours }: Step): Promise<void> {
  world.model.now += hours * 3_600_000;
  await STEPS[does](world, n);
}

export async function addSources({ db, model }: World): Promise<void> {
  for (const { id, title } of model.sources) {
    const feed = newFeed({ id, url: `https://${id}.example/feed`, title, homeUrl: null }, model.now);
    await db.feeds.put({ ...feed, isNamed: true });
  }
}

const STEPS = {
  publishes: async (world: World, n: number) => {
    publish(world, n);
    await visit(world, n);
  },
  publishesMany: async (world: World, n: number) => {
    for (let i = 0; i < 30; i++) publish(world, n + i * 2);
    await visit(world, n);
  },
  rewrites: (world: World, n: number) => edit(world, n, (story) => (story.text = wordsOf(n, 12))),
  retitles: (world: World, n: number) => edit(world, n, (story) => (story.title = titleOf(world.model, n))),
  summarises: (world: World, n: number) => edit(world, n, (story) => (story.summary = wordsOf(n, 3))),
  relabels: (world: World, n: number) => edit(world, n, (story) => (story.tags = tagsOf(n))),
  signs: (world: World, n: number) => edit(world, n, (story) => (story.author = wordsOf(n, 2))),
  /** As many small changes as the index merges at once. */
  fusses: async (world: World, n: number) => {
    for (let i = 0; i < 9; i++) await edit(world, n + i, (story) => (story.text = wordsOf(n + i, 8)));
  },
  relists: (world: World, n: number) => edit(world, n, (story) => (story.isListed = true)),
  shrinks: async (world: World, n: number) => {
    for (const story of listedBy(world.model, sourceAt(world, n).id).slice(1 + (n % 4))) story.isListed = false;
    await visit(world, n);
  },
  renames: async ({ db, model }: World, n: number) => {
    const source = sourceAt({ db, model }, n);
    source.title = wordsOf(n, 2);
    await db.feeds.update(source.id, { title: source.title });
  },
  reads: (world: World, n: number) => flag(world, n, (row) => ({ unread: row.unread ? 0 : 1 })),
  stars: (world: World, n: number) => flag(world, n, (row) => ({ starred: row.starred ? 0 : 1 })),
  keeps: (world: World, n: number) => flag(world, n, (row) => ({ later: row.later ? 0 : 1 })),
  readsAll: async ({ db, model }: World, n: number) => {
    const tag = pick(TAGS, n);
    await markAllRead(db, { view: "all", tag, feedId: null }, await newestArticleId(db));
    const marked = rowsOf(model).filter((row) => row.unread && isListed(model, row, tag));
    setUnread(model, marked, 0);
    if (marked.length > 0) model.undo = () => setUnread(model, marked, 1);
  },
  pinsTag: (world: World, n: number) => {
    const tag = rootTag(world, n);
    const isPinned = world.model.wishes.pinned.includes(tag);
    return wishFor(world, isPinned ? unpin(tag) : pin(tag, world.model.now), ({ pinned }) => {
      if (isPinned) pinned.splice(pinned.indexOf(tag), 1);
      else pinned.push(tag);
    });
  },
  mutesTag: (world: World, n: number) => {
    const tag = rootTag(world, n);
    const isMuted = world.model.wishes.muted.has(tag);
    return wishFor(world, isMuted ? unmute(tag) : mute(tag), ({ muted }) => {
      if (isMuted) muted.delete(tag);
      else muted.add(tag);
    });
  },
  namesTag: (world: World, n: number) => {
    const [tag, name] = [rootTag(world, n), n % 3 === 0 ? "" : wordsOf(n, 1)];
    return wishFor(world, rename(tag, name), ({ named }) => {
      if (name === "") named.delete(tag);
      else named.set(tag, name);
    });
  },
  mergesTags: async (world: World, n: number) => {
    const [from, into] = [rootTag(world, n), rootTag(world, n >> 2)];
    await wishFor(world, merge(from, into), (wishes) => mergeWishes(wishes, from, into), n);
  },
  separatesTag: (world: World, n: number) => {
    const tag = pick([pick(TAGS, n), ...world.model.wishes.merged.keys()], n);
    return wishFor(world, separate(tag), ({ merged }) => void merged.delete(tag));
  },
  undoes: async ({ db, model }: World) => {
    await undoLast(db);
    model.undo?.();
    model.undo = null;
  },
  deletes: async (world: World, n: number) => {
    const row = rowAt(world, n);
    if (row) await remove(world, [row.id]);
  },
  deletesMany: (world: World, n: number) =>
    remove(
      world,
      rowsOf(world.model).flatMap(({ id }) => (id % 3 === n % 3 ? [id] : [])),
    ),
  retains: async ({ db, model }: World, n: number) => {
    const keeping = { keepReadDays: n % 2 === 0 ? 10 : null, keepPerFeed: n % 3 === 0 ? null : 5 };
    await retain(db, keeping, { now: model.now, everyMs: 0 });
    retained(model, keeping);
  },
  /** Some parts of a merge, as a worker does that is killed then. */
  merges: async ({ db }: World, n: number) => {
    for (let i = 0; i <= n % 3; i++) await mergeOn(db);
  },
  tends: ({ db }: World) => tendIndex(db),
  rebuilds: async ({ db }: World, n: number) => {
    await rebuildIndex(db);
    if (n % 2 === 0) await tendIndex(db);
  },
} satisfies Record<string, (world: World, n: number) => Promise<void>>;

export const STEP_NAMES = Object.keys(STEPS) as Step["does"][];

const sourceAt = ({ model }: World, n: number): Source => model.sources[n % 2] ?? { id: "", title: "", listed: 0 };

function rowAt({ model }: World, n: number): Row | undefined {
  const rows = rowsOf(model);
  return rows[n % Math.max(1, rows.length)];
}

const titleOf = (model: StoreModel, n: number): string => `${wordsOf(n, 3)} ${++model.made}`;

function publish({ model, db }: World, n: number): void {
  const name = `story-${++model.made}`;
  model.stories.push({
    name,
    sourceId: sourceAt({ model, db }, n).id,
    title: titleOf(model, n),
    summary: wordsOf(n + 1, 4),
    text: wordsOf(n + 2, 10),
    tags: tagsOf(n),
    author: wordsOf(n + 3, 2),
    publishedAt: n % 5 === 0 ? null : model.now - (n % 40) * 7 * 3_600_000,
    isListed: true,
  });
}

async function edit(world: World, n: number, change: (story: Story) => void): Promise<void> {
  const { stories } = world.model;
  const story = stories[n % Math.max(1, stories.length)];
  if (!story) return;
  change(story);
  await visit(
    world,
    world.model.sources.findIndex(({ id }) => id === story.sourceId),
  );
}

async function visit({ db, model }: World, n: number): Promise<void> {
  const source = sourceAt({ db, model }, n);
  const items = listedBy(model, source.id).map(({ name, text, publishedAt, tags, ...story }) => ({
    ...{ id: name, url: `https://${source.id}.example/${name}`, title: story.title, summary: story.summary },
    ...{ author: story.author, tags, html: `<p>${text}</p>` },
    publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
  }));
  const claimed = await claimFeed(db, source.id, { id: "lease", now: model.now, isWanted: () => true });
  if (!claimed) throw new Error("not claimed");
  const bytes = new TextEncoder().encode(makeRss({ items }));
  const fetched = { kind: "fetched", bytes, contentType: null, url: claimed.url, validators: NO_VALIDATORS } as const;
  await storeDocument(
    calmWorld(db, () => model.now),
    claimed,
    { ...fetched, fresh: null },
  );
  visited(model, source);
}

async function flag(world: World, n: number, change: (row: Row) => Partial<Row>): Promise<void> {
  const row = rowAt(world, n);
  if (!row) return;
  const flags = change(row);
  await setFlags(world.db, [row.id], flags);
  Object.assign(row, flags);
}

function setUnread(model: StoreModel, marked: Row[], unread: 0 | 1): void {
  const ids = new Set(marked.map(({ id }) => id));
  for (const row of rowsOf(model)) if (ids.has(row.id)) row.unread = unread;
}

function rootTag({ model }: World, n: number): string {
  const tag = pick(TAGS, n);
  return model.wishes.merged.get(tag) ?? tag;
}

function mergeWishes({ merged, pinned }: Wishes, from: string, into: string): void {
  if (from === into) return;
  for (const [tag, root] of merged) if (root === from) merged.set(tag, into);
  merged.set(from, into);
  if (pinned.includes(from) && !pinned.includes(into)) pinned.push(into);
}

/** Done whole, or by a page that is closed midway: then a source is visited before somebody ends it. */
async function wishFor(world: World, act: Act, wish: (wishes: Wishes) => void, n = 0): Promise<void> {
  const { db, model } = world;
  const before = structuredClone(model.wishes);
  wish(model.wishes);
  if (n % 2 === 1 && (await closedAfter(db, 1 + (n % 4), (page) => choose(page, act)))) await visit(world, n);
  else await choose(db, act);
  await finishRetagging(db);
  if (!isDeepStrictEqual(before, model.wishes)) model.undo = () => void (model.wishes = before);
}

async function remove({ db, model }: World, ids: number[]): Promise<void> {
  await deleteArticles(db, ids, model.now);
  removed(model, ids);
}
