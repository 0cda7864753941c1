import { beforeEach, expect, test } from "vitest";
import { askSoon, importFeeds, planImport, type WantedFeed } from "../../../lib/db/importFeeds.ts";
import { dueFeeds, listFeeds, newFeed } from "../../../lib/db/feeds.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { makeDb, NOW } from "../../support/rows.ts";

let db: Db;
beforeEach(() => void (db = makeDb()));

const wanted = (name: string, given: Partial<WantedFeed> = {}): WantedFeed => ({
  url: `https://${name}.example/feed`,
  title: name,
  homeUrl: null,
  tags: [],
  isAllowed: true,
  ...given,
});

test("new feeds are followed, with the list's names and their tags in our form", async () => {
  const home = "https://a.example/";
  const { added, known } = await importFeeds(
    db,
    [wanted("a", { homeUrl: home, tags: ["#Tech", "/Sea/Ice", "TECH"] })],
    NOW,
  );
  expect(known).toEqual([]);
  expect(added).toEqual(await listFeeds(db));
  const row = newFeed({ id: added[0]?.id ?? "", url: "https://a.example/feed", title: "a", homeUrl: home }, NOW);
  expect(added).toEqual([{ ...row, isNamed: true, tags: ["tech", "ice"] }]);
});

test("a followed feed is known by its address however it is written, keeps what it has and gets the list's tags", async () => {
  const row = newFeed({ id: "a", url: "https://a.example/feed", title: "My A", homeUrl: null }, 5);
  await db.feeds.put({ ...row, tags: ["mine"], failures: 2, lastFetchedAt: 7 });
  const given = [wanted("A", { url: "http://A.example:80/feed/?utm_source=x", tags: ["News", "Mine"] })];
  const { added, known } = await importFeeds(db, given, NOW);
  expect(added).toEqual([]);
  expect(known.map(({ id }) => id)).toEqual(["a"]);
  expect(await listFeeds(db)).toEqual([{ ...row, tags: ["mine", "news"], failures: 2, lastFetchedAt: 7 }]);
});

test("a feed without a name in the list will take its document's", async () => {
  const { added } = await importFeeds(db, [wanted("a", { title: "a.example" })], NOW);
  expect(added).toMatchObject([{ title: "a.example", isNamed: false }]);
});

test("importing the same list twice changes nothing", async () => {
  const list = [wanted("a", { tags: ["x"] }), wanted("b")];
  await importFeeds(db, list, NOW);
  const before = await listFeeds(db);
  expect((await importFeeds(db, list, NOW + 1)).added).toEqual([]);
  expect(await listFeeds(db)).toEqual(before);
});

test("five hundred new feeds come due fifty a minute", async () => {
  await importFeeds(
    db,
    Array.from({ length: 500 }, (_, n) => wanted(`f${n}`)),
    NOW,
  );
  const due = async (minutes: number): Promise<number> => (await dueFeeds(db, NOW + minutes * 60_000)).length;
  expect([await due(0), await due(1), await due(5), await due(9)]).toEqual([50, 100, 300, 500]);
});

test("a feed of a host that people did not allow says so at once, and is asked when they have", async () => {
  const { added } = await importFeeds(db, [wanted("a"), wanted("b", { isAllowed: false })], NOW);
  expect(added.map(({ trouble }) => trouble)).toEqual([null, { kind: "noPermission", at: NOW, host: "b.example" }]);
  const [, refused] = added;
  await db.feeds.update(refused?.id ?? "", { failures: 3, nextFetchAt: NOW + 1e6 });
  await askSoon(db, [refused?.id ?? "", "unfollowed meanwhile"], NOW + 10);
  expect(await db.feeds.get(refused?.id ?? "")).toEqual({
    ...refused,
    trouble: null,
    failures: 0,
    nextFetchAt: NOW + 10,
  });
  expect(await db.feeds.count()).toBe(2);
});

test("a plan tells what an import would do without doing it", () => {
  const row = newFeed({ id: "a", url: "http://a.example/feed", title: "A", homeUrl: null }, 0);
  const plan = planImport([wanted("a", { tags: ["New"] }), wanted("b")], [row]);
  expect(plan).toEqual({ fresh: [wanted("b")], known: [{ feed: row, tags: ["new"] }] });
});
