import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPage, setFlags } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { ensureHomeFeed, followFeed, newFeed } from "../../../lib/db/feeds.ts";
import { getRevisions } from "../../../lib/db/versions.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { Article } from "../../../lib/model.ts";
import { refresh } from "../../../lib/refresh/refresh.ts";
import { calmWorld } from "../../support/calmWorld.ts";
import { startFeedServer, type FeedServer } from "../../support/feedServer.ts";
import { makeDb } from "../../support/rows.ts";

/**
 * Each folder of tests/fixtures/identity holds what a publisher served at three visits, and in `golden.json` what the
 * store must hold after each. After the first one the reader reads story 3, stars story 2 and keeps story 1 for later.
 * Each item names its story as its only category: that is who it truly is, whatever else its publisher changes.
 * To add one, write the documents, run with `UPDATE_FIXTURES=1`, and read the result as a claim about the world.
 */
const FOLDER = new URL("../../fixtures/identity/", import.meta.url);
const START = Date.UTC(2025, 5, 1, 12);
const HOUR = 3_600_000;

let server: FeedServer;
beforeAll(async () => void (server = await startFeedServer()));
afterAll(() => server.stop());

type World = { db: Db; name: string; now: number };

/** What happens in a case besides the three documents. */
const SPECIAL: Record<string, { before?: (world: World, visit: number) => Promise<void>; purged?: string[] }> = {
  "304-with-body": {
    before: async ({ name }, visit) => {
      // Validators first: a 304 that nobody asked for would be a failure.
      if (visit === 1) server.serve(`/${name}`, { body: documentOf(name, 1), headers: { etag: '"1"' } });
      if (visit === 2) server.serve(`/${name}`, { raw: notModified(documentOf(name, 2)) });
    },
  },
  "one-item-in-two-feeds": {
    before: async ({ db, name, now }, visit) => {
      if (visit === 1) await db.feeds.put(newFeed({ id: "other", url: address(name), title: "", homeUrl: null }, now));
    },
  },
  "feed-moved": {
    before: async ({ db, name, now }, visit) => {
      server.serve(`/${name}-moved`, { body: documentOf(name, visit) });
      if (visit === 2) server.serve(`/${name}`, { redirectTo: address(`${name}-moved`) });
      if (visit === 3) await ensureHomeFeed(db, { url: address(`${name}-moved`), title: "", homeUrl: null }, now);
    },
  },
  "one-address-twice": {
    before: async ({ db, name, now }) => {
      const again = { url: `${address(name)}/?utm_source=friend`, title: "", homeUrl: null };
      expect(await followFeed(db, again, now)).toEqual({ id: "home", isNew: false });
    },
  },
  "purged-still-listed": {
    purged: ["story-3"],
    before: async ({ db, now }, visit) => {
      const [read] = (await articlesOf(db)).filter((article) => article.tags.includes("story-3"));
      if (visit === 2 && read) await deleteArticles(db, [read.id], now);
    },
  },
};

const names = readdirSync(FOLDER);

test("the list of cases is whole", () => {
  expect(names.length).toBeGreaterThanOrEqual(24);
});

test.each(names)("%s", async (name) => {
  const world: World = { db: makeDb(), name, now: START };
  const { db } = world;
  const { before, purged = [] } = SPECIAL[name] ?? {};
  await db.feeds.put(newFeed({ id: "home", url: address(name), title: "", homeUrl: null }, START));
  const golden: unknown[] = [];
  const served = new Set<string>();
  let kept: Article[] = [];
  for (const visit of [1, 2, 3]) {
    server.serve(`/${name}`, { body: documentOf(name, visit), headers: { "content-type": typeOf(name, visit) } });
    await before?.(world, visit);
    await visitFeeds(world);
    for (const story of wholeItems(name, visit)) served.add(story);
    if (visit > 1) for (const story of purged) served.delete(story);

    const articles = await articlesOf(db);
    golden.push(await dump(db));
    expectEachOnce(articles, name === "304-with-body" && visit === 2 ? null : served);
    expectFlagsKept(kept, articles);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
    if (visit === 1) await actAsReader(db, articles);
    kept = (await articlesOf(db)).filter(({ tags }) => !purged.includes(tags[0] ?? ""));
    world.now += 2 * HOUR;
  }
  const expected = new URL(`${name}/golden.json`, FOLDER);
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, `${JSON.stringify(golden, null, 1)}\n`);
  expect(golden).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});

async function visitFeeds({ db, now }: World): Promise<void> {
  const noon = (utcMidnight: number) => utcMidnight + 12 * HOUR;
  await refresh({ ...calmWorld(db, () => now), localNoon: noon }, "all");
}

const articlesOf = (db: Db): Promise<Article[]> => listPage(db, { view: "all", tag: null, feedId: null }, null, 999);

async function actAsReader(db: Db, articles: Article[]): Promise<void> {
  const idsOf = (story: string) =>
    articles.filter(({ feedId, tags }) => feedId === "home" && tags.includes(story)).map(({ id }) => id);
  await setFlags(db, idsOf("story-3"), { unread: 0 });
  await setFlags(db, idsOf("story-2"), { starred: 1 });
  await setFlags(db, idsOf("story-1"), { later: 1 });
}

/** Nothing is lost and nothing doubled: each story that was ever served stands in each feed once. */
function expectEachOnce(articles: Article[], served: Set<string> | null): void {
  for (const feedId of new Set(articles.map((article) => article.feedId))) {
    const stories = articles.filter((article) => article.feedId === feedId).map(({ tags: [story] }) => story);
    expect(stories.toSorted()).toEqual([...new Set(stories)].toSorted());
    if (served) expect(stories.toSorted()).toEqual([...served].toSorted());
  }
}

/** Nothing flips back to unread, loses its star or moves. */
function expectFlagsKept(before: Article[], after: Article[]): void {
  const owned = ({ id, unread, starred, later, arrivedAt, sortAt }: Article) => ({
    ...{ id, unread, starred, later, arrivedAt, sortAt },
  });
  const now = new Map(after.map((article) => [article.id, owned(article)]));
  expect(before.map(({ id }) => now.get(id))).toEqual(before.map(owned));
}

/** `story · title · address · flags · place in the order · kinds of keys · mark · revisions` */
async function dump(db: Db): Promise<unknown> {
  const feeds = await db.feeds.toArray();
  const articles = await articlesOf(db);
  const lines = await Promise.all(
    articles.map(async (article) => [article.feedId, await lineOf(db, article)] as const),
  );
  return Object.fromEntries(
    feeds.map(({ id, trouble, identity = "guid" }) => [
      id,
      {
        ...{ trouble: trouble?.kind ?? null, identity },
        articles: lines.filter(([feedId]) => feedId === id).map(([, line]) => line),
      },
    ]),
  );
}

async function lineOf(db: Db, article: Article): Promise<string> {
  const flags = (["unread", "starred", "later"] as const).filter((flag) => article[flag] === 1);
  const revisions = (await getRevisions(db, article.id)).length;
  return [
    ...[article.tags.join(), article.title, article.url, flags.join("+") || "read"],
    ...[
      new Date(article.sortAt).toISOString().slice(0, 16),
      article.keys.map((key) => key.split(" ")[1]?.[0]).join(""),
    ],
    ...(article.revisedAt === undefined ? [] : [`updated ${new Date(article.revisedAt).toISOString().slice(11, 16)}`]),
    ...(revisions === 0 ? [] : [`${revisions} earlier`]),
  ].join(" · ");
}

const address = (name: string): string => `${server.localOrigin}/${name}`;

const fileOf = (name: string, visit: number): string =>
  readdirSync(new URL(`${name}/`, FOLDER)).find((file) => file.startsWith(`${visit}.`)) ?? "";

const documentOf = (name: string, visit: number): string =>
  readFileSync(new URL(`${name}/${fileOf(name, visit)}`, FOLDER), "utf8");

const typeOf = (name: string, visit: number): string =>
  fileOf(name, visit).endsWith(".html") ? "text/html; charset=utf-8" : "application/rss+xml; charset=utf-8";

/** The stories of the items that a document holds to their end. */
const wholeItems = (name: string, visit: number): string[] =>
  documentOf(name, visit)
    .split("</item>")
    .slice(0, -1)
    .map((text) => /<category>(.+)<\/category>/.exec(text)?.[1] ?? "");

/** Against RFC 9110 §15.4.5, and seen in the wild. */
const notModified = (body: string): string =>
  `HTTP/1.1 304 Not Modified\r\nContent-Type: application/rss+xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
