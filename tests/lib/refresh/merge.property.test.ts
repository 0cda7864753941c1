import fc from "fast-check";
import { expect, test } from "vitest";
import { getBody, listPage, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { claimFeed, newFeed, NO_VALIDATORS } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Article, Flags } from "../../../lib/model.ts";
import { storeDocument } from "../../../lib/refresh/recordOutcome.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { makeRss } from "../../support/makers.ts";
import { makeDb, NOW } from "../../support/rows.ts";

/**
 * Whatever a publisher does to a feed, one change to an item between two visits, and whatever the reader does in
 * between: each story that was ever listed stands in the store once, with its latest title and text and with the
 * reader's flags, and a deleted one stays away.
 */

type Story = { name: string; guid: string | null; link: string; title: string; text: string; isListed: boolean };
type Kept = Flags & { id: number; sortAt: number };
/** How a publisher makes guids: one for each item, none at all, or one for all of them. */
type Guids = "own" | "none" | "shared";
/** What is done, to which story, and whether the feed is visited then. */
type Step = { does: keyof typeof PUBLISHER | keyof typeof READER; n: number; isSeen: boolean };

type World = {
  db: Db;
  guids: Guids;
  now: number;
  stories: Story[];
  /** By story; null for what the reader deleted. */
  kept: Map<string, Kept | null>;
  /** Stories changed since the last visit. */
  changed: Set<Story>;
  made: number;
};

const PUBLISHER = {
  publishes: (world: World) => {
    const story = newStory(world);
    world.stories.unshift(story);
    world.changed.add(story);
  },
  drops: (_world: World, story: Story) => void (story.isListed = false),
  reorders: ({ stories }: World) => void stories.reverse(),
  retitles: (world: World, story: Story) => void (story.title = `Title ${++world.made}`),
  rewrites: (world: World, story: Story) => void (story.text = `Text ${++world.made} of ${story.name}`),
  // Where there are no guids of its own, an item's link is all that tells it from others.
  renumbers: (world: World, story: Story) => {
    if (world.guids === "own") story.guid = `guid ${++world.made}`;
  },
  moves: (world: World, story: Story) => {
    if (world.guids === "own") story.link = `https://x.example/moved/${++world.made}`;
  },
} satisfies Record<string, (world: World, story: Story) => void>;

const READER = {
  reads: ({ db }: World, kept: Kept) => setFlags(db, [kept.id], { unread: (kept.unread = 0) }),
  stars: ({ db }: World, kept: Kept) => setFlags(db, [kept.id], { starred: (kept.starred = 1) }),
  keeps: ({ db }: World, kept: Kept) => setFlags(db, [kept.id], { later: (kept.later = 1) }),
  deletes: async (world: World, kept: Kept, name: string) => {
    await deleteArticles(world.db, [kept.id], world.now);
    world.kept.set(name, null);
  },
} satisfies Record<string, (world: World, kept: Kept, name: string) => Promise<void>>;

const does = fc.constantFrom(...(Object.keys({ ...PUBLISHER, ...READER }) as Step["does"][]), "publishes" as const);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ does, n: fc.nat(11), isSeen: fc.boolean() }), {
  minLength: 3,
  maxLength: 24,
});

test.each<Guids>(["own", "none", "shared"])(
  "no change of a feed whose guids are %s loses, doubles or brings back anything",
  async (guids) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 11 }), steps, async (count, taken) => {
        const world: World = {
          db: makeDb(),
          guids,
          now: NOW,
          stories: [],
          kept: new Map(),
          changed: new Set(),
          made: 0,
        };
        await world.db.feeds.put(newFeed({ id: "home", url: "https://x.example/feed", title: "", homeUrl: null }, NOW));
        for (let n = 0; n < count; n++) PUBLISHER.publishes(world);
        await visit(world);
        for (const step of taken) {
          await take(world, step);
          if (step.isSeen) await visit(world);
        }
        world.db.close();
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 25) },
    );
  },
  600_000,
);

function newStory(world: World): Story {
  const number = ++world.made;
  const guid = { own: `guid ${number}`, none: null, shared: "the same" }[world.guids];
  const text = `Text of story-${number}`;
  return {
    name: `story-${number}`,
    guid,
    link: `https://x.example/${number}`,
    title: `Title ${number}`,
    text,
    isListed: true,
  };
}

async function take(world: World, { does, n }: Step): Promise<void> {
  const story = world.stories[n % world.stories.length];
  if (!story) return;
  const kept = world.kept.get(story.name);
  if (does in READER) {
    // `does in` has just told which of the two tables it is from.
    if (kept) await READER[does as keyof typeof READER](world, kept, story.name);
    return;
  }
  if (world.changed.has(story)) return;
  world.changed.add(story);
  // What is listed again is as it was when it was last seen.
  if (story.isListed) PUBLISHER[does as keyof typeof PUBLISHER](world, story);
  else story.isListed = true;
}

async function visit(world: World): Promise<void> {
  const { db, stories } = world;
  world.now += 3_600_000;
  world.changed.clear();
  const items = stories
    .filter((story) => story.isListed)
    .map(({ name, guid, link, title, text }) => ({
      ...{ id: guid, url: link, title, html: `<p>${text}</p>`, tags: [name], publishedAt: "2024-07-01T08:00:00Z" },
    }));
  const claimed = await claimFeed(db, "home", { id: "lease", now: world.now, isWanted: () => true });
  if (!claimed) throw new Error("not claimed");
  const bytes = new TextEncoder().encode(makeRss({ items }));
  const fetched = { kind: "fetched", bytes, contentType: null, url: claimed.url, validators: NO_VALIDATORS } as const;
  await storeDocument(
    calmWorld(db, () => world.now),
    claimed,
    { ...fetched, fresh: null },
  );
  await expectAllThere(world);
}

async function expectAllThere({ db, stories, kept }: World): Promise<void> {
  const articles = await listPage(db, { view: "all", tag: null, feedId: null }, null, 999);
  for (const article of articles) if (!kept.has(nameOf(article))) kept.set(nameOf(article), ownedOf(article));
  const there = stories.filter(({ name }) => kept.get(name) !== null);
  const expected = there.map(({ name, title, text }) => ({ name, title, text: `<p>${text}</p>`, ...kept.get(name) }));
  const found = await Promise.all(
    articles.map(async (article) => ({
      ...{ name: nameOf(article), title: article.title, text: (await getBody(db, article))?.source },
      ...ownedOf(article),
    })),
  );
  expect(found.toSorted(byName)).toEqual(expected.toSorted(byName));
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
const nameOf = ({ tags: [name = ""] }: Article): string => name;
const ownedOf = ({ id, unread, starred, later, sortAt }: Article): Kept => ({ id, unread, starred, later, sortAt });
